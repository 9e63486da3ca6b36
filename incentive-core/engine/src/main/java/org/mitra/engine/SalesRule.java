package org.mitra.engine;

import java.util.Optional;

/** A rule that pays for sales: to each partner for his own, or to all together. */
public sealed interface SalesRule extends Rule permits EarningRule, PoolRule {

  /** What reaches tiers and targets. */
  Measure qualifies();

  /** What is paid on. */
  Measure pays();

  /** Whether sums do not suffice, because it matters which lines they come from. */
  default boolean needsLines() {
    return qualifies().grouping().isPresent() || pays().grouping().isPresent();
  }

  /** What attainment is measured against; empty when nothing is. */
  default Optional<Yardstick> measuredAgainst() {
    return Optional.empty();
  }
}
