package org.mitra.claims;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.mitra.data.Sql;
import org.mitra.engine.CompiledProgram;
import org.mitra.engine.Explanation;
import org.mitra.money.Currency;
import org.mitra.money.Decimals;
import org.mitra.money.Exact;
import org.mitra.money.Money;
import org.mitra.time.Period;

/** What the amount of a claim is made of: periods, and in them units that bring the same. */
@ApplicationScoped
class WorthExplained {
  @Inject private Sql sql;
  @Inject private ClaimPrograms programs;

  /**
   * Items that differ in nothing that people want to know here.
   *
   * @param units of each
   * @param each what each brings
   * @param late months after the claim window
   * @param taken off for that
   */
  private record Alike(
      Period period,
      String product,
      String name,
      BigDecimal units,
      BigDecimal each,
      int late,
      String taken) {
    private static final Comparator<Alike> ORDER =
        Comparator.comparing((Alike alike) -> alike.period().start())
            .thenComparing(Alike::product)
            .thenComparing(Alike::units)
            .thenComparing(Alike::each)
            .thenComparing(Alike::late)
            .thenComparing(Alike::taken);
  }

  Explanation of(Claim claim) {
    Currency currency = Currency.of(claim.currency());
    Map<Period, List<Explanation>> periods = new LinkedHashMap<>();
    alike(claim)
        .forEach(
            (alike, count) ->
                periods
                    .computeIfAbsent(alike.period(), period -> new ArrayList<>())
                    .add(leaf(alike, count, currency)));
    List<Explanation> steps = new ArrayList<>();
    periods.forEach(
        (period, parts) -> {
          Map<String, String> facts = new LinkedHashMap<>();
          facts.put("from", period.start().toString());
          facts.put("until", period.lastDay().toString());
          steps.add(sum("claim-period", facts, parts, currency));
        });
    return sum(steps.isEmpty() ? "claim-nothing" : "claim", Map.of(), steps, currency);
  }

  private Map<Alike, Long> alike(Claim claim) {
    Optional<CompiledProgram> program = programs.find(claim.program());
    Map<Alike, Long> counts = new TreeMap<>(Alike.ORDER);
    if (program.isEmpty()) {
      return counts;
    }
    sql.each(
        row -> {
          var soldOn = row.day("sold_on");
          counts.merge(
              new Alike(
                  program.get().termsOn(soldOn).periodOf(soldOn),
                  row.text("product"),
                  row.text("product_name"),
                  row.decimal("units"),
                  row.decimal("amount"),
                  row.integer("months_late"),
                  row.text("late_taken")),
              row.number("items"),
              Long::sum);
        },
        "SELECT i.sold_on, i.product, COALESCE(g.name, '') AS product_name, i.units,"
            + " COALESCE(i.approved, i.expected) AS amount, i.months_late, i.late_taken, COUNT(*) AS items FROM claim_item i"
            + " LEFT JOIN product g ON g.code = i.product WHERE i.claim_id = ?"
            + " AND (i.state = 'APPROVED' OR (i.state IN ('PASSED', 'HELD') AND i.reason = ''))"
            + " GROUP BY i.sold_on, i.product, product_name, i.units, amount, i.months_late,"
            + " i.late_taken",
        claim.id());
    return counts;
  }

  private static Explanation leaf(Alike alike, long count, Currency currency) {
    BigDecimal amount = alike.each().multiply(BigDecimal.valueOf(count));
    boolean single = alike.units().compareTo(BigDecimal.ONE) == 0;
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("count", Long.toString(count));
    facts.put("units", Decimals.plain(alike.units()));
    facts.put("product", alike.product());
    facts.put("name", alike.name());
    facts.put("each", Decimals.plain(alike.each()));
    if (alike.late() > 0) {
      facts.put("months", Integer.toString(alike.late()));
      facts.put("taken", alike.taken());
    }
    return new Explanation(
        (single ? "claim-units" : "claim-lines") + (alike.late() > 0 ? "-late" : ""),
        facts,
        Exact.of(amount),
        new Money(amount, currency),
        List.of());
  }

  private static Explanation sum(
      String code, Map<String, String> facts, List<Explanation> parts, Currency currency) {
    Money amount =
        parts.stream().map(Explanation::amount).reduce(Money.zero(currency), Money::plus);
    return new Explanation(code, facts, amount.exact(), amount, parts);
  }
}
