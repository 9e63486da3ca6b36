package org.mitra.engine;

import java.util.List;
import java.util.Optional;
import org.mitra.money.Exact;

/** Sales in, money out, with the reason. */
public sealed interface EarningRule extends SalesRule
    permits Flat, Tiered, PerUnit, EveryX, Attainment, InvoiceBonus {

  /** The same rule where only a share of its thresholds holds. */
  default EarningRule prorated(Exact share) {
    return this;
  }

  /** What becomes of a period in which more came back than was bought. */
  default Negative negative() {
    return Negative.DEBT;
  }

  /** What some products are paid instead of what the rule offers in general. */
  default List<ProductOffer> except() {
    return List.of();
  }

  /** What the measures earn, before limits and rounding. */
  Earning earn(Measured measured);

  /**
   * What is missing to the next tier and what it would pay; empty at the top, or where there are no
   * tiers.
   */
  default Optional<NextTier> next(Measured measured) {
    return Optional.empty();
  }
}
