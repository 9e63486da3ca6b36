package org.mitra.settlements;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A settlement in a list.
 *
 * @param lastDay periods that ended by this day were closed
 * @param programs codes; none means all
 * @param percent how far the work on it is, 0 to 100
 * @param failed whether the work stopped; its job says why and can be tried again
 * @param job the work on it now, or last; null before any
 * @param payouts in all
 * @param waiting payouts that are not released yet
 */
public record SettlementSummary(
    UUID uid,
    String number,
    LocalDate lastDay,
    List<String> programs,
    SettlementState state,
    int percent,
    boolean failed,
    UUID job,
    String preparedBy,
    Instant preparedAt,
    int payouts,
    int waiting) {

  /** Whether a job works on it, or failed to. */
  public boolean isBusy() {
    return state == SettlementState.PREPARING || state == SettlementState.RELEASING;
  }
}
