package org.mitra.sales;

import java.time.LocalDate;
import java.util.stream.Stream;

/**
 * What else happened to a sale, and when.
 *
 * @param orderedOn null when unknown
 * @param shippedOn null while it was not shipped, or unknown
 * @param paidOn when it was paid in full, as the line itself says; null when it does not say
 */
public record LineDays(LocalDate orderedOn, LocalDate shippedOn, LocalDate paidOn) {
  public static final LineDays UNKNOWN = new LineDays(null, null, null);

  /** Where a line does not say when it was paid in full: on this day, if any. */
  LineDays settledOn(LocalDate day) {
    return paidOn == null ? new LineDays(orderedOn, shippedOn, day) : this;
  }

  /** Those that are known. */
  Stream<LocalDate> known() {
    return Stream.of(orderedOn, shippedOn, paidOn).filter(day -> day != null);
  }
}
