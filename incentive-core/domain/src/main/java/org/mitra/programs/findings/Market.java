package org.mitra.programs.findings;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mitra.data.Sql;
import org.mitra.engine.Payee;
import org.mitra.engine.Scope;
import org.mitra.engine.Terms;
import org.mitra.time.Period;

/**
 * Sales of some days, such as the last year, that terms would have been about, summed up by partner
 * and period: enough to see what they cost, not to pay by.
 *
 * @param days the days
 * @param sums by partner and period
 */
record Market(Period days, List<Sum> sums) {

  /**
   * What a partner sold or bought in one period's length.
   *
   * @param index of the period, counted back from today
   * @param cost of what was sold; less than all of it where costs are unknown
   * @param costed net amount of sales whose cost is known
   */
  record Sum(
      long partner,
      int index,
      BigDecimal net,
      BigDecimal gross,
      BigDecimal units,
      BigDecimal cost,
      BigDecimal costed) {}

  static Market ofLastYear(Sql sql, Terms terms, LocalDate today) {
    return of(sql, terms, new Period(today.minusYears(1), today));
  }

  static Market of(Sql sql, Terms terms, Period days) {
    String payee = column(terms.payee());
    if (payee.isEmpty() || terms.currency().isEmpty() || terms.earns().isEmpty()) {
      return new Market(days, List.of());
    }
    Scope scope = terms.scope();
    List<Object> bound = new ArrayList<>();
    bound.add(days.start());
    bound.add(Math.max(1, terms.periodMonths()));
    bound.add(days.from(terms.zone()));
    bound.add(days.until(terms.zone()));
    bound.add(terms.currency().get().code());
    String restrictions =
        among("t.flow", scope.flows().stream().map(Enum::name).toList(), bound)
            + products(scope, bound)
            + among("o.type", scope.types(), bound)
            + among("s.level", scope.levels(), bound)
            + among("s.region", scope.regions(), bound);
    List<Sum> sums =
        sql.rows(
            row ->
                new Sum(
                    row.number("payee_row"),
                    row.integer("period_index"),
                    row.decimal("net"),
                    row.decimal("gross"),
                    row.decimal("units"),
                    row.decimal("cost"),
                    row.decimal("costed")),
            "SELECT o.id AS payee_row, FLOOR(TIMESTAMPDIFF(MONTH, ?, t.counts_at) / ?) AS period_index,"
                + " SUM(t.net) AS net, SUM(t.gross) AS gross, SUM(t.quantity) AS units,"
                + " COALESCE(SUM(t.unit_cost * t.quantity), 0) AS cost,"
                + " COALESCE(SUM(CASE WHEN t.unit_cost IS NULL THEN 0 ELSE t.net END), 0) AS costed"
                + " FROM sales_transaction t JOIN product p ON p.id = t.product_id"
                + " LEFT JOIN product_group g ON g.id = p.group_id"
                + " JOIN partner o ON o.id = "
                + payee
                + " JOIN partner_standing s ON s.partner_id = o.id"
                + " AND s.valid_from <= t.sold_on AND s.valid_to > t.sold_on"
                + " WHERE t.superseded_by IS NULL AND t.kind <> 'PAYMENT_RECEIVED'"
                + " AND t.counts_at >= ? AND t.counts_at < ? AND t.currency = ?"
                + restrictions
                + " GROUP BY payee_row, period_index",
            bound.toArray());
    return new Market(days, sums);
  }

  /** Empty for payees whom a sale names only by way of others. */
  private static String column(Payee payee) {
    return switch (payee) {
      case SELLER -> "t.seller_id";
      case BUYER -> "t.buyer_id";
      case SHIP_TO -> "COALESCE(t.ship_to_id, t.buyer_id)";
      case REPRESENTATIVE, ABOVE_SELLER, ABOVE_BUYER -> "";
    };
  }

  private static String among(String column, Collection<String> values, List<Object> bound) {
    bound.addAll(values);
    return values.isEmpty() ? "" : " AND " + column + " IN " + Sql.list(values.size());
  }

  private static String products(Scope scope, List<Object> bound) {
    if (scope.items().isEmpty() || scope.groups().isEmpty()) {
      return among("p.code", scope.items(), bound) + among("g.code", scope.groups(), bound);
    }
    bound.addAll(scope.items());
    bound.addAll(scope.groups());
    return " AND (p.code IN "
        + Sql.list(scope.items().size())
        + " OR g.code IN "
        + Sql.list(scope.groups().size())
        + ")";
  }

  boolean isEmpty() {
    return sums.isEmpty();
  }

  /** Partners who sold, or bought, more than nothing. */
  Set<Long> active() {
    Map<Long, BigDecimal> nets = new HashMap<>();
    sums.forEach(sum -> nets.merge(sum.partner(), sum.net(), BigDecimal::add));
    nets.values().removeIf(net -> net.signum() <= 0);
    return nets.keySet();
  }

  /** Everything that all sold in all periods. */
  Sum total() {
    return sums.stream()
        .reduce(
            (one, other) ->
                new Sum(
                    0,
                    0,
                    one.net().add(other.net()),
                    one.gross().add(other.gross()),
                    one.units().add(other.units()),
                    one.cost().add(other.cost()),
                    one.costed().add(other.costed())))
        .orElseThrow();
  }
}
