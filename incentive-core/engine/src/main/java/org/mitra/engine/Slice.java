package org.mitra.engine;

import java.util.Optional;
import org.mitra.money.Exact;

/**
 * A stretch of a measure, one tier or several, and what a tier gives for what lies in it.
 *
 * @param tier the tier that gives
 * @param first the first tier of the stretch; −1 where it begins below all tiers
 * @param last the last tier of the stretch
 * @param each what is given for one unit of the measure that is paid on
 */
record Slice(TierTable table, int tier, int first, int last, Exact each) {

  /** Where it begins; empty when it takes all that lies below, debts too. */
  Optional<Exact> from() {
    boolean open = first < 0 || (first == 0 && table.startsAtZero());
    return open ? Optional.empty() : Optional.of(table.threshold(first));
  }

  /** Where it ends; empty when it has no end. */
  Optional<Exact> to() {
    return table.upper(last);
  }

  /** Whether it is no part of the measure but all of it, whatever its lines. */
  boolean isEverything() {
    return first < 0 && to().isEmpty();
  }

  /** How much of the measure lies in it. A negative measure lies, as a debt, in an open stretch. */
  Exact fill(Exact measure) {
    Exact upTo = to().map(measure::min).orElse(measure);
    return from().map(lower -> upTo.minus(lower).max(Exact.ZERO)).orElse(upTo);
  }

  /** Whether a measure that stands in the tier stands in this stretch. */
  boolean holds(int standing) {
    return first <= standing && standing <= last;
  }
}
