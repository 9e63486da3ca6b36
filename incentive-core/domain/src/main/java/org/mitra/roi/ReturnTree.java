package org.mitra.roi;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mitra.engine.Derivation;
import org.mitra.engine.Explanation;
import org.mitra.money.Currency;
import org.mitra.money.Exact;
import org.mitra.money.Money;

/** The six steps as trees whose leaves add up: what was sold, what it cost, what was given. */
final class ReturnTree {
  private final Currency currency;
  private final ProgramCost cost;
  private final List<CostItem> items;
  private final SpanSales before;
  private final SpanSales during;

  /**
   * @param items what was typed in, in the same currency
   */
  ReturnTree(
      Currency currency,
      ProgramCost cost,
      List<CostItem> items,
      SpanSales before,
      SpanSales during) {
    this.currency = currency;
    this.cost = cost;
    this.items = List.copyOf(items);
    this.before = before;
    this.during = during;
  }

  /** What was spent: known also for a program that has not begun. */
  static Explanation cost(Currency currency, ProgramCost cost, List<CostItem> items) {
    return explained(costDerivation(cost, items), currency);
  }

  Explanation incremental() {
    return explained(incrementalDerivation(), currency);
  }

  Explanation gross() {
    return explained(grossDerivation(), currency);
  }

  Explanation net() {
    Derivation spent = negated(costDerivation(cost, items));
    return explained(
        Derivation.sumOf("roi-net", Map.of(), List.of(grossDerivation(), spent)), currency);
  }

  private static Explanation explained(Derivation derivation, Currency currency) {
    // Every part is at the currency's scale already, so nothing is rounded here.
    return derivation.paidAs(new Money(derivation.exact().decimal(), currency));
  }

  private static Derivation costDerivation(ProgramCost cost, List<CostItem> items) {
    List<Derivation> parts = new ArrayList<>();
    parts.add(incentives(cost.incentives()));
    for (CostKind kind : CostKind.values()) {
      parts.add(typedIn(kind, items));
    }
    return Derivation.sumOf("roi-cost", Map.of(), parts);
  }

  private static Derivation incentives(Incentives given) {
    List<Derivation> parts = new ArrayList<>();
    addUnlessZero(parts, "roi-settled", given.settled());
    addUnlessZero(parts, "roi-accrued", given.accrued());
    addUnlessZero(parts, "roi-unposted", given.unposted());
    addUnlessZero(parts, "roi-reimbursed", given.reimbursed());
    addUnlessZero(parts, "roi-committed", given.committed());
    return Derivation.sumOf("roi-incentives", Map.of(), parts);
  }

  private static void addUnlessZero(List<Derivation> parts, String code, Money amount) {
    if (!amount.isZero()) {
      parts.add(Derivation.leaf(code, Map.of(), amount.exact()));
    }
  }

  private static Derivation typedIn(CostKind kind, List<CostItem> items) {
    List<Derivation> leaves =
        items.stream()
            .filter(item -> item.kind() == kind)
            .map(
                item ->
                    Derivation.leaf(
                        "roi-item",
                        facts("day", item.incurredOn(), "remark", item.remark(), "by", item.by()),
                        Exact.of(item.amount())))
            .toList();
    return Derivation.sumOf("roi-typed-in", facts("kind", kind), leaves);
  }

  private Derivation incrementalDerivation() {
    return Derivation.sumOf(
        "roi-incremental",
        Map.of(),
        List.of(
            sales("roi-sales-during", during, rounded(during.net())),
            sales("roi-sales-before", before, rounded(before.net()).negated())));
  }

  private Derivation grossDerivation() {
    Derivation goods =
        Derivation.sumOf(
            "roi-goods",
            Map.of(),
            List.of(
                sales("roi-goods-during", during, rounded(during.goods()).negated()),
                sales("roi-goods-before", before, rounded(before.goods()))));
    return Derivation.sumOf("roi-gross", Map.of(), List.of(incrementalDerivation(), goods));
  }

  private Money rounded(BigDecimal sum) {
    return ReturnFigures.rounded(sum, currency);
  }

  private static Derivation sales(String code, SpanSales sales, Money amount) {
    Map<String, String> facts =
        facts("from", sales.from(), "until", sales.until().minusDays(1), "lines", sales.lines());
    return Derivation.leaf(code, facts, amount.exact());
  }

  private static Derivation negated(Derivation step) {
    List<Derivation> parts = step.parts().stream().map(ReturnTree::negated).toList();
    return new Derivation(step.code(), step.facts(), step.exact().negated(), parts);
  }

  private static Map<String, String> facts(Object... namesAndValues) {
    Map<String, String> facts = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      facts.put((String) namesAndValues[i], namesAndValues[i + 1].toString());
    }
    return facts;
  }
}
