package org.mitra.engine;

import java.util.Optional;
import java.util.stream.Stream;

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

  /** Whether it counts documents or customers, which stand or fall with all of their lines. */
  default boolean needsWholeSales() {
    return Stream.of(qualifies(), pays())
        .anyMatch(measure -> measure == Measure.DOCUMENTS || measure == Measure.CUSTOMERS);
  }

  /** What attainment is measured against; empty when nothing is. */
  default Optional<Yardstick> measuredAgainst() {
    return Optional.empty();
  }
}
