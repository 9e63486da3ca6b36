package org.mitra.bench;

/** What programs measure, in SQL: written anew, with nothing of the engine in it. */
final class BenchSql {
  private BenchSql() {}

  static final String SOLD =
      " FROM sales_transaction t JOIN product p ON p.id = t.product_id"
          + " JOIN product_group g ON g.id = p.group_id"
          + " JOIN partner_standing s ON s.partner_id = %1$s AND s.valid_from <= DATE(t.counts_at)"
          + " AND s.valid_to > DATE(t.counts_at)"
          + " WHERE t.superseded_by IS NULL AND t.flow = '%2$s' AND t.counts_at >= '2025-01-01'"
          + " AND t.counts_at < '2026-01-01'%3$s";

  /** The scope in SQL: its lists are written alike. */
  static String condition(String scope) {
    StringBuilder condition = new StringBuilder();
    for (String part : scope.split("], ?|]")) {
      if (!part.isBlank()) {
        String name = part.replaceAll(".*\"(\\w+)\": \\[.*", "$1");
        String column =
            switch (name) {
              case "groups" -> "g.code";
              case "items" -> "p.code";
              case "regions" -> "s.region";
              case "levels" -> "s.level";
              default -> "(SELECT o.type FROM partner o WHERE o.id = s.partner_id)";
            };
        condition.append(" AND ").append(column).append(" IN (");
        condition.append(part.replaceAll(".*\\[", "").replace('"', '\'')).append(")");
      }
    }
    return condition.toString();
  }

  private static String payee(String payee) {
    return switch (payee) {
      case "ABOVE_SELLER" ->
          "(SELECT up.parent_id FROM partner_standing up WHERE up.partner_id = t.seller_id"
              + " AND up.valid_from <= DATE(t.counts_at) AND up.valid_to > DATE(t.counts_at))";
      case "REPRESENTATIVE" -> "t.represented_by";
      case "SELLER" -> "t.seller_id";
      default -> "t.buyer_id";
    };
  }

  static String start(int months) {
    return switch (months) {
      case 1 -> "DATE(t.counts_at) - INTERVAL DAYOFMONTH(t.counts_at) - 1 DAY";
      case 3 -> "MAKEDATE(YEAR(t.counts_at), 1) + INTERVAL (QUARTER(t.counts_at) - 1) * 3 MONTH";
      default -> "MAKEDATE(YEAR(t.counts_at), 1)";
    };
  }

  static String sums(int months, String payee, String flow, String condition) {
    return "SELECT s.partner_id AS partner_id, "
        + start(months)
        + " AS period_start, SUM(t.net) AS n, SUM(t.quantity) AS q"
        + SOLD.formatted(payee(payee), flow, condition)
        + " GROUP BY 1, 2";
  }

  static String measured(int months, String payee, String flow, String condition, String formula) {
    return "SELECT partner_id, period_start, ROUND("
        + formula
        + ", 0) AS entitled FROM ("
        + sums(months, payee, flow, condition)
        + ") sums";
  }

  /** What each invoice came to, with what was returned of it. */
  static String invoices(String columns, String condition) {
    return "SELECT s.partner_id AS partner_id, "
        + start(3)
        + " AS period_start, COALESCE((SELECT sale.document FROM sales_transaction sale"
        + " WHERE sale.id = t.origin_id), t.document) AS invoice, "
        + columns
        + SOLD.formatted("t.seller_id", "SELL_OUT", condition)
        + " GROUP BY 1, 2, 3";
  }
}
