package org.mitra.funds;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.mitra.access.Actor;
import org.mitra.data.BusinessClock;
import org.mitra.data.Sql;
import org.mitra.funds.Lots.Part;
import org.mitra.ledger.Entry;
import org.mitra.ledger.Entry.Place;
import org.mitra.ledger.Ledger;
import org.mitra.money.Currency;
import org.mitra.money.Money;

/**
 * Moves the money of a fund. Whoever does locks the fund first, so that all that happens to it
 * happens in some order; the sums of a lot are changed by an update that refuses to take anything
 * below zero, with a movement and a journal entry in the same transaction.
 */
@ApplicationScoped
class FundAccount {
  @Inject private Sql sql;
  @Inject private Ledger ledger;
  @Inject private BusinessClock clock;

  /**
   * What a movement is about.
   *
   * @param key names the effect; its entry is written once
   * @param day on which it counts
   * @param memo names the sentence of the entry
   * @param activity row id; null when it is about none
   * @param title of the activity, for the sentence; may be empty
   * @param reason as somebody gave it; may be empty
   */
  record Effect(
      String key, LocalDate day, String memo, Long activity, String title, String reason) {}

  /** Locks the fund until the end of the transaction. */
  Fund lock(long id) {
    long locked =
        sql.row(row -> row.number("id"), "SELECT id FROM fund WHERE id = ? FOR UPDATE", id)
            .orElseThrow();
    return sql.row(
            FundAccount::fund,
            "SELECT f.id, f.uid, f.program_id, f.partner_id, f.currency, g.code AS program,"
                + " p.code AS partner FROM fund f JOIN program g ON g.id = f.program_id"
                + " JOIN partner p ON p.id = f.partner_id WHERE f.id = ?",
            locked)
        .orElseThrow();
  }

  private static Fund fund(Sql.Row row) throws SQLException {
    return new Fund(
        row.number("id"),
        row.uuid("uid"),
        row.number("program_id"),
        row.text("program"),
        row.number("partner_id"),
        row.text("partner"),
        Currency.of(row.text("currency")));
  }

  /** The fund's lots. */
  List<Lot> lots(Fund fund) {
    return sql.rows(
        row -> lot(row, fund.currency()),
        "SELECT * FROM fund_allocation WHERE fund_id = ? ORDER BY expires_on, number",
        fund.id());
  }

  static Lot lot(Sql.Row row, Currency currency) throws SQLException {
    return new Lot(
        row.number("id"),
        row.uuid("uid"),
        row.integer("number"),
        row.day("expires_on"),
        row.flag("lapsed"),
        new Money(row.decimal("allocated"), currency),
        new Money(row.decimal("committed"), currency),
        new Money(row.decimal("paid"), currency),
        new Money(row.decimal("expired"), currency));
  }

  /** What is promised to an activity and not paid, in the order in which lots were consumed. */
  List<Part> held(Fund fund, long activity) {
    return sql.rows(
        row -> new Part(row.number("lot"), new Money(row.decimal("held"), fund.currency())),
        "SELECT allocation_id AS lot, SUM(CASE kind WHEN 'COMMIT' THEN amount"
            + " WHEN 'RELEASE' THEN -amount WHEN 'PAY' THEN -amount ELSE 0 END) AS held"
            + " FROM fund_movement WHERE activity_id = ? GROUP BY allocation_id HAVING held > 0"
            + " ORDER BY MIN(CASE WHEN kind = 'COMMIT' THEN id END)",
        activity);
  }

  /** Moves parts of lots, and writes the entry that says so; its row id. */
  long move(
      Actor actor,
      Fund fund,
      MovementKind kind,
      List<Part> parts,
      Effect effect,
      Place debit,
      Place credit) {
    Money amount = Lots.sum(parts, Money.zero(fund.currency()));
    Map<String, String> facts = new TreeMap<>();
    facts.put("program", fund.program());
    facts.put("partner", fund.partner());
    facts.put("title", effect.title());
    long entry =
        ledger.post(
            actor,
            Entry.move(effect.key(), effect.day(), effect.memo(), facts, amount, debit, credit));
    record(actor, fund, kind, parts, effect, entry);
    return entry;
  }

  /** Moves parts of lots for which an entry is written already. */
  void record(
      Actor actor, Fund fund, MovementKind kind, List<Part> parts, Effect effect, long entry) {
    List<Object[]> rows = new ArrayList<>();
    for (Part part : parts) {
      change(part, kind);
      rows.add(
          new Object[] {
            fund.id(),
            part.lot(),
            kind,
            part.amount().amount(),
            effect.activity(),
            effect.reason(),
            entry,
            effect.day(),
            clock.now(),
            actor.username()
          });
    }
    sql.batch(
        "INSERT INTO fund_movement (fund_id, allocation_id, kind, amount, activity_id, reason,"
            + " entry_id, effective_on, recorded_at, recorded_by)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        rows);
  }

  private void change(Part part, MovementKind kind) {
    BigDecimal amount = part.amount().amount();
    BigDecimal committed = amount.multiply(BigDecimal.valueOf(kind.committed()));
    int changed =
        sql.update(
            "UPDATE fund_allocation SET allocated = allocated + ?, committed = committed + ?,"
                + " paid = paid + ?, expired = expired + ? WHERE id = ? AND committed + ? >= 0"
                + " AND allocated - committed - paid - expired + ? >= 0",
            amount.multiply(BigDecimal.valueOf(kind.allocated())),
            committed,
            amount.multiply(BigDecimal.valueOf(kind.paid())),
            amount.multiply(BigDecimal.valueOf(kind.expired())),
            part.lot(),
            committed,
            amount.multiply(BigDecimal.valueOf(kind.available())));
    if (changed != 1) {
      throw new IllegalStateException(kind + " of " + part + " would overdraw the lot");
    }
  }
}
