package org.mitra.engine;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Makes a program pay only for units that a partner claimed and a reviewer approved.
 *
 * @param withinDays days after the sale within which it must be claimed, 1 to 366
 * @param proof whether an invoice or other document must be attached
 * @param late what becomes of units that are claimed after that; empty when they earn nothing
 */
public record ClaimTerms(int withinDays, boolean proof, Optional<LatePenalty> late) {
  public ClaimTerms {
    new Check().within("withinDays", withinDays, 1, 366, "days-out-of-range").done();
  }

  public ClaimTerms(int withinDays, boolean proof) {
    this(withinDays, proof, Optional.empty());
  }

  /** The last day on which a unit can be claimed without a loss. */
  public LocalDate inTimeUntil(LocalDate soldOn) {
    return soldOn.plusDays(withinDays);
  }

  /** The last day on which a unit can be claimed at all. */
  public LocalDate claimableUntil(LocalDate soldOn) {
    LocalDate last = inTimeUntil(soldOn);
    return late.map(penalty -> last.plusMonths(penalty.months())).orElse(last);
  }

  /** How many months had begun after the claim window when a unit was claimed; 0 in time. */
  public int monthsLate(LocalDate soldOn, LocalDate claimedOn) {
    LocalDate last = inTimeUntil(soldOn);
    int months = 0;
    while (claimedOn.isAfter(last.plusMonths(months))) {
      months++;
    }
    return months;
  }
}
