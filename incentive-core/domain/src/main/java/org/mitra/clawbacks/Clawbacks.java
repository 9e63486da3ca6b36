package org.mitra.clawbacks;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.mitra.access.Actor;
import org.mitra.access.PartnerScope;
import org.mitra.access.Role;
import org.mitra.data.Batch;
import org.mitra.data.BusinessClock;
import org.mitra.data.ListQuery;
import org.mitra.data.Listing;
import org.mitra.data.SerialNumber;
import org.mitra.data.Slice;
import org.mitra.data.Sql;
import org.mitra.data.Uids;
import org.mitra.money.Currency;
import org.mitra.money.Money;
import org.mitra.money.Rate;
import org.mitra.problem.Problem;

/**
 * What partners owe: one clawback for each payout whose sum was negative. Recovered from later
 * payouts of the same currency, oldest first, and never more than a share of each.
 */
@ApplicationScoped
public class Clawbacks {
  /** What partners owe the house. */
  public static final String RECEIVABLE = "clawback-receivable";

  @Inject private Sql sql;
  @Inject private BusinessClock clock;

  @Inject
  @ConfigProperty(name = "mitra.clawbacks.share", defaultValue = "50%")
  private String share;

  /** The most that is taken from one payout. */
  public Rate share() {
    return Rate.of(share);
  }

  private record Open(long id, Money amount) {}

  /**
   * What the partner owes in the currency and no prepared payout is planned to give. Others who
   * plan to take it wait until this transaction ends.
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public Money owed(long partnerId, Currency currency) {
    return open(partnerId, currency).stream()
        .map(Open::amount)
        .reduce(Money.zero(currency), Money::plus);
  }

  private List<Open> open(long partnerId, Currency currency) {
    return sql.rows(
        row -> new Open(row.number("id"), new Money(row.decimal("open_amount"), currency)),
        "SELECT id, open_amount FROM clawback WHERE partner_id = ? AND currency = ?"
            + " AND open_amount > 0 ORDER BY id FOR UPDATE",
        partnerId,
        currency.code());
  }

  /** Plans to take an amount from a payout, oldest clawback first. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void plan(long payoutId, long partnerId, Money amount) {
    Money left = amount;
    for (Open open : open(partnerId, amount.currency())) {
      Money part = open.amount().min(left);
      if (part.isZero()) {
        break;
      }
      sql.update(
          "INSERT INTO clawback_recovery (clawback_id, payout_id, amount) VALUES (?, ?, ?)",
          open.id(),
          payoutId,
          part.amount());
      sql.update(
          "UPDATE clawback SET open_amount = open_amount - ? WHERE id = ?",
          part.amount(),
          open.id());
      left = left.minus(part);
    }
    if (!left.isZero()) {
      throw new IllegalStateException("payout " + payoutId + " would recover more than is owed");
    }
  }

  /** Gives back what was planned, when the payout is not made. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void giveBack(long payoutId) {
    sql.update(
        "UPDATE clawback c JOIN clawback_recovery r ON r.clawback_id = c.id"
            + " SET c.open_amount = c.open_amount + r.amount WHERE r.payout_id = ?",
        payoutId);
    sql.update("DELETE FROM clawback_recovery WHERE payout_id = ?", payoutId);
  }

  /** Carries a released payout's negative sum, once. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void open(long payoutId, long partnerId, Money amount) {
    sql.insertOnce(
        "INSERT INTO clawback (uid, partner_id, currency, payout_id, amount, open_amount, opened_at)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?)",
        Uids.next(clock.now()),
        partnerId,
        amount.currency().code(),
        payoutId,
        amount.amount(),
        amount.amount(),
        clock.now());
  }

  /** What a payout takes, for its statement: oldest clawback first. */
  @Transactional(Transactional.TxType.MANDATORY)
  public List<Taken> takenBy(long payoutId, Currency currency) {
    return sql.rows(
        row ->
            new Taken(
                SerialNumber.of("P", row.number("payout_id")),
                new Money(row.decimal("amount"), currency),
                new Money(row.decimal("taken"), currency)),
        "SELECT c.payout_id, c.amount, r.amount AS taken FROM clawback_recovery r"
            + " JOIN clawback c ON c.id = r.clawback_id WHERE r.payout_id = ? ORDER BY c.id",
        payoutId);
  }

  /**
   * A part of a recovery.
   *
   * @param origin number of the payout whose negative sum is recovered
   * @param amount of the clawback at first
   * @param taken now
   */
  public record Taken(String origin, Money amount, Money taken) {}

  /** Clawbacks, newest first; filters: partner, partnerName, currency, open. */
  @Transactional
  public Slice<ClawbackSummary> list(Actor actor, ListQuery query) {
    return listing(reader(actor)).slice(sql, query);
  }

  @Transactional
  public Batch<ClawbackSummary> batch(
      Actor actor, String cursor, int size, Map<String, String> filters) {
    return listing(reader(actor)).batch(sql, cursor, size, filters);
  }

  /**
   * @throws Problem 404 when there is none, or it is none of the reader's business
   */
  @Transactional
  public ClawbackDetail get(Actor actor, UUID uid) {
    ClawbackSummary summary =
        listing(reader(actor))
            .where("c.uid = ?", uid)
            .slice(sql, ListQuery.firstRows(1))
            .rows()
            .stream()
            .findFirst()
            .orElseThrow(Problem::notFound);
    return new ClawbackDetail(summary, recoveries(uid), writeOffs(uid));
  }

  private static PartnerScope reader(Actor actor) {
    if (actor.partner().isEmpty()) {
      actor.require(Role.FINANCE, Role.EXECUTIVE, Role.AUDITOR);
    }
    return actor.scope();
  }

  private List<ClawbackDetail.Recovery> recoveries(UUID clawback) {
    return sql.rows(
        row ->
            new ClawbackDetail.Recovery(
                row.uuid("uid"),
                SerialNumber.of("P", row.number("id")),
                row.decimal("amount"),
                !row.text("state").equals("PREPARED") && !row.text("state").equals("RELEASING")),
        "SELECT o.uid, o.id, o.state, r.amount FROM clawback_recovery r"
            + " JOIN clawback c ON c.id = r.clawback_id JOIN payout o ON o.id = r.payout_id"
            + " WHERE c.uid = ? ORDER BY o.id",
        clawback);
  }

  private List<ClawbackDetail.WriteOff> writeOffs(UUID clawback) {
    return sql.rows(
        row ->
            new ClawbackDetail.WriteOff(
                row.uuid("uid"),
                row.decimal("amount"),
                row.text("reason"),
                row.text("state"),
                row.text("requested_by"),
                row.instant("requested_at"),
                row.text("decided_by") == null ? "" : row.text("decided_by"),
                row.instant("decided_at")),
        "SELECT w.* FROM clawback_write_off w JOIN clawback c ON c.id = w.clawback_id"
            + " WHERE c.uid = ? ORDER BY w.id",
        clawback);
  }

  private static final String RECOVERED =
      "(SELECT COALESCE(SUM(r.amount), 0) FROM clawback_recovery r JOIN payout t ON t.id = r.payout_id"
          + " WHERE r.clawback_id = c.id AND t.state %s IN ('PREPARED', 'RELEASING'))";

  private static Listing<ClawbackSummary> listing(PartnerScope scope) {
    return Listing.of(
            Clawbacks::summary,
            "c.*, p.code AS partner_code, p.name AS partner_name, o.uid AS payout_uid,"
                + " st.uid AS statement_uid, "
                + RECOVERED.formatted("NOT")
                + " AS recovered, "
                + RECOVERED.formatted("")
                + " AS planned, (SELECT COALESCE(SUM(w.amount), 0) FROM clawback_write_off w"
                + " WHERE w.clawback_id = c.id AND w.state = 'APPROVED') AS written_off",
            "clawback c JOIN partner p ON p.id = c.partner_id JOIN payout o ON o.id = c.payout_id"
                + " LEFT JOIN statement st ON st.payout_id = o.id")
        .within(scope, "c.partner_id", "o.covers_from", "DATE_SUB(o.covers_until, INTERVAL 1 DAY)")
        .filter("partner", Listing.Match.CONTAINS, "p.code")
        .filter("partnerName", Listing.Match.CONTAINS, "p.name")
        .filter("currency", Listing.Match.EQUALS, "c.currency")
        .filterBy("open", "CASE WHEN c.open_amount > 0 THEN 'true' ELSE 'false' END = ?")
        .sort("partnerName", "p.name")
        .sort("amount", "c.amount")
        .sort("openAmount", "c.open_amount")
        .newestFirst("c.id");
  }

  private static ClawbackSummary summary(Sql.Row row) throws SQLException {
    return new ClawbackSummary(
        row.uuid("uid"),
        row.text("partner_code"),
        row.text("partner_name"),
        row.text("currency"),
        row.uuid("payout_uid"),
        SerialNumber.of("P", row.number("payout_id")),
        row.uuid("statement_uid"),
        row.decimal("amount"),
        row.decimal("recovered"),
        row.decimal("planned"),
        row.decimal("written_off"),
        row.decimal("open_amount"),
        row.instant("opened_at"));
  }
}
