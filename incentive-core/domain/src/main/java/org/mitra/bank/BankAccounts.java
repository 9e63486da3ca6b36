package org.mitra.bank;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.mitra.access.Actor;
import org.mitra.access.Role;
import org.mitra.data.Batch;
import org.mitra.data.BusinessClock;
import org.mitra.data.ListQuery;
import org.mitra.data.Listing;
import org.mitra.data.Slice;
import org.mitra.data.Sql;
import org.mitra.idempotency.Idempotency;
import org.mitra.identity.SignIns;
import org.mitra.problem.Problem;

/**
 * Partners' bank accounts. A change is what thieves want most, so every path is this one: the owner
 * proves who he is once more, whoever is on file hears of it, some days pass, and somebody in
 * finance approves.
 */
@ApplicationScoped
public class BankAccounts {
  /** The account in use, as SQL over {@code bank_account c}; parameter: now. */
  private static final String CURRENT =
      "(SELECT MAX(c.id) FROM bank_account c WHERE c.partner_id = %s AND c.currency = %s"
          + " AND c.state = 'APPROVED' AND c.usable_from <= %s)";

  @Inject private Sql sql;
  @Inject private BusinessClock clock;
  @Inject private SignIns signIns;
  @Inject private Idempotency idempotency;
  @Inject private AccountDecisions decisions;

  @Inject
  @ConfigProperty(name = "mitra.bank-accounts.hold-days", defaultValue = "3")
  private int holdDays;

  /** Days that pass before a new account is used. */
  public int holdDays() {
    return holdDays;
  }

  /**
   * Proposes an account for the actor's own partner; an undecided proposal in the same currency is
   * replaced.
   *
   * @param password the actor's, asked for once more
   * @param key makes a repeated request the same
   * @throws Problem 403 unless he is the partner's owner and the password is right
   */
  public BankAccountSummary propose(
      Actor actor, ProposeBankAccount command, String password, String key) {
    actor.requirePartner();
    actor.require(Role.PARTNER_OWNER);
    // Outside of any transaction: a wrong password has to be remembered although nothing else is.
    signIns.confirm(actor, password);
    return idempotency.once(
        actor,
        key,
        command,
        BankAccountSummary.class,
        () -> mine(actor, decisions.propose(actor, command, holdDays)));
  }

  private BankAccountSummary mine(Actor actor, UUID uid) {
    return one(listing().where("b.uid = ?", uid).where(OWN, ownId(actor)));
  }

  /**
   * Approves a proposal. It is used once its hold is over.
   *
   * @throws Problem 403 for whoever proposed it, 409 when it was decided or replaced meanwhile
   */
  @Transactional(rollbackOn = Exception.class)
  public BankAccountSummary approve(Actor actor, UUID uid) {
    decisions.decide(actor, uid, BankAccountState.APPROVED, "");
    return one(listing().where("b.uid = ?", uid));
  }

  /** Rejects a proposal, with the reason that its partner reads. */
  @Transactional(rollbackOn = Exception.class)
  public BankAccountSummary reject(Actor actor, UUID uid, String reason) {
    decisions.decide(actor, uid, BankAccountState.REJECTED, reason);
    return one(listing().where("b.uid = ?", uid));
  }

  /** The accounts of the actor's own partner, newest first. */
  @Transactional
  public List<BankAccountSummary> mine(Actor actor) {
    requireOwner(actor);
    return listing()
        .where(OWN, ownId(actor))
        .slice(sql, ListQuery.firstRows(ListQuery.MOST))
        .rows();
  }

  private static final String OWN = "b.partner_id = ?";

  private static long ownId(Actor actor) {
    return actor.requirePartner().partnerId().getAsLong();
  }

  private static void requireOwner(Actor actor) {
    actor.requirePartner();
    actor.require(Role.PARTNER_OWNER);
  }

  /** All accounts, for finance and auditors; filters: partner, partnerName, currency, state. */
  @Transactional
  public Slice<BankAccountSummary> list(Actor actor, ListQuery query) {
    requireReader(actor);
    return listing().slice(sql, query);
  }

  @Transactional
  public Batch<BankAccountSummary> batch(
      Actor actor, String cursor, int size, Map<String, String> filters) {
    requireReader(actor);
    return listing().batch(sql, cursor, size, filters);
  }

  /**
   * @throws Problem 404 when there is no such account
   */
  @Transactional
  public BankAccountDetail get(Actor actor, UUID uid) {
    requireReader(actor);
    BankAccountSummary summary = one(listing().where("b.uid = ?", uid));
    Optional<BankAccountSummary> current =
        listing()
            .where("p.code = ?", summary.partnerCode())
            .where("b.currency = ?", summary.currency())
            .where("b.id = " + current("b.partner_id", "b.currency"))
            .where("b.uid <> ?", uid)
            .slice(sql, ListQuery.firstRows(1))
            .rows()
            .stream()
            .findFirst();
    return sql.row(
            row ->
                new BankAccountDetail(
                    summary,
                    actor.has(Role.FINANCE) ? row.text("number") : summary.maskedNumber(),
                    current.orElse(null),
                    row.text("email")),
            "SELECT b.number, p.email FROM bank_account b JOIN partner p ON p.id = b.partner_id"
                + " WHERE b.uid = ?",
            uid)
        .orElseThrow(Problem::notFound);
  }

  private static void requireReader(Actor actor) {
    actor.require(Role.FINANCE, Role.AUDITOR);
  }

  /** SQL for the row id of the account in use now, NULL when there is none. */
  public String current(String partnerId, String currency) {
    return CURRENT.formatted(partnerId, currency, literal());
  }

  /** Now, as SQL: lists have no place for a parameter among their tables. */
  private String literal() {
    return "'" + clock.now().toString().replace('T', ' ').replace("Z", "") + "'";
  }

  /** The account behind a row id, whole, for the bank's file. */
  @Transactional(Transactional.TxType.MANDATORY)
  public UsableAccount account(long id) {
    return sql.row(
            row ->
                new UsableAccount(
                    row.number("id"), row.text("bic"), row.text("number"), row.text("holder")),
            "SELECT id, bic, number, holder FROM bank_account WHERE id = ? AND state = 'APPROVED'",
            id)
        .orElseThrow();
  }

  private BankAccountSummary one(Listing<BankAccountSummary> listing) {
    return listing.slice(sql, ListQuery.firstRows(1)).rows().stream()
        .findFirst()
        .orElseThrow(Problem::notFound);
  }

  private Listing<BankAccountSummary> listing() {
    return Listing.of(
            BankAccounts::summary,
            "b.*, p.code AS partner_code, p.name AS partner_name, b.id = "
                + current("b.partner_id", "b.currency")
                + " AS current",
            "bank_account b JOIN partner p ON p.id = b.partner_id")
        .filter("partner", Listing.Match.CONTAINS, "p.code")
        .filter("partnerName", Listing.Match.CONTAINS, "p.name")
        .filter("currency", Listing.Match.EQUALS, "b.currency")
        .filter("state", Listing.Match.EQUALS, "b.state")
        .sort("partnerName", "p.name")
        .sort("proposedAt", "b.proposed_at")
        .newestFirst("b.id");
  }

  private static BankAccountSummary summary(Sql.Row row) throws SQLException {
    return new BankAccountSummary(
        row.uuid("uid"),
        row.text("partner_code"),
        row.text("partner_name"),
        row.text("currency"),
        row.text("bic"),
        row.text("bank_name"),
        masked(row.text("number")),
        row.text("holder"),
        row.constant("state", BankAccountState.class),
        row.flag("current"),
        row.text("proposed_by"),
        row.instant("proposed_at"),
        row.instant("usable_from"),
        row.text("decided_by") == null ? "" : row.text("decided_by"),
        row.instant("decided_at"),
        row.text("remark"));
  }

  /** The last digits only: enough to know the account again, too little to use it. */
  public static String masked(String number) {
    return "•••• " + number.substring(Math.max(number.length() - 4, number.length() / 2));
  }
}
