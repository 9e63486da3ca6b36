package org.mitra.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.mitra.access.Actor;
import org.mitra.access.PartnerScope;
import org.mitra.access.Role;
import org.mitra.data.Batch;
import org.mitra.data.BusinessClock;
import org.mitra.data.ListQuery;
import org.mitra.data.Listing;
import org.mitra.data.Slice;
import org.mitra.data.Sql;
import org.mitra.data.Uids;
import org.mitra.event.DomainEvent;
import org.mitra.problem.Problem;

/** Accounts and their roles. */
@ApplicationScoped
public class Users {
  @PersistenceContext private EntityManager entityManager;
  @Inject private Sql sql;
  @Inject private BusinessClock clock;
  @Inject private Passwords passwords;
  @Inject private Event<DomainEvent> events;

  /**
   * Creates an account, or changes the one with this name: for those who load accounts, and can
   * load them again.
   *
   * @param password of a new account; ignored for one that exists
   * @throws Problem 400 for a weak password, 422 for an unknown partner
   */
  @Transactional(rollbackOn = Exception.class)
  public UserSummary save(Actor actor, SaveUser command, String password) {
    actor.require(Role.ADMINISTRATOR);
    Optional<UserAccount> existing = account(command.username());
    if (existing.isPresent()) {
      change(actor, existing.get(), command);
    } else {
      add(actor, command, password);
    }
    return stored(command.username());
  }

  /**
   * Creates an account with a password that is good for its first sign-in: then its owner chooses
   * his own.
   *
   * @throws Problem 400 for a weak password, 409 when the name is taken, 422 for an unknown partner
   */
  @Transactional(rollbackOn = Exception.class)
  public UserSummary create(Actor actor, SaveUser command, String firstPassword) {
    actor.require(Role.ADMINISTRATOR);
    if (account(command.username()).isPresent()) {
      throw Problem.conflict("user.exists").with("name", command.username()).at("/username");
    }
    UserAccount account = add(actor, command, firstPassword);
    account.resetPassword(account.passwordHash());
    return stored(command.username());
  }

  /**
   * Changes an account. Whoever is signed in with it signs in again when his roles, his partner or
   * his access change.
   *
   * @param version as it was read
   * @throws Problem 404 for an unknown account, 409 when it has changed since, 403 for one's own
   *     roles, 422 for an unknown partner
   */
  @Transactional(rollbackOn = Exception.class)
  public UserSummary change(Actor actor, UUID uid, int version, SaveUser command) {
    actor.require(Role.ADMINISTRATOR);
    UserAccount account = account(uid).orElseThrow(Problem::notFound);
    if (account.version() != version) {
      throw Problem.conflict("stale");
    }
    if (!account.username().equals(command.username())) {
      throw Problem.refused("user.name-fixed").at("/username");
    }
    change(actor, account, command);
    return stored(command.username());
  }

  private UserAccount add(Actor actor, SaveUser command, String password) {
    passwords.checkStrength(password, command.username());
    UserAccount account =
        new UserAccount(
            Uids.next(clock.now()),
            command,
            partnerId(command),
            passwords.hash(password),
            clock.now());
    entityManager.persist(account);
    tellSaved(actor, command);
    return account;
  }

  private void change(Actor actor, UserAccount account, SaveUser command) {
    boolean power =
        !account.roles().equals(command.roles()) || account.enabled() != command.enabled();
    if (power && actor.username().equals(command.username())) {
      throw Problem.forbidden("user.own-roles");
    }
    account.change(command, partnerId(command));
    tellSaved(actor, command);
  }

  private void tellSaved(Actor actor, SaveUser command) {
    events.fire(
        DomainEvent.of(
            actor,
            "user.saved",
            command.username(),
            "roles",
            new TreeSet<>(command.roles()).toString(),
            "partner",
            command.partner(),
            "enabled",
            Boolean.toString(command.enabled())));
  }

  private UserSummary stored(String username) {
    entityManager.flush();
    return one("u.username = ?", username).orElseThrow();
  }

  private Long partnerId(SaveUser command) {
    return command.partner().isEmpty() ? null : partnerId(command.partner());
  }

  private long partnerId(String code) {
    return sql.row(row -> row.number("id"), "SELECT id FROM partner WHERE code = ?", code)
        .orElseThrow(() -> Problem.refused("partner.unknown").with("code", code).at("/partner"));
  }

  /** See {@link SignIns#changePassword}. */
  @Transactional(rollbackOn = Exception.class)
  void changePassword(Actor actor, String oldPassword, String newPassword) {
    UserAccount account = account(actor.username()).orElseThrow(Problem::notFound);
    if (!passwords.verify(oldPassword, account.passwordHash())) {
      throw Problem.forbidden("user.wrong-password").at("/oldPassword");
    }
    account.changePassword(passwords.hash(newPassword));
    events.fire(DomainEvent.of(actor, "user.password-changed", actor.username()));
  }

  /** Sets another's password, for those who forgot theirs: he has to choose his own with it. */
  @Transactional(rollbackOn = Exception.class)
  public void resetPassword(Actor actor, UUID user, String newPassword) {
    actor.require(Role.ADMINISTRATOR);
    UserAccount account = account(user).orElseThrow(Problem::notFound);
    passwords.checkStrength(newPassword, account.username());
    account.resetPassword(passwords.hash(newPassword));
    events.fire(DomainEvent.of(actor, "user.password-reset", account.username()));
  }

  /** Remembers in which language somebody reads. */
  @Transactional(rollbackOn = Exception.class)
  public void speak(Actor actor, String language) {
    if (!"id".equals(language) && !"en".equals(language)) {
      throw Problem.invalid("user.language");
    }
    account(actor.username()).ifPresent(account -> account.speak(language));
  }

  /** Who stands behind a name now; empty when there is no such account, or it is disabled. */
  @Transactional
  public Optional<SignedIn> find(String username) {
    return sql.row(
        Users::signedIn,
        "SELECT u.username, u.display_name, u.language, u.session_epoch, u.must_change_password,"
            + " (SELECT GROUP_CONCAT(r.role) FROM user_role r WHERE r.user_id = u.id) AS roles,"
            + " p.id AS partner_id, p.uid AS partner_uid, p.code AS partner_code"
            + " FROM user_account u LEFT JOIN partner p ON p.id = u.partner_id"
            + " WHERE u.username = ? AND u.enabled = TRUE"
            + " AND (u.partner_id IS NULL OR p.active = TRUE)",
        username);
  }

  /** Somebody has proved who he is. */
  @Transactional(rollbackOn = Exception.class)
  void entered(Actor actor, String address) {
    events.fire(DomainEvent.of(actor, "user.signed-in", actor.username(), "address", address));
  }

  private static SignedIn signedIn(Sql.Row row) throws SQLException {
    Optional<PartnerScope> partner =
        row.optionalNumber("partner_id").isEmpty()
            ? Optional.empty()
            : Optional.of(
                PartnerScope.of(
                    row.number("partner_id"), row.uuid("partner_uid"), row.text("partner_code")));
    Actor actor = new Actor(row.text("username"), row.text("display_name"), roles(row), partner);
    return new SignedIn(
        actor,
        row.text("language"),
        row.integer("session_epoch"),
        row.flag("must_change_password"));
  }

  private static Set<Role> roles(Sql.Row row) throws SQLException {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    String names = row.text("roles");
    if (names != null) {
      Arrays.stream(names.split(",")).map(Role::valueOf).forEach(roles::add);
    }
    return roles;
  }

  @Transactional
  public Slice<UserSummary> list(Actor actor, ListQuery query) {
    actor.require(Role.ADMINISTRATOR, Role.AUDITOR);
    return listing().slice(sql, query);
  }

  @Transactional
  public Batch<UserSummary> batch(
      Actor actor, String cursor, int size, java.util.Map<String, String> filters) {
    actor.require(Role.ADMINISTRATOR, Role.AUDITOR);
    return listing().batch(sql, cursor, size, filters);
  }

  /**
   * @throws Problem 404 for an unknown account
   */
  @Transactional
  public UserSummary get(Actor actor, UUID uid) {
    actor.require(Role.ADMINISTRATOR, Role.AUDITOR);
    return one("u.uid = ?", uid).orElseThrow(Problem::notFound);
  }

  private Optional<UserSummary> one(String condition, Object value) {
    return listing().where(condition, value).slice(sql, ListQuery.firstRows(1)).rows().stream()
        .findFirst();
  }

  private static Listing<UserSummary> listing() {
    return Listing.of(
            Users::summary,
            "u.uid, u.username, u.display_name, u.email, u.language, u.enabled, u.version,"
                + " (SELECT GROUP_CONCAT(r.role) FROM user_role r WHERE r.user_id = u.id) AS roles,"
                + " COALESCE(p.code, '') AS partner_code, COALESCE(p.name, '') AS partner_name",
            "user_account u LEFT JOIN partner p ON p.id = u.partner_id")
        .filter("username", Listing.Match.CONTAINS, "u.username")
        .filter("displayName", Listing.Match.CONTAINS, "u.display_name")
        .filter("partner", Listing.Match.CONTAINS, "p.code")
        .filterBy("enabled", "u.enabled = (? = 'true')")
        .filterBy(
            "role", "EXISTS (SELECT 1 FROM user_role r WHERE r.user_id = u.id AND r.role = ?)")
        .sort("username", "u.username")
        .sort("displayName", "u.display_name")
        .sort("partner", "p.code")
        .newestFirst("u.id");
  }

  private static UserSummary summary(Sql.Row row) throws SQLException {
    return new UserSummary(
        row.uuid("uid"),
        row.text("username"),
        row.text("display_name"),
        row.text("email"),
        row.text("language"),
        roles(row),
        row.text("partner_code"),
        row.text("partner_name"),
        row.flag("enabled"),
        row.integer("version"));
  }

  Optional<UserAccount> account(String username) {
    return first("u.username = :value", username);
  }

  private Optional<UserAccount> account(UUID uid) {
    return first("u.uid = :value", uid);
  }

  private Optional<UserAccount> first(String condition, Object value) {
    List<UserAccount> found =
        entityManager
            .createQuery("SELECT u FROM UserAccount u WHERE " + condition, UserAccount.class)
            .setParameter("value", value)
            .getResultList();
    return found.stream().findFirst();
  }
}
