package org.mitra.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.mitra.access.Actor;
import org.mitra.access.Role;
import org.mitra.data.Sql;

/**
 * Lets somebody into an installation that nobody can sign in to: the account named by {@code
 * mitra.admin.user} and {@code mitra.admin.password}. Once there is any account, both are ignored.
 * There is no default.
 */
@ApplicationScoped
public class FirstAdministrator {
  @Inject private Sql sql;
  @Inject private Users users;

  @Inject
  @ConfigProperty(name = "mitra.admin.user")
  private Optional<String> name;

  @Inject
  @ConfigProperty(name = "mitra.admin.password")
  private Optional<String> password;

  @Transactional(rollbackOn = Exception.class)
  public void ensure() {
    boolean anybody =
        sql.row(row -> row.number("n"), "SELECT COUNT(*) AS n FROM user_account").orElse(0L) > 0;
    if (!anybody && name.isPresent() && password.isPresent()) {
      users.save(
          Actor.system(),
          new SaveUser(name.get(), name.get(), "", "en", Set.of(Role.ADMINISTRATOR), "", true),
          password.get());
    }
  }
}
