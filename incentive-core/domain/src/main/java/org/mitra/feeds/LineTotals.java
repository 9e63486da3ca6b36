package org.mitra.feeds;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import org.mitra.access.Actor;
import org.mitra.accruals.CreditTotals;
import org.mitra.accruals.CreditTotals.CreditTotal;
import org.mitra.data.BusinessClock;
import org.mitra.data.Sql;
import org.mitra.feeds.ControlTotal.Sum;

/**
 * The second half of the control totals: lines that were taken in, and what programs made of them.
 */
@ApplicationScoped
public class LineTotals {
  @Inject private Sql sql;
  @Inject private BusinessClock clock;
  @Inject private CreditTotals creditTotals;

  private record Stored(
      String feed, String currency, Sum all, Sum superseded, Sum away, Sum here) {}

  /**
   * The sales of a month, by feed and currency.
   *
   * @param month economic month, in the zone of the house
   */
  @Transactional
  public List<LineTotal> ofMonth(Actor actor, YearMonth month) {
    ControlTotals.requireReader(actor);
    List<CreditTotal> credits = creditTotals.ofMonth(month.atDay(1));
    return stored(month).stream().map(stored -> total(stored, credits)).toList();
  }

  private static LineTotal total(Stored stored, List<CreditTotal> credits) {
    List<CreditTotal> own =
        credits.stream()
            .filter(c -> c.feed().equals(stored.feed()) && c.currency().equals(stored.currency()))
            .toList();
    Sum credited = sum(own.stream().filter(CreditTotal::isCredited).toList());
    List<CreditTotal> reasons = own.stream().filter(c -> !c.isCredited()).toList();
    Sum notCredited = sum(reasons);
    Sum elsewhere = stored.away().minus(stored.here());
    Sum uncalculated =
        stored.all().minus(stored.superseded()).minus(elsewhere).minus(credited).minus(notCredited);
    return new LineTotal(
        stored.feed(),
        stored.currency(),
        stored.all(),
        stored.superseded(),
        elsewhere,
        credited,
        notCredited,
        uncalculated,
        reasons);
  }

  private static Sum sum(List<CreditTotal> totals) {
    return totals.stream()
        .map(total -> new Sum(total.lines(), total.net()))
        .reduce(Sum.NOTHING, Sum::plus);
  }

  private List<Stored> stored(YearMonth month) {
    Instant from = month.atDay(1).atStartOfDay(clock.zone()).toInstant();
    Instant until = month.plusMonths(1).atDay(1).atStartOfDay(clock.zone()).toInstant();
    String sold = "(t.sold_on >= ? AND t.sold_on < ?)";
    String counts = "(t.counts_at >= ? AND t.counts_at < ?)";
    // What matters of a line: sold in the month, counting in it, and whether it was superseded.
    return sql.rows(
        LineTotals::stored,
        "SELECT feed, currency, "
            + sums("all", "sold = 1")
            + ", "
            + sums("superseded", "sold = 1 AND replaced = 1")
            + ", "
            + sums("away", "sold = 1 AND replaced = 0 AND counts = 0")
            + ", "
            + sums("here", "sold = 0 AND replaced = 0 AND counts = 1")
            + " FROM (SELECT CASE WHEN t.feed_id IS NULL THEN 'PORTAL'"
            + " ELSE COALESCE(m.name, 'API') END AS feed, t.currency, t.net, "
            + sold
            + " AS sold, "
            + counts
            + " AS counts, t.superseded_by IS NOT NULL AS replaced FROM sales_transaction t"
            + " LEFT JOIN feed_import i ON i.id = t.feed_id"
            + " LEFT JOIN feed_mapping m ON m.id = i.mapping_id WHERE "
            + sold
            + " OR "
            + counts
            + ") facts GROUP BY feed, currency ORDER BY feed, currency",
        month.atDay(1),
        month.plusMonths(1).atDay(1),
        from,
        until,
        month.atDay(1),
        month.plusMonths(1).atDay(1),
        from,
        until);
  }

  private static String sums(String name, String condition) {
    return "SUM(CASE WHEN %2$s THEN 1 ELSE 0 END) AS %1$s_lines, ".formatted(name, condition)
        + "SUM(CASE WHEN %2$s THEN net ELSE 0 END) AS %1$s_amount".formatted(name, condition);
  }

  private static Stored stored(Sql.Row row) throws SQLException {
    return new Stored(
        row.text("feed"),
        row.text("currency"),
        ControlTotals.sum(row, "all"),
        ControlTotals.sum(row, "superseded"),
        ControlTotals.sum(row, "away"),
        ControlTotals.sum(row, "here"));
  }
}
