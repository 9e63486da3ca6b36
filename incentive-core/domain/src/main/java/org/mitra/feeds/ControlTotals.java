package org.mitra.feeds;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.mitra.access.Actor;
import org.mitra.access.Role;
import org.mitra.data.Sql;

/**
 * Nothing disappears: what feeds brought, by economic month and currency, and what became of it.
 *
 * <p>How what was stored divides into credited and not credited is the calculation's to say; it
 * reads the same lines by {@code feed_id} and {@code sold_on}.
 */
@ApplicationScoped
public class ControlTotals {
  private static final String SUMS =
      sums("received", "'RECEIVED'")
          + ", "
          + sums("repaired", "'REPAIRED'")
          + ", "
          + sums("stored", "'NEW', 'CHANGED'")
          + ", "
          + sums("unchanged", "'UNCHANGED'")
          + ", "
          + sums("quarantined", "'QUARANTINED'")
          + ", "
          + sums("dismissed", "'DISMISSED'");

  @Inject private Sql sql;

  private static String sums(String name, String outcomes) {
    return "SUM(CASE WHEN c.outcome IN (%2$s) THEN c.line_count ELSE 0 END) AS %1$s_lines, "
            .formatted(name, outcomes)
        + "SUM(CASE WHEN c.outcome IN (%2$s) THEN c.amount ELSE 0 END) AS %1$s_amount"
            .formatted(name, outcomes);
  }

  /**
   * A feed's part of a month.
   *
   * @param feed name of the mapping; {@code API} for requests, {@code PORTAL} for what was typed in
   */
  public record FeedTotal(String feed, ControlTotal total) {}

  /**
   * The sales of a month, by feed and currency.
   *
   * @param month economic month, in the zone of the house
   */
  @Transactional
  public List<FeedTotal> ofMonth(Actor actor, YearMonth month) {
    requireReader(actor);
    return ofMonth(month.atDay(1), month.plusMonths(1).atDay(1));
  }

  /** Rows whose economic month cannot be read, by feed. */
  @Transactional
  public List<FeedTotal> withoutMonth(Actor actor) {
    requireReader(actor);
    return ofMonth(Tally.NO_MONTH, Tally.NO_MONTH.plusMonths(1));
  }

  private List<FeedTotal> ofMonth(LocalDate from, LocalDate until) {
    List<FeedTotal> totals =
        sql.rows(
            row -> new FeedTotal(row.text("feed"), total(row)),
            "SELECT COALESCE(m.name, 'API') AS feed, MIN(c.month) AS month, c.currency, "
                + SUMS
                + " FROM control_total c JOIN feed_import i ON i.id = c.import_id"
                + " LEFT JOIN feed_mapping m ON m.id = i.mapping_id"
                + " WHERE i.kind = 'SALES' AND c.month >= ? AND c.month < ?"
                + " GROUP BY COALESCE(m.name, 'API'), c.currency ORDER BY 1, 3",
            from,
            until);
    totals.addAll(
        sql.rows(
            row -> new FeedTotal("PORTAL", typedIn(row, from)),
            "SELECT currency, COUNT(*) AS line_count, SUM(net) AS amount FROM sales_transaction"
                + " WHERE feed_id IS NULL AND sold_on >= ? AND sold_on < ? GROUP BY currency",
            from,
            until));
    return totals;
  }

  private static ControlTotal typedIn(Sql.Row row, LocalDate month) throws SQLException {
    ControlTotal.Sum sum = new ControlTotal.Sum(row.number("line_count"), row.decimal("amount"));
    ControlTotal.Sum none = ControlTotal.Sum.NOTHING;
    return new ControlTotal(month, row.text("currency"), sum, none, sum, none, none, none);
  }

  static void requireReader(Actor actor) {
    actor.require(
        Role.ADMINISTRATOR, Role.CHANNEL_MANAGER, Role.FINANCE, Role.AUDITOR, Role.EXECUTIVE);
  }

  /** An import's rows, by month and currency. */
  @Transactional
  public List<ControlTotal> ofImport(Actor actor, UUID importUid) {
    requireReader(actor);
    return ofImport(
        sql.row(row -> row.number("id"), "SELECT id FROM feed_import WHERE uid = ?", importUid)
            .orElseThrow(org.mitra.problem.Problem::notFound));
  }

  List<ControlTotal> ofImport(long importId) {
    return sql.rows(
        ControlTotals::total,
        "SELECT c.month, c.currency, "
            + SUMS
            + " FROM control_total c WHERE c.import_id = ?"
            + " GROUP BY c.month, c.currency ORDER BY c.month, c.currency",
        importId);
  }

  private static ControlTotal total(Sql.Row row) throws SQLException {
    LocalDate month = row.day("month");
    return new ControlTotal(
        month.equals(Tally.NO_MONTH) ? null : month,
        row.text("currency"),
        sum(row, "received"),
        sum(row, "repaired"),
        sum(row, "stored"),
        sum(row, "unchanged"),
        sum(row, "quarantined"),
        sum(row, "dismissed"));
  }

  static ControlTotal.Sum sum(Sql.Row row, String name) throws SQLException {
    return new ControlTotal.Sum(
        row.number(name + "_lines"), row.decimal(name + "_amount").stripTrailingZeros());
  }
}
