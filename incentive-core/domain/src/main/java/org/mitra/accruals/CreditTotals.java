package org.mitra.accruals;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mitra.data.BusinessClock;
import org.mitra.data.Sql;
import org.mitra.engine.AccrualKey;
import org.mitra.engine.Credit;
import org.mitra.engine.Crediting;
import org.mitra.engine.Refusal;
import org.mitra.engine.SalesLine;
import org.mitra.money.Exact;
import org.mitra.time.Period;

/**
 * What became of the lines of each month and feed: credited by some program, or by none and why.
 * With the quarantine they add up to what was received.
 */
@ApplicationScoped
public class CreditTotals {
  /** From the reason that says least to the one that came closest to a credit. */
  private static final List<String> CLOSENESS =
      List.of(
          "no-program",
          "pays-no-sales",
          "not-a-sale",
          "no-payee",
          "outside-program",
          "flow-not-in-scope",
          "product-not-in-scope",
          "group-not-in-scope",
          "type-not-in-scope",
          "level-not-in-scope",
          "level-at-end-not-in-scope",
          "region-not-in-scope",
          "territory-not-in-scope",
          "customer-not-in-scope",
          "certificate-missing",
          "launch-unknown",
          "outside-launch",
          "cost-unknown",
          "currency-differs",
          "no-exchange-rate",
          "reported-late",
          "after-cut-off",
          "not-enrolled",
          "counts-with-its-sale",
          "not-claimed",
          "not-a-payment",
          "not-sold",
          "not-ordered",
          "not-shipped",
          "not-paid");

  private static final Map<String, Integer> RANKS = new HashMap<>();

  static {
    CLOSENESS.forEach(code -> RANKS.put(code, RANKS.size()));
  }

  @Inject private Sql sql;
  @Inject private BusinessClock clock;

  private record Key(
      LocalDate month, long feed, String currency, boolean credited, String reason) {}

  private static final class Sum {
    private long lines;
    private BigDecimal net = BigDecimal.ZERO;
  }

  /** Hears of each verdict on a line and passes credits on; {@link #line} closes the line. */
  static final class Tally implements Crediting.Sink {
    private final Crediting.Sink next;
    private final ZoneId zone;
    private final Map<Key, Sum> sums = new HashMap<>();
    private boolean credited;
    private int closest;

    Tally(Crediting.Sink next, ZoneId zone) {
      this.next = next;
      this.zone = zone;
    }

    @Override
    public void credited(AccrualKey key, Credit credit) {
      credited = true;
      next.credited(key, credit);
    }

    @Override
    public void refused(String program, SalesLine line, Refusal refusal) {
      closest = Math.max(closest, RANKS.getOrDefault(refusal.code(), -1));
      next.refused(program, line, refusal);
    }

    @Override
    public void past(AccrualKey key, Exact part) {
      next.past(key, part);
    }

    /** Counts the line under what its verdicts came to. */
    void line(SalesLine line, long feed) {
      LocalDate month = LocalDate.ofInstant(line.countsAt(), zone).withDayOfMonth(1);
      String reason = credited ? "" : CLOSENESS.get(Math.max(0, closest));
      Sum sum =
          sums.computeIfAbsent(
              new Key(month, feed, line.currency().code(), credited, reason), key -> new Sum());
      sum.lines++;
      sum.net = sum.net.add(line.net());
      credited = false;
      closest = 0;
    }
  }

  /**
   * Lines of a feed that count in a month, as the last run over it found them.
   *
   * @param feed name of the mapping; {@code API} for requests, {@code PORTAL} for what was typed in
   * @param reason why they are not credited; empty when they are
   * @param net in {@code currency}
   */
  public record CreditTotal(
      String feed, String currency, String reason, long lines, BigDecimal net) {
    public boolean isCredited() {
      return reason.isEmpty();
    }
  }

  /**
   * What became of the lines that count in a month.
   *
   * @param month its first day, in the zone of the house
   */
  @Transactional
  public List<CreditTotal> ofMonth(LocalDate month) {
    return sql.rows(
        row ->
            new CreditTotal(
                row.text("feed"),
                row.text("currency"),
                row.text("reason"),
                row.number("line_count"),
                row.decimal("net")),
        "SELECT CASE WHEN c.feed_id = 0 THEN 'PORTAL' ELSE COALESCE(m.name, 'API') END AS feed,"
            + " c.currency, c.reason, SUM(c.line_count) AS line_count, SUM(c.net) AS net"
            + " FROM credit_total c LEFT JOIN feed_import i ON i.id = c.feed_id"
            + " LEFT JOIN feed_mapping m ON m.id = i.mapping_id WHERE c.month = ?"
            + " GROUP BY 1, 2, 3 ORDER BY 1, 2, 4 DESC",
        month);
  }

  Tally tally(Crediting.Sink next) {
    return new Tally(next, clock.zone());
  }

  /** Replaces the totals of the months that were read whole. */
  void store(Tally tally, Window window) {
    LocalDate first = LocalDate.ofInstant(window.from(), clock.zone());
    LocalDate end = LocalDate.ofInstant(window.until(), clock.zone()).withDayOfMonth(1);
    LocalDate start = first.getDayOfMonth() == 1 ? first : first.withDayOfMonth(1).plusMonths(1);
    if (!start.isBefore(end)) {
      return;
    }
    Period months = new Period(start, end);
    sql.update("DELETE FROM credit_total WHERE month >= ? AND month < ?", start, end);
    sql.batch(
        "INSERT INTO credit_total (month, feed_id, currency, credited, reason, line_count, net)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?)",
        tally.sums.entrySet().stream()
            .filter(entry -> months.contains(entry.getKey().month()))
            .map(
                entry ->
                    new Object[] {
                      entry.getKey().month(),
                      entry.getKey().feed(),
                      entry.getKey().currency(),
                      entry.getKey().credited(),
                      entry.getKey().reason(),
                      entry.getValue().lines,
                      entry.getValue().net
                    })
            .toList());
  }
}
