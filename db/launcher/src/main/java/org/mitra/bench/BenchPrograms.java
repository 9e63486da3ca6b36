package org.mitra.bench;

import java.util.List;

/** Programs of all kinds, each with the SQL that computes the same amounts once more. */
final class BenchPrograms {
  private BenchPrograms() {}

  /**
   * @param code of the program
   * @param terms as the API takes them
   * @param expected a query of {@code partner_id, period_start, entitled}: what has to come out
   * @param each {@code PARTNER_PERIOD} or, where a rule settles in a way that one query does not
   *     tell, {@code PARTNER} or {@code PROGRAM}: what is compared
   */
  record Program(String code, String terms, String expected, Each each) {}

  enum Each {
    PARTNER_PERIOD,
    PARTNER,
    PROGRAM
  }

  private static final String TERMS =
      """
      {"name": {"id": "%1$s", "en": "%1$s"}, "currency": "IDR", "zone": "Asia/Jakarta",
       "from": "2025-01-01", "until": "2026-01-01", "periodMonths": %2$s, %3$s "closingDay": 0,
       "payee": "%4$s", "scope": {"flows": ["%5$s"]%6$s}, "enrollment": "EVERYONE",
       "creditFrom": "ENROLLMENT", "returns": "IN_PERIOD_OF_SALE", "rule": {%7$s}%8$s}""";

  private static final String MARGINAL =
      "LEAST(n, 20000000) * 0.01 + GREATEST(LEAST(n, 60000000) - 20000000, 0) * 0.02"
          + " + GREATEST(n - 60000000, 0) * 0.03";
  private static final String TIERS =
      "\"starts\": \"REACHED\", \"tiers\": [{\"from\": \"0\", \"rate\": \"1%\"},"
          + " {\"from\": \"20000000\", \"rate\": \"2%\"}, {\"from\": \"60000000\", \"rate\": \"3%\"}]";
  private static final String TIERED =
      "\"type\": \"tiered\", \"qualifies\": \"%s\", \"pays\": \"NET\", ";

  static List<Program> all() {
    return List.of(
        simple("FLAT", 3, "BUYER", "SELL_IN", "", flat("2%"), "n * 0.02"),
        simple("TIER-MARGINAL", 3, "BUYER", "SELL_THROUGH", "", tiered("MARGINAL"), MARGINAL),
        simple(
            "TIER-WHOLE",
            3,
            "BUYER",
            "SELL_THROUGH",
            ", \"regions\": [\"JAWA\"]",
            tiered("WHOLE_AMOUNT"),
            "CASE WHEN n >= 60000000 THEN n * 0.03 WHEN n >= 20000000 THEN n * 0.02 ELSE n * 0.01 END"),
        simple(
            "TIER-ROLLING",
            3,
            "BUYER",
            "SELL_THROUGH",
            ", \"regions\": [\"BALI\"]",
            tiered("ROLLING"),
            "CASE WHEN n >= 60000000 THEN n * 0.03 + 20000000 * 0.01 + 60000000 * 0.02"
                + " WHEN n >= 20000000 THEN n * 0.02 + 20000000 * 0.01 ELSE n * 0.01 END"),
        simple(
            "TIER-UNITS",
            3,
            "BUYER",
            "SELL_THROUGH",
            ", \"groups\": [\"G04\"]",
            TIERED.formatted("UNITS")
                + "\"method\": \"WHOLE_AMOUNT\", \"starts\": \"EXCEEDED\", \"tiers\":"
                + " [{\"from\": \"10\", \"rate\": \"2%\"}, {\"from\": \"50\", \"rate\": \"4%\"}]",
            "CASE WHEN q > 50 THEN n * 0.04 WHEN q > 10 THEN n * 0.02 ELSE 0 END"),
        simple(
            "TIER-FIXED",
            12,
            "BUYER",
            "SELL_THROUGH",
            "",
            TIERED.formatted("NET")
                + "\"method\": \"FIXED\", \"starts\": \"REACHED\", \"tiers\":"
                + " [{\"from\": \"50000000\", \"plus\": \"250000\"}, {\"from\": \"150000000\", \"plus\": \"1000000\"}]",
            "CASE WHEN n >= 150000000 THEN 1000000 WHEN n >= 50000000 THEN 250000 ELSE 0 END"),
        simple(
            "PER-UNIT",
            1,
            "SELLER",
            "SELL_OUT",
            ", \"groups\": [\"G01\"]",
            "\"type\": \"perUnit\", \"amount\": \"5000\"",
            "q * 5000"),
        simple(
            "PER-UNIT-ITEMS",
            3,
            "SELLER",
            "SELL_OUT",
            ", \"items\": [\"P0010\", \"P0011\", \"P0012\"], \"levels\": [\"GOLD\", \"SILVER\"]",
            "\"type\": \"perUnit\", \"amount\": \"7500\"",
            "q * 7500"),
        simple(
            "EVERY-X",
            3,
            "SELLER",
            "SELL_OUT",
            ", \"groups\": [\"G05\"]",
            "\"type\": \"everyX\", \"pays\": \"UNITS\", \"every\": \"10\", \"amount\": \"25000\", \"negative\": \"NOTHING\"",
            "FLOOR(GREATEST(q, 0) / 10) * 25000"),
        simple(
            "TARGET",
            3,
            "BUYER",
            "SELL_IN",
            ", \"types\": [\"DISTRIBUTOR\"]",
            "\"type\": \"attainment\", \"qualifies\": \"NET\", \"pays\": \"NET\", \"yardstick\":"
                + " {\"kind\": \"FIXED\", \"amount\": \"500000000\"}, \"mode\": \"EXCESS\","
                + " \"starts\": \"REACHED\", \"tiers\": [{\"from\": \"100\", \"rate\": \"5%\"}]",
            "GREATEST(n - 500000000, 0) * 0.05"),
        simple(
            "ABOVE",
            3,
            "ABOVE_SELLER",
            "SELL_OUT",
            ", \"groups\": [\"G06\"]",
            flat("0.5%"),
            "n * 0.005"),
        simple(
            "REPRESENTATIVE",
            1,
            "REPRESENTATIVE",
            "SELL_OUT",
            ", \"groups\": [\"G07\", \"G10\"]",
            "\"type\": \"perUnit\", \"amount\": \"2000\"",
            "q * 2000"),
        new Program(
            "LIMITED",
            terms(
                "LIMITED",
                3,
                "",
                "BUYER",
                "SELL_THROUGH",
                ", \"levels\": [\"GOLD\"]",
                flat("2%"),
                ", \"limits\": {\"perPayee\": \"1000000\"}"),
            BenchSql.measured(
                3, "BUYER", "SELL_THROUGH", " AND s.level = 'GOLD'", "LEAST(n * 0.02, 1000000)"),
            Each.PARTNER_PERIOD),
        growth(),
        yearToDate(),
        pool(),
        contest(),
        attach(),
        newCustomer(),
        margin(),
        stacked("STACK-RATE", 1, flat("3%"), "n * 0.03", "q * 2500", ">="),
        stacked(
            "STACK-UNIT",
            2,
            "\"type\": \"perUnit\", \"amount\": \"2500\"",
            "q * 2500",
            "n * 0.03",
            ">"));
  }

  private static String flat(String rate) {
    return "\"type\": \"flat\", \"pays\": \"NET\", \"rate\": \"" + rate + "\"";
  }

  private static String tiered(String method) {
    return TIERED.formatted("NET") + "\"method\": \"" + method + "\", " + TIERS;
  }

  private static String terms(
      String code,
      int months,
      String span,
      String payee,
      String flow,
      String scope,
      String rule,
      String more) {
    return TERMS.formatted(code, Integer.toString(months), span, payee, flow, scope, rule, more);
  }

  /** A program whose amounts follow from sums of net amounts and units alone. */
  private static Program simple(
      String code,
      int months,
      String payee,
      String flow,
      String scope,
      String rule,
      String formula) {
    return new Program(
        code,
        terms(code, months, "", payee, flow, scope, rule, ""),
        BenchSql.measured(months, payee, flow, BenchSql.condition(scope), formula),
        Each.PARTNER_PERIOD);
  }

  private static Program growth() {
    String before =
        BenchSql.sums(3, "BUYER", "SELL_THROUGH", "")
            .replace("2026-01-01", "BEFORE-END")
            .replace("2025-01-01", "2024-01-01")
            .replace("BEFORE-END", "2025-01-01");
    return new Program(
        "GROWTH",
        terms(
            "GROWTH",
            3,
            "",
            "BUYER",
            "SELL_THROUGH",
            "",
            "\"type\": \"attainment\", \"qualifies\": \"NET\", \"pays\": \"NET\", \"yardstick\":"
                + " {\"kind\": \"LAST_YEAR\"}, \"mode\": \"WHOLE_AMOUNT\", \"starts\": \"REACHED\","
                + " \"tiers\": [{\"from\": \"105\", \"rate\": \"1%\"}, {\"from\": \"120\", \"rate\": \"2%\"}]",
            ""),
        "SELECT this.partner_id, this.period_start, ROUND(CASE WHEN COALESCE(last.n, 0) <= 0 THEN 0"
            + " WHEN this.n * 100 >= last.n * 120 THEN this.n * 0.02"
            + " WHEN this.n * 100 >= last.n * 105 THEN this.n * 0.01 ELSE 0 END, 0) AS entitled FROM ("
            + BenchSql.sums(3, "BUYER", "SELL_THROUGH", "")
            + ") this LEFT JOIN ("
            + before
            + ") last ON last.partner_id = this.partner_id"
            + " AND last.period_start = this.period_start - INTERVAL 1 YEAR",
        Each.PARTNER_PERIOD);
  }

  private static Program yearToDate() {
    return new Program(
        "YEAR-TO-DATE",
        terms(
            "YEAR-TO-DATE",
            3,
            "\"spanMonths\": 12,",
            "BUYER",
            "SELL_IN",
            "",
            tiered("WHOLE_AMOUNT"),
            ""),
        BenchSql.measured(
            12,
            "BUYER",
            "SELL_IN",
            "",
            "CASE WHEN n >= 60000000 THEN n * 0.03 WHEN n >= 20000000 THEN n * 0.02 ELSE n * 0.01 END"),
        Each.PARTNER);
  }

  private static Program pool() {
    return new Program(
        "POOL",
        terms(
            "POOL",
            3,
            "",
            "BUYER",
            "SELL_IN",
            ", \"types\": [\"DISTRIBUTOR\"]",
            "\"type\": \"pool\", \"measure\": \"NET\", \"target\": \"1000000\", \"rate\": \"1%\", \"sharing\": \"PRO_RATA\"",
            ""),
        "SELECT 0 AS partner_id, period_start, ROUND(SUM(n) * 0.01, 0) AS entitled FROM ("
            + BenchSql.sums(3, "BUYER", "SELL_IN", "")
            + ") sums GROUP BY period_start",
        Each.PROGRAM);
  }

  private static Program contest() {
    return new Program(
        "CONTEST",
        terms(
            "CONTEST",
            3,
            "\"graceDays\": 60,",
            "BUYER",
            "SELL_IN",
            ", \"types\": [\"DISTRIBUTOR\"]",
            "\"type\": \"contest\", \"measure\": \"NET\", \"least\": \"1\", \"prizes\":"
                + " [\"30000000\", \"20000000\", \"10000000\"]",
            ""),
        "SELECT partner_id, period_start, CASE place WHEN 1 THEN 30000000 WHEN 2 THEN 20000000"
            + " WHEN 3 THEN 10000000 ELSE 0 END AS entitled FROM (SELECT partner_id, period_start,"
            + " RANK() OVER (PARTITION BY period_start ORDER BY n DESC) AS place FROM ("
            + BenchSql.sums(3, "BUYER", "SELL_IN", "")
            + ") sums) places",
        Each.PARTNER_PERIOD);
  }

  private static Program attach() {
    return new Program(
        "ATTACH",
        terms(
            "ATTACH",
            3,
            "",
            "SELLER",
            "SELL_OUT",
            ", \"groups\": [\"G02\", \"G03\"]",
            "\"type\": \"attach\", \"groups\": [\"G02\", \"G03\"], \"amount\": \"15000\"",
            ""),
        "SELECT partner_id, period_start, SUM(CASE WHEN a > 0 AND b > 0 THEN 15000 ELSE 0 END) AS entitled FROM ("
            + BenchSql.invoices(
                "SUM(CASE WHEN g.code = 'G02' THEN t.quantity ELSE 0 END) AS a,"
                    + " SUM(CASE WHEN g.code = 'G03' THEN t.quantity ELSE 0 END) AS b",
                " AND g.code IN ('G02', 'G03')")
            + ") invoices GROUP BY 1, 2",
        Each.PARTNER_PERIOD);
  }

  private static Program newCustomer() {
    return new Program(
        "NEW-CUSTOMER",
        terms(
            "NEW-CUSTOMER",
            3,
            "",
            "SELLER",
            "SELL_OUT",
            ", \"regions\": [\"PAPUA\"]",
            "\"type\": \"newCustomer\", \"amount\": \"20000\"",
            ""),
        "SELECT partner_id, period_start, SUM(CASE WHEN news > 0 AND kept > 0 THEN 20000 ELSE 0 END) AS entitled FROM ("
            + BenchSql.invoices(
                "SUM(CASE WHEN (SELECT c.first_sale_id FROM customer c WHERE c.code = t.customer_code) = t.id"
                    + " THEN 1 ELSE 0 END) AS news, SUM(t.quantity) AS kept",
                " AND s.region = 'PAPUA'")
            + ") invoices GROUP BY 1, 2",
        Each.PARTNER_PERIOD);
  }

  private static Program margin() {
    return new Program(
        "MARGIN",
        terms(
            "MARGIN",
            3,
            "",
            "BUYER",
            "SELL_IN",
            ", \"groups\": [\"G09\"]",
            "\"type\": \"flat\", \"pays\": \"MARGIN\", \"rate\": \"5%\"",
            ""),
        "SELECT partner_id, period_start, ROUND(SUM(GREATEST(m, 0)) * 0.05, 0) AS entitled FROM ("
            + "SELECT s.partner_id AS partner_id, "
            + BenchSql.start(3)
            + " AS period_start, COALESCE(t.origin_id, t.id) AS sale,"
            + " SUM(t.net - t.unit_cost * t.quantity) AS m"
            + BenchSql.SOLD.formatted("t.buyer_id", "SELL_IN", " AND g.code = 'G09'")
            + " GROUP BY 1, 2, 3) sales GROUP BY 1, 2",
        Each.PARTNER_PERIOD);
  }

  /** Of two programs for the same sales the better one pays each period. */
  private static Program stacked(
      String code, int precedence, String rule, String own, String other, String wins) {
    String scope = ", \"groups\": [\"G08\"]";
    return new Program(
        code,
        terms(
            code,
            3,
            "",
            "SELLER",
            "SELL_OUT",
            scope,
            rule,
            ", \"stacking\": {\"group\": \"BEST\", \"method\": \"BEST_OF\", \"per\": \"PERIOD\", \"precedence\": "
                + precedence
                + "}"),
        BenchSql.measured(
            3,
            "SELLER",
            "SELL_OUT",
            BenchSql.condition(scope),
            "CASE WHEN (n > 0 AND "
                + own
                + wins
                + other
                + ") OR (n <= 0 AND -("
                + own
                + ")"
                + wins
                + "-("
                + other
                + ")) THEN "
                + own
                + " ELSE 0 END"),
        Each.PARTNER_PERIOD);
  }
}
