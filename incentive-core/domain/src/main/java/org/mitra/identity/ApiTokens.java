package org.mitra.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.mitra.access.Actor;
import org.mitra.access.Role;
import org.mitra.data.BusinessClock;
import org.mitra.data.Fields;
import org.mitra.data.Sha256;
import org.mitra.data.Sql;
import org.mitra.data.Uids;
import org.mitra.event.DomainEvent;
import org.mitra.problem.Problem;

/**
 * Tokens for programs that act in somebody's name: stored hashed, limited in what and how long,
 * revocable.
 */
@ApplicationScoped
public class ApiTokens {
  private static final String PREFIX = "mitra_";
  private static final int LONGEST_DAYS = 400;
  private static final int MOST = 50;

  private final SecureRandom random = new SecureRandom();

  @Inject private Sql sql;
  @Inject private Users users;
  @Inject private BusinessClock clock;
  @Inject private Event<DomainEvent> events;

  /** A new token: the only time that it is shown. */
  public record IssuedToken(UUID uid, String token, Instant expiresAt) {}

  /** Whom a token stands for and what it may be used for. */
  public record TokenHolder(SignedIn signedIn, TokenScope scope) {}

  /**
   * @param name what it is for, for its owner
   * @param days for how long, 1 to 400
   */
  @Transactional(rollbackOn = Exception.class)
  public IssuedToken issue(Actor actor, String name, TokenScope scope, int days) {
    String text = Fields.text(name, 64, "name");
    Fields.present(scope, "scope");
    if (days < 1 || days > LONGEST_DAYS) {
      throw Problem.invalid("token.days").with("most", LONGEST_DAYS).at("/days");
    }
    long valid =
        list("u.username = ? AND t.revoked_at IS NULL", actor.username()).stream()
            .filter(t -> t.expiresAt().isAfter(clock.now()))
            .count();
    if (valid >= MOST) {
      throw Problem.refused("token.too-many").with("most", MOST);
    }
    byte[] secret = new byte[32];
    random.nextBytes(secret);
    String token = PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    Instant now = clock.now();
    UUID uid = Uids.next(now);
    Instant expires = now.plus(Duration.ofDays(days));
    sql.update(
        "INSERT INTO api_token (uid, user_id, name, token_hash, scopes, created_at, expires_at)"
            + " SELECT ?, id, ?, ?, ?, ?, ? FROM user_account WHERE username = ?",
        uid,
        text,
        Sha256.of(token),
        scope,
        now,
        expires,
        actor.username());
    events.fire(DomainEvent.of(actor, "token.issued", uid, "name", text, "scope", scope.name()));
    return new IssuedToken(uid, token, expires);
  }

  /** One's own tokens, newest first. */
  @Transactional
  public List<TokenSummary> mine(Actor actor) {
    return list("u.username = ?", actor.username());
  }

  /** Somebody's tokens, for those who answer for the accounts. */
  @Transactional
  public List<TokenSummary> of(Actor actor, UUID user) {
    actor.require(Role.ADMINISTRATOR, Role.AUDITOR);
    return list("u.uid = ?", user);
  }

  private List<TokenSummary> list(String condition, Object parameter) {
    return sql.rows(
        row ->
            new TokenSummary(
                row.uuid("uid"),
                row.text("name"),
                row.constant("scopes", TokenScope.class),
                row.instant("created_at"),
                row.instant("expires_at"),
                row.instant("revoked_at"),
                row.day("last_used_on")),
        "SELECT t.* FROM api_token t JOIN user_account u ON u.id = t.user_id WHERE "
            + condition
            + " ORDER BY t.id DESC",
        parameter);
  }

  /**
   * Ends a token of one's own; an administrator ends anybody's.
   *
   * @throws Problem 404 for another's
   */
  @Transactional(rollbackOn = Exception.class)
  public void revoke(Actor actor, UUID uid) {
    int found =
        sql.update(
            "UPDATE api_token SET revoked_at = COALESCE(revoked_at, ?) WHERE uid = ?"
                + " AND (? OR user_id = (SELECT id FROM user_account WHERE username = ?))",
            clock.now(),
            uid,
            actor.has(Role.ADMINISTRATOR),
            actor.username());
    if (found == 0) {
      throw Problem.notFound();
    }
    String name = list("t.uid = ?", uid).get(0).name();
    events.fire(DomainEvent.of(actor, "token.revoked", uid, "name", name));
  }

  /**
   * Whom the token stands for; empty when it is unknown, expired or revoked, or its owner is
   * disabled.
   */
  @Transactional(rollbackOn = Exception.class)
  public Optional<TokenHolder> holder(String token) {
    if (token == null || !token.startsWith(PREFIX) || token.length() > 100) {
      return Optional.empty();
    }
    record Found(long id, String username, TokenScope scope, boolean usedToday) {}
    Optional<Found> found =
        sql.row(
            row ->
                new Found(
                    row.number("id"),
                    row.text("username"),
                    row.constant("scopes", TokenScope.class),
                    clock.today().equals(row.day("last_used_on"))),
            "SELECT t.id, t.scopes, t.last_used_on, u.username FROM api_token t"
                + " JOIN user_account u ON u.id = t.user_id"
                + " WHERE t.token_hash = ? AND t.revoked_at IS NULL AND t.expires_at > ?",
            Sha256.of(token),
            clock.now());
    if (found.isEmpty()) {
      return Optional.empty();
    }
    if (!found.get().usedToday()) {
      sql.update(
          "UPDATE api_token SET last_used_on = ? WHERE id = ?", clock.today(), found.get().id());
    }
    return users
        .find(found.get().username())
        .map(signedIn -> new TokenHolder(signedIn, found.get().scope()));
  }
}
