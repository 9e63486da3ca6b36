package org.mitra.funds;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.mitra.engine.Derivation;
import org.mitra.engine.Explanation;
import org.mitra.money.Currency;
import org.mitra.money.Exact;
import org.mitra.money.Money;

/**
 * A figure of a fund's balance, and the movements that it is the sum of.
 *
 * @param key its name in answers
 * @param effect what one unit of a movement does to it
 * @param sum the figure of one lot
 */
record FundFigure(
    String key, ToIntFunction<MovementKind> effect, Function<FundAllocation, BigDecimal> sum) {
  private static final List<FundFigure> ALL =
      List.of(
          new FundFigure("given", MovementKind::allocated, FundAllocation::allocated),
          new FundFigure("committed", MovementKind::committed, FundAllocation::committed),
          new FundFigure("paid", MovementKind::paid, FundAllocation::paid),
          new FundFigure("expired", MovementKind::expired, FundAllocation::expired),
          new FundFigure("available", MovementKind::available, FundAllocation::available));

  /**
   * Why each figure is what it is: lot by lot, movement by movement. The leaves add up to it.
   *
   * @param movements oldest first; those that are missing, because there are too many or the reader
   *     may not see them, are one step together
   */
  static Map<String, Explanation> explain(
      List<FundAllocation> lots, List<FundMovement> movements, Currency currency) {
    Map<String, Explanation> why = new LinkedHashMap<>();
    for (FundFigure figure : ALL) {
      List<Derivation> parts = lots.stream().map(lot -> figure.ofLot(lot, movements)).toList();
      Derivation whole = Derivation.sumOf("fund-" + figure.key, Map.of(), parts);
      why.put(figure.key, whole.paidAs(new Money(whole.exact().decimal(), currency)));
    }
    return why;
  }

  private Derivation ofLot(FundAllocation lot, List<FundMovement> movements) {
    Exact total = Exact.of(sum.apply(lot));
    List<Derivation> steps = new ArrayList<>();
    Exact explained = Exact.ZERO;
    for (FundMovement movement : movements) {
      int factor = effect.applyAsInt(movement.kind());
      if (movement.lot() == lot.number() && factor != 0) {
        Exact amount = Exact.of(movement.amount().multiply(BigDecimal.valueOf(factor)));
        steps.add(step(movement, amount));
        explained = explained.plus(amount);
      }
    }
    Exact missing = total.minus(explained);
    if (!missing.isZero()) {
      steps.add(0, Derivation.leaf("fund-earlier", Map.of(), missing));
    }
    return new Derivation("fund-lot", lotFacts(lot), total, steps);
  }

  private static Map<String, String> lotFacts(FundAllocation lot) {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("lot", Integer.toString(lot.number()));
    facts.put("until", lot.expiresOn().toString());
    return facts;
  }

  private static Derivation step(FundMovement movement, Exact amount) {
    LocalDate day = movement.effectiveOn();
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("day", day.toString());
    facts.put("title", movement.activityTitle());
    facts.put("reason", movement.reason());
    boolean lowered = movement.kind() == MovementKind.ALLOCATE && movement.amount().signum() < 0;
    String name = lowered ? "lower" : movement.kind().name().toLowerCase(Locale.ROOT);
    return Derivation.leaf("fund-move-" + name, facts, amount);
  }
}
