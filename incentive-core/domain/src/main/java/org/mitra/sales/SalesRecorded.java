package org.mitra.sales;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * Sales lines were recorded or superseded, in the running transaction.
 *
 * @param touched whose figures change, and where in time: sellers, buyers and ship-to partners of
 *     the new lines and of those that they supersede, each once
 * @param undone row ids of sales that the new lines undo in whole or in part, or that the lines
 *     which they supersede did, each once
 */
public record SalesRecorded(List<Touched> touched, Set<Long> undone) {
  public SalesRecorded {
    touched = List.copyOf(touched);
    undone = Set.copyOf(undone);
  }

  /**
   * A partner and an instant at which one of his lines counts, or counted.
   *
   * @param partnerId row id
   * @param countsAt for a return the economic date of its sale
   */
  public record Touched(long partnerId, Instant countsAt) {}
}
