package org.mitra.identity;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mitra.access.Actor;
import org.mitra.access.Role;
import org.mitra.data.BusinessClock;
import org.mitra.data.Sql;
import org.mitra.it.Refused;

@ExtendWith(ArquillianExtension.class)
class ApiTokensIT {
  @Inject private ApiTokens tokens;
  @Inject private Users users;
  @Inject private BusinessClock clock;
  @Inject private Reading reading;

  private final Actor admin =
      new Actor("boss", "Boss", EnumSet.of(Role.ADMINISTRATOR), Optional.empty());

  @Test
  void aTokenIsStoredHashedAndEnds() {
    Actor owner = account("token-owner");
    var issued = tokens.issue(owner, "nightly", TokenScope.FEED, 2);
    assertThat(issued.token()).startsWith("mitra_").hasSizeGreaterThan(40);
    assertThat(reading.rowsThatHold(issued.token())).as("readable in the database").isZero();
    var holder = tokens.holder(issued.token()).orElseThrow();
    assertThat(holder.scope()).isEqualTo(TokenScope.FEED);
    assertThat(holder.signedIn().actor().username()).isEqualTo("token-owner");
    assertThat(tokens.mine(owner).get(0).lastUsedOn()).isEqualTo(clock.today());
    clock.at(
        clock.now().plus(Duration.ofDays(2)),
        () -> assertThat(tokens.holder(issued.token())).as("after its days").isEmpty());
    assertThat(tokens.holder(issued.token().substring(1))).isEmpty();
    assertThat(tokens.holder(issued.token() + "x".repeat(1000))).isEmpty();
    assertThat(tokens.holder("")).isEmpty();
  }

  @Test
  void itsOwnerOrAnAdministratorRevokesIt() {
    Actor owner = account("token-revoker");
    Actor stranger = account("token-stranger");
    var first = tokens.issue(owner, "first", TokenScope.FULL, 10);
    var second = tokens.issue(owner, "second", TokenScope.READ, 10);
    Refused.with("not-found", () -> tokens.revoke(stranger, first.uid()));
    assertThat(tokens.holder(first.token())).isPresent();
    tokens.revoke(owner, first.uid());
    tokens.revoke(admin, second.uid());
    assertThat(tokens.holder(first.token())).isEmpty();
    assertThat(tokens.holder(second.token())).isEmpty();
  }

  @Test
  void aDisabledOwnersTokensAreWorthNothing() {
    Actor owner = account("token-disabled");
    var issued = tokens.issue(owner, "left", TokenScope.FULL, 10);
    users.save(
        admin,
        new SaveUser("token-disabled", "Gone", "", "id", EnumSet.of(Role.FINANCE), "", false),
        "");
    assertThat(tokens.holder(issued.token())).isEmpty();
  }

  @Test
  void daysAndNamesAreBounded() {
    Actor owner = account("token-bounds");
    Refused.with("token.days", () -> tokens.issue(owner, "a", TokenScope.READ, 0));
    Refused.with("token.days", () -> tokens.issue(owner, "a", TokenScope.READ, 401));
    assertThat(tokens.mine(owner)).isEmpty();
  }

  private Actor account(String name) {
    users.save(
        admin,
        new SaveUser(name, name, "", "id", EnumSet.of(Role.FINANCE), "", true),
        "correct horse battery");
    return users.find(name).orElseThrow().actor();
  }

  /** Looks into the table. */
  @jakarta.enterprise.context.ApplicationScoped
  public static class Reading {
    @Inject private Sql sql;

    @jakarta.transaction.Transactional
    public long rowsThatHold(String token) {
      String secret = "%" + token.substring("mitra_".length()) + "%";
      return sql.row(
              row -> row.number("n"),
              "SELECT COUNT(*) AS n FROM api_token WHERE CONCAT_WS(' ', name, token_hash, scopes) LIKE ?",
              secret)
          .orElseThrow();
    }
  }
}
