package org.mitra.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;

/** The entries of the menu that the visitor may open. */
@Named
@RequestScoped
public class Menu {
  @Inject private Routes routes;
  @Inject private Visitor visitor;
  @Inject private HttpServletRequest request;

  public List<Routes.Page> getEntries() {
    if (!visitor.isKnown()) {
      return List.of();
    }
    return routes.pages().stream()
        .filter(page -> !page.menu().isEmpty())
        .filter(page -> visitor.actor().roles().stream().anyMatch(page.roles()::contains))
        .toList();
  }

  /** Whether the page, or one below it, is the one that is open. */
  public boolean isOpen(Routes.Page page) {
    String path = Requests.path(request);
    return path.equals(page.path()) || path.startsWith(page.path() + "/");
  }

  public String getApplication() {
    return routes.application();
  }

  public boolean allows(String path) {
    return visitor.isKnown()
        && routes
            .page(path)
            .filter(page -> visitor.actor().roles().stream().anyMatch(page.roles()::contains))
            .isPresent();
  }
}
