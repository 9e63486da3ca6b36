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
 * @param failure problem code when the work failed; empty otherwise
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
    String failure,
    String preparedBy,
    Instant preparedAt,
    int payouts,
    int waiting) {

  /** Whether a job works on it. */
  public boolean isBusy() {
    boolean working = state == SettlementState.PREPARING || state == SettlementState.RELEASING;
    return working && failure.isEmpty();
  }

  /** Whether its work failed and can be taken up again. */
  public boolean isStuck() {
    return !failure.isEmpty();
  }
}
