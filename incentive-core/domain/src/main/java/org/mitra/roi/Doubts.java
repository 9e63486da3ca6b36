package org.mitra.roi;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What makes a return look better or worse than it is.
 *
 * @param linesWithoutCost lines in either stretch whose goods have no known cost: the gross profit
 *     is too high by it
 * @param netWithoutCost what these lines are worth
 * @param knownFrom the first day of which sales are known, when the comparison begins before it:
 *     then too much counts as incremental; null otherwise
 */
public record Doubts(long linesWithoutCost, BigDecimal netWithoutCost, LocalDate knownFrom) {
  public boolean any() {
    return linesWithoutCost > 0 || knownFrom != null;
  }
}
