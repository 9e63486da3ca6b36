package org.mitra.engine;

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
 * @param method how the table pays
 * @param table thresholds in {@code qualifies}, offers on {@code pays}
 * @param negative what becomes of a period that earns less than nothing
 */
public record Tiered(
    Measure qualifies, Measure pays, TierMethod method, TierTable table, Negative negative)
    implements EarningRule {

  public Tiered {
    Check check = new Check().present("qualifies", qualifies).present("pays", pays);
    check.present("method", method).present("tiers", table).present("negative", negative);
    if (pays != null && table != null) {
      check.that(table.fits(pays), "pays", misfit(pays));
    }
    if (method == TierMethod.FIXED && table != null) {
      check.that(!table.givesOnMeasure(), "method", "fixed-pays-flat-amounts");
    }
    if (method == TierMethod.LINEAR && table != null) {
      check.that(!table.givesOnce(), "method", "linear-has-no-flat-amounts");
      check.that(table.tiers().size() > 1, "tiers", "linear-needs-two-points");
    }
    check.done();
  }

  public Tiered(Measure qualifies, Measure pays, TierMethod method, TierTable table) {
    this(qualifies, pays, method, table, Negative.DEBT);
  }

  /** What is wrong with a table that cannot be paid on the measure. */
  static String misfit(Measure pays) {
    return pays.isMoney() ? "measure-counts-money" : "measure-counts-units";
  }

  @Override
  public String type() {
    return "tiered";
  }

  @Override
  public boolean namesAmounts() {
    boolean amounts = !pays.isMoney() && table.givesOnMeasure();
    return qualifies.isMoney() || amounts || table.givesOnce();
  }

  /**
   * Where one measure decides and another is paid on, what a part of the volume pays depends on
   * which lines fill it.
   */
  @Override
  public boolean needsLines() {
    boolean parts = method == TierMethod.MARGINAL || method == TierMethod.ROLLING;
    return (parts && qualifies != pays) || EarningRule.super.needsLines();
  }

  @Override
  public Tiered prorated(Exact share) {
    return new Tiered(qualifies, pays, method, table.prorated(share), negative);
  }

  @Override
  public Earning earn(Measured measured) {
    return new Earning(negative.settle(new TierSteps(this, measured).derive()));
  }

  @Override
  public Optional<NextTier> next(Measured measured) {
    Exact now = measured.qualifying();
    int next = table.reached(now) + 1;
    if (next == table.tiers().size()) {
      return Optional.empty();
    }
    Tier tier = table.tiers().get(next);
    Exact missing = table.threshold(next).minus(now).max(Exact.ZERO);
    return Optional.of(
        new NextTier(
            qualifies,
            table.threshold(next),
            missing,
            tier.text(),
            earnedOnReaching(next, measured)));
  }

  /** What the period earns in all when the volume stands on the threshold of the tier. */
  private Optional<Exact> earnedOnReaching(int next, Measured measured) {
    Exact threshold = table.threshold(next);
    Exact once =
        method
            .giveOnce(next)
            .mapToObj(table.tiers()::get)
            .map(Tier::once)
            .reduce(Exact.ZERO, Exact::plus);
    Exact onMeasure = Exact.ZERO;
    for (Slice slice : method.slices(table, next, threshold)) {
      onMeasure = onMeasure.plus(slice.each().times(slice.fill(threshold)));
    }
    if (onMeasure.isZero()) {
      return Optional.of(once);
    }
    Exact earned = onMeasure;
    return priceSoFar(measured).map(price -> earned.times(price).plus(once));
  }

  /**
   * What is paid on for one unit of what decides, as far as was bought: one where they are the
   * same, unknown before anything was bought.
   */
  private Optional<Exact> priceSoFar(Measured measured) {
    if (qualifies == pays) {
      return Optional.of(Exact.ONE);
    }
    return measured.qualifying().signum() <= 0
        ? Optional.empty()
        : Optional.of(measured.paying().dividedBy(measured.qualifying()));
  }
}
