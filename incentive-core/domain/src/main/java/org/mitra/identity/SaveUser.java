package org.mitra.identity;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.mitra.access.Role;
import org.mitra.data.BusinessKey;
import org.mitra.data.Fields;
import org.mitra.problem.Problem;

/**
 * Creates an account, or changes the one with this name.
 *
 * @param username 3 to 64 letters, digits, dots, hyphens, underscores or at signs; lower case
 * @param displayName as people know him
 * @param email where news go; may be empty
 * @param language {@code id} or {@code en}
 * @param roles either a partner's or the vendor's, at least one
 * @param partner code of the partner; for partner roles only
 * @param enabled whether he may sign in
 */
public record SaveUser(
    String username,
    String displayName,
    String email,
    String language,
    Set<Role> roles,
    String partner,
    boolean enabled) {
  private static final Pattern USERNAME = Pattern.compile("[a-z0-9][a-z0-9._@-]{2,63}");

  public SaveUser {
    username = Fields.text(username, 64, "username").toLowerCase(Locale.ROOT);
    if (!USERNAME.matcher(username).matches() || username.equals("system")) {
      throw Problem.invalid("user.name").at("/username");
    }
    displayName = Fields.text(displayName, 128, "displayName");
    email = Fields.email(email, "email");
    if (!"id".equals(language) && !"en".equals(language)) {
      throw Problem.invalid("user.language").at("/language");
    }
    roles = Set.copyOf(Fields.present(roles, "roles"));
    partner = BusinessKey.normalise(partner);
    if (roles.isEmpty()) {
      throw Problem.invalid("user.no-role").at("/roles");
    }
    boolean ofPartner = Role.PARTNER.containsAll(roles);
    if (!ofPartner && !Role.STAFF.containsAll(roles)) {
      throw Problem.invalid("user.mixed-roles").at("/roles");
    }
    if (ofPartner == partner.isEmpty()) {
      throw Problem.invalid(ofPartner ? "user.partner-missing" : "user.partner-unexpected")
          .at("/partner");
    }
  }
}
