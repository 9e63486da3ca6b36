package org.mitra.engine;

import java.util.Map;
import java.util.Optional;
import org.mitra.money.Exact;

/**
 * A tiered volume reward. One measure reaches tiers, the same or another is paid on: <i>units
 * decide, revenue pays</i> is allowed.
 *
 * <p>5/7/10% at 0, 100M and 200M on 250M: marginal 17,000,000; whole amount 25,000,000.
 *
 * @param qualifies the measure that reaches tiers
 * @param pays the measure that is paid on: money for percentages, a count for amounts per unit
 * @param method marginal or whole amount
 * @param table thresholds in {@code qualifies}, offers on {@code pays}
 */
public record Tiered(Measure qualifies, Measure pays, TierMethod method, TierTable table)
    implements EarningRule {

  public Tiered {
    Check check = new Check().present("qualifies", qualifies).present("pays", pays);
    check.present("method", method).present("tiers", table);
    if (pays != null && table != null) {
      boolean percentages = offersPercentages(table);
      check.that(pays.isMoney() || !percentages, "pays", "measure-counts-units");
      check.that(!pays.isMoney() || percentages, "pays", "measure-counts-money");
    }
    check.done();
  }

  private static boolean offersPercentages(TierTable table) {
    return table.tiers().get(0).offer() instanceof Offer.Percentage;
  }

  @Override
  public String type() {
    return "tiered";
  }

  @Override
  public boolean namesAmounts() {
    return qualifies.isMoney() || !offersPercentages(table);
  }

  /**
   * Where one measure decides and another is paid on, what a slice pays depends on which lines fill
   * it.
   */
  @Override
  public boolean needsLines() {
    return method == TierMethod.MARGINAL && qualifies != pays;
  }

  @Override
  public Earning earn(Measured measured) {
    return new Earning(
        method == TierMethod.MARGINAL
            ? new Slices(this).derive(measured)
            : wholeAmount(measured, table.reached(measured.qualifying())));
  }

  private Derivation wholeAmount(Measured measured, int reached) {
    if (reached < 0) {
      return Derivation.leaf(
          "below-first-tier",
          Facts.of(
              "measure", qualifies,
              "counts", measured.qualifying(),
              "from", table.tiers().get(0).threshold()),
          Exact.ZERO);
    }
    Tier tier = table.tiers().get(reached);
    Map<String, String> facts =
        Facts.of(
            "measure", qualifies,
            "reached", measured.qualifying(),
            "from", tier.threshold(),
            "pays", pays,
            "rate", tier.offer().text(),
            "counts", measured.paying());
    return Lines.step(
        "whole-amount",
        facts,
        tier.offer().on(measured.paying()),
        measured,
        credit -> tier.offer().on(credit.paying()));
  }

  @Override
  public Optional<NextTier> next(Measured measured) {
    Exact now = measured.qualifying();
    int next = table.reached(now) + 1;
    if (next == table.tiers().size()) {
      return Optional.empty();
    }
    Tier tier = table.tiers().get(next);
    Exact missing = tier.threshold().minus(now).max(Exact.ZERO);
    Optional<Exact> earnedThen =
        payingAt(tier.threshold(), measured).map(paying -> earnedAt(next, paying));
    return Optional.of(
        new NextTier(qualifies, tier.threshold(), missing, tier.offer().text(), earnedThen));
  }

  /**
   * What is paid on when the other measure stands on the threshold, at the price paid so far;
   * unknown before anything was bought.
   */
  private Optional<Exact> payingAt(Exact threshold, Measured measured) {
    if (qualifies == pays) {
      return Optional.of(threshold);
    }
    return measured.qualifying().signum() <= 0
        ? Optional.empty()
        : Optional.of(measured.paying().times(threshold).dividedBy(measured.qualifying()));
  }

  private Exact earnedAt(int tier, Exact paying) {
    if (method == TierMethod.WHOLE_AMOUNT) {
      return table.tiers().get(tier).offer().on(paying);
    }
    Exact threshold = table.tiers().get(tier).threshold();
    Exact earned = Exact.ZERO;
    for (int below = 0; below < tier; below++) {
      Exact part = paying.times(table.fill(below, threshold)).dividedBy(threshold);
      earned = earned.plus(table.tiers().get(below).offer().on(part));
    }
    return earned;
  }
}
