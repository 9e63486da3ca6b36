package org.mitra.statements;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.mitra.access.Actor;
import org.mitra.access.PartnerScope;
import org.mitra.access.Role;
import org.mitra.bank.BankAccounts;
import org.mitra.data.Batch;
import org.mitra.data.ListQuery;
import org.mitra.data.Listing;
import org.mitra.data.Packed;
import org.mitra.data.SerialNumber;
import org.mitra.data.Sha256;
import org.mitra.data.Slice;
import org.mitra.data.Sql;
import org.mitra.data.Uids;
import org.mitra.problem.Problem;

/** Statements: issued once, read ever after. The database lets nobody change one. */
@ApplicationScoped
public class Statements {
  @Inject private Sql sql;

  /** Issues the statement of a payout, in the transaction of its release, once. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void issue(long payoutId, StatementContent content) {
    byte[] json = StatementJson.write(content);
    sql.insertOnce(
        "INSERT INTO statement (uid, payout_id, issued_at, hash, content) VALUES (?, ?, ?, ?, ?)",
        Uids.next(content.issuedAt()),
        payoutId,
        content.issuedAt(),
        Sha256.of(json),
        Packed.of(json));
  }

  /** Statements, newest first; filters: partner, partnerName, currency, state, settlement. */
  @Transactional
  public Slice<StatementSummary> list(Actor actor, ListQuery query) {
    return listing(reader(actor)).slice(sql, query);
  }

  @Transactional
  public Batch<StatementSummary> batch(
      Actor actor, String cursor, int size, Map<String, String> filters) {
    return listing(reader(actor)).batch(sql, cursor, size, filters);
  }

  /**
   * @throws Problem 404 when there is none, or it is none of the reader's business
   */
  @Transactional
  public StatementDetail get(Actor actor, UUID uid) {
    StatementSummary summary = summary(actor, uid);
    StatementContent content = StatementJson.read(json(uid));
    return new StatementDetail(summary, content, booked(content), transfers(uid));
  }

  /** The JSON, byte for byte as it was hashed. */
  @Transactional
  public byte[] json(Actor actor, UUID uid) {
    return json(summary(actor, uid).uid());
  }

  private StatementSummary summary(Actor actor, UUID uid) {
    return listing(reader(actor))
        .where("st.uid = ?", uid)
        .slice(sql, ListQuery.firstRows(1))
        .rows()
        .stream()
        .findFirst()
        .orElseThrow(Problem::notFound);
  }

  private byte[] json(UUID uid) {
    return sql.row(
            row -> Packed.content(row.bytes("content")),
            "SELECT content FROM statement WHERE uid = ?",
            uid)
        .orElseThrow();
  }

  private static PartnerScope reader(Actor actor) {
    if (actor.partner().isEmpty()) {
      actor.require(Role.FINANCE, Role.EXECUTIVE, Role.AUDITOR);
    }
    return actor.scope();
  }

  private StatementDetail.Booked booked(StatementContent content) {
    Map<String, BigDecimal> accounts = new HashMap<>();
    UUID[] entry = new UUID[1];
    sql.each(
        row -> {
          entry[0] = row.uuid("uid");
          accounts.merge(row.text("account"), row.decimal("amount"), BigDecimal::add);
        },
        "SELECT e.uid, l.account, l.amount FROM journal_entry e"
            + " JOIN journal_line l ON l.entry_id = e.id WHERE e.id = ? AND l.currency = ?",
        content.entry(),
        content.currency().code());
    BigDecimal payable = accounts.getOrDefault("incentives-payable", BigDecimal.ZERO);
    BigDecimal withheld = accounts.getOrDefault("withholding-tax", BigDecimal.ZERO).negate();
    BigDecimal clawback = accounts.getOrDefault("clawback-receivable", BigDecimal.ZERO);
    BigDecimal cash = accounts.getOrDefault("cash", BigDecimal.ZERO).negate();
    BigDecimal owed = content.carried().amount().subtract(content.recovered().amount());
    boolean agrees =
        payable.compareTo(content.gross().amount()) == 0
            && withheld.compareTo(content.tax().amount().amount()) == 0
            && clawback.compareTo(owed) == 0
            && cash.compareTo(content.net().amount()) == 0;
    return new StatementDetail.Booked(entry[0], payable, withheld, clawback, cash, agrees);
  }

  private List<StatementDetail.Transfer> transfers(UUID uid) {
    return sql.rows(
        row ->
            new StatementDetail.Transfer(
                row.integer("attempt"),
                row.text("bank_name"),
                BankAccounts.masked(row.text("number")),
                row.instant("made_at"),
                row.text("outcome"),
                row.day("outcome_on"),
                row.text("remark")),
        "SELECT i.attempt, i.outcome, i.outcome_on, i.remark, b.bank_name, b.number, f.made_at"
            + " FROM statement st JOIN remittance_item i ON i.payout_id = st.payout_id"
            + " JOIN remittance_file f ON f.id = i.file_id JOIN bank_account b ON b.id = i.account_id"
            + " WHERE st.uid = ? ORDER BY i.attempt",
        uid);
  }

  private static Listing<StatementSummary> listing(PartnerScope scope) {
    return Listing.of(
            Statements::summary,
            "st.uid, st.issued_at, st.hash, o.id AS payout_id, o.uid AS payout_uid, o.currency,"
                + " o.gross, o.tax, o.recovered, o.added, o.net, o.state, o.settlement_id, s.last_day,"
                + " p.code AS partner_code, p.name AS partner_name",
            "statement st JOIN payout o ON o.id = st.payout_id"
                + " JOIN settlement s ON s.id = o.settlement_id JOIN partner p ON p.id = o.partner_id")
        .within(scope, "o.partner_id", "o.covers_from", "DATE_SUB(o.covers_until, INTERVAL 1 DAY)")
        .filter("partner", Listing.Match.CONTAINS, "p.code")
        .filter("partnerName", Listing.Match.CONTAINS, "p.name")
        .filter("currency", Listing.Match.EQUALS, "o.currency")
        .filter("state", Listing.Match.EQUALS, "o.state")
        .filter("settlement", Listing.Match.UID, "s.uid = ?")
        .sort("partnerName", "p.name")
        .sort("lastDay", "s.last_day")
        .sort("net", "o.net")
        .newestFirst("st.id");
  }

  private static StatementSummary summary(Sql.Row row) throws SQLException {
    return new StatementSummary(
        row.uuid("uid"),
        row.uuid("payout_uid"),
        SerialNumber.of("P", row.number("payout_id")),
        SerialNumber.of("S", row.number("settlement_id")),
        row.text("partner_code"),
        row.text("partner_name"),
        row.day("last_day"),
        row.text("currency"),
        row.decimal("gross"),
        row.decimal("tax"),
        row.decimal("recovered"),
        row.decimal("added"),
        row.decimal("net"),
        row.text("state"),
        row.instant("issued_at"),
        row.hash("hash").hex());
  }
}
