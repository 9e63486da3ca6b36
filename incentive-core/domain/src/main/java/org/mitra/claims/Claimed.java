package org.mitra.claims;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.mitra.engine.ClaimTerms;
import org.mitra.money.Rate;

/**
 * When a unit was claimed, and what that costs.
 *
 * @param at the first time that it was submitted
 * @param monthsLate that had begun after the claim window; 0 in time
 * @param taken off what it would have earned in time
 */
record Claimed(Instant at, int monthsLate, Rate taken) {

  static Claimed of(ClaimTerms terms, LocalDate soldOn, Instant at, ZoneId zone) {
    int late = terms.late().isEmpty() ? 0 : terms.monthsLate(soldOn, LocalDate.ofInstant(at, zone));
    return new Claimed(at, late, terms.late().map(it -> it.taken(late)).orElse(Rate.ZERO));
  }

  /** As it is stored: empty in time. */
  String takenText() {
    return monthsLate == 0 ? "" : taken.toString();
  }
}
