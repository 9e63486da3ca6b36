package org.mitra.accruals;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.mitra.engine.AccrualKey;
import org.mitra.engine.Calculation;
import org.mitra.engine.Measured;
import org.mitra.engine.NextTier;
import org.mitra.money.Money;

/**
 * What a row of the accruals shows.
 *
 * @param entitled what was earned, rounded
 * @param qualifying the measure that reaches tiers, in a span since its beginning, to six decimals
 *     for display
 * @param paying the measure that is paid on, likewise
 * @param lines how many sales lines were credited
 * @param next what is to gain; empty at the top
 */
record Figures(
    Money entitled, BigDecimal qualifying, BigDecimal paying, int lines, Optional<NextTier> next) {
  private static final int SCALE = 6;

  static Figures of(AccrualKey key, Calculation calculation) {
    Measured measured = calculation.upTo(key);
    return new Figures(
        calculation.entitlement(key).amount(),
        measured.qualifying().rounded(SCALE, RoundingMode.HALF_UP),
        measured.paying().rounded(SCALE, RoundingMode.HALF_UP),
        calculation.measured(key).lines(),
        calculation.next(key));
  }

  BigDecimal nextThreshold() {
    return next.map(n -> n.threshold().rounded(SCALE, RoundingMode.HALF_UP)).orElse(null);
  }

  BigDecimal nextMissing() {
    return next.map(n -> n.missing().rounded(SCALE, RoundingMode.HALF_UP)).orElse(null);
  }

  BigDecimal nextEarned() {
    return next.flatMap(NextTier::earnedThen)
        .map(earned -> earned.rounded(entitled.currency().scale(), RoundingMode.HALF_UP))
        .orElse(null);
  }

  String nextOffer() {
    return next.map(NextTier::offer).orElse("");
  }

  String nextMeasure() {
    return next.map(n -> n.measure().name()).orElse("");
  }
}
