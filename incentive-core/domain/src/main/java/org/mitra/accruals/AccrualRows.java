package org.mitra.accruals;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mitra.data.BusinessClock;
import org.mitra.data.Sql;
import org.mitra.data.Uids;
import org.mitra.engine.AccrualKey;
import org.mitra.engine.Settles;
import org.mitra.money.Currency;
import org.mitra.money.Money;
import org.mitra.time.Period;

/**
 * The rows of a partner's accruals. Used under his lock, so that figures computed from older facts
 * never win.
 */
@ApplicationScoped
class AccrualRows {
  @Inject private Sql sql;
  @Inject private BusinessClock clock;

  /** A row as it stands. */
  record Stored(
      long id,
      long partnerId,
      AccrualKey key,
      Settles settles,
      Money entitled,
      BigDecimal qualifying,
      BigDecimal paying,
      int lines,
      Money posted,
      int postings,
      Instant refreshedAt) {

    boolean shows(Figures figures) {
      return entitled.equals(figures.entitled())
          && lines == figures.lines()
          && qualifying.compareTo(figures.qualifying()) == 0
          && paying.compareTo(figures.paying()) == 0;
    }
  }

  /** The partner's rows in the window. */
  Map<AccrualKey, Stored> of(long partnerId, Window window) {
    return of(List.of(partnerId), window).getOrDefault(partnerId, Map.of());
  }

  /** The rows of some partners in the window, by row id of the partner. */
  Map<Long, Map<AccrualKey, Stored>> of(List<Long> partners, Window window) {
    Map<Long, Map<AccrualKey, Stored>> rows = new HashMap<>();
    sql.each(
        row -> {
          LocalDate start = row.day("period_start");
          String program = row.text("program");
          if (window.holds(program, start)) {
            Currency currency = Currency.of(row.text("currency"));
            AccrualKey key =
                new AccrualKey(
                    program,
                    row.text("partner"),
                    new Period(start, row.day("period_end")),
                    currency);
            Stored stored =
                new Stored(
                    row.number("id"),
                    row.number("partner_id"),
                    key,
                    row.constant("settles", Settles.class),
                    new Money(row.decimal("entitled"), currency),
                    row.decimal("qualifying"),
                    row.decimal("paying"),
                    row.integer("line_count"),
                    new Money(row.decimal("posted"), currency),
                    row.integer("postings"),
                    row.instant("refreshed_at"));
            rows.computeIfAbsent(stored.partnerId(), partner -> new HashMap<>()).put(key, stored);
          }
        },
        "SELECT a.*, p.code AS program, o.code AS partner FROM accrual a"
            + " JOIN program p ON p.id = a.program_id JOIN partner o ON o.id = a.partner_id"
            + " WHERE a.partner_id IN "
            + Sql.list(partners.size()),
        partners.toArray());
    return rows;
  }

  /** Ids of partners who have rows in the days, whether or not they still have sales there. */
  List<Long> partners(Period days) {
    return sql.rows(
        row -> row.number("partner_id"),
        "SELECT DISTINCT partner_id FROM accrual WHERE period_end > ? AND period_start < ?",
        days.start(),
        days.end());
  }

  /** Figures that their row does not show, or for which there is none. */
  record Change(long partnerId, AccrualKey key, Settles settles, Figures figures) {}

  /** Writes figures into their rows, new ones where there are none. */
  void write(List<Change> changes) {
    if (changes.isEmpty()) {
      return;
    }
    Map<String, Long> programs = new HashMap<>();
    sql.each(
        row -> programs.put(row.text("code"), row.number("id")), "SELECT id, code FROM program");
    Instant now = clock.now();
    sql.batch(
        "INSERT INTO accrual (uid, program_id, partner_id, period_start, period_end, currency,"
            + " settles, qualifying, paying, line_count, entitled, posted, postings, next_threshold,"
            + " next_missing, next_earned, next_offer, next_measure, refreshed_at)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0, ?, ?, ?, ?, ?, ?)"
            + " ON DUPLICATE KEY UPDATE qualifying = VALUES(qualifying), paying = VALUES(paying),"
            + " line_count = VALUES(line_count), entitled = VALUES(entitled),"
            + " next_threshold = VALUES(next_threshold), next_missing = VALUES(next_missing),"
            + " next_earned = VALUES(next_earned), next_offer = VALUES(next_offer),"
            + " next_measure = VALUES(next_measure), refreshed_at = VALUES(refreshed_at)",
        changes.stream().map(it -> row(it, programs.get(it.key().program()), now)).toList());
  }

  private static Object[] row(Change change, long programId, Instant now) {
    AccrualKey key = change.key();
    Figures figures = change.figures();
    return new Object[] {
      Uids.next(now),
      programId,
      change.partnerId(),
      key.period().start(),
      key.period().end(),
      key.currency().code(),
      change.settles().name(),
      figures.qualifying(),
      figures.paying(),
      figures.lines(),
      figures.entitled().amount(),
      figures.nextThreshold(),
      figures.nextMissing(),
      figures.nextEarned(),
      figures.nextOffer(),
      figures.nextMeasure(),
      now
    };
  }
}
