package org.mitra.sales;

import java.time.Instant;
import java.util.List;

/**
 * Sales lines were recorded or superseded, in the running transaction.
 *
 * @param touched whose figures change, and where in time: sellers, buyers and ship-to partners of
 *     the new lines and of those that they supersede, each once
 */
public record SalesRecorded(List<Touched> touched) {
  public SalesRecorded {
    touched = List.copyOf(touched);
  }

  /**
   * A partner and an instant at which one of his lines counts, or counted.
   *
   * @param partnerId row id
   * @param countsAt for a return the economic date of its sale
   */
  public record Touched(long partnerId, Instant countsAt) {}
}
