package org.mitra.web;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mitra.access.Role;

/**
 * The pages of an application and who may open them. The menu, the guard and the tests read the
 * same list: a page that is not on it does not exist.
 */
public interface Routes {

  /**
   * A page.
   *
   * @param path below the application's root, without extension, such as {@code /claims}
   * @param roles who may open it; empty for everyone, signed in or not
   * @param menu key of its entry in the menu; empty when it has none
   * @param icon PrimeIcons name of the entry
   */
  record Page(String path, Set<Role> roles, String menu, String icon) {
    /** Whether anybody may see it without signing in. */
    public boolean isPublic() {
      return roles.isEmpty();
    }
  }

  /** All pages, in the order of the menu. */
  List<Page> pages();

  /** The application's name in logs and health. */
  String name();

  /** Key of the application's name for people. */
  String application();

  /** Roles that may sign in here at all. */
  Set<Role> roles();

  default Optional<Page> page(String path) {
    return pages().stream().filter(page -> page.path().equals(path)).findFirst();
  }
}
