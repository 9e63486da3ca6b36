package org.mitra.partners;

import java.time.LocalDate;

/**
 * How a partner stood for a time.
 *
 * @param from first day
 * @param until the day after the last; {@link #FOR_EVER} while it holds
 * @param parent code of the partner above him; empty at the top
 * @param level such as GOLD; may be empty
 * @param region may be empty
 * @param territory code; may be empty
 */
public record Standing(
    LocalDate from, LocalDate until, String parent, String level, String region, String territory) {
  /** The end of what has no end. */
  public static final LocalDate FOR_EVER = LocalDate.of(9999, 12, 31);
}
