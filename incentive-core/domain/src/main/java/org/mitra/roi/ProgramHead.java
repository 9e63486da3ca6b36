package org.mitra.roi;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A program by name and time.
 *
 * @param until the day after its last
 * @param currency of its terms; empty when it pays each sale in the sale's own
 * @param budget what it may give in all, in its currency; null when there is no limit
 */
public record ProgramHead(
    UUID uid,
    String code,
    String nameId,
    String nameEn,
    LocalDate from,
    LocalDate until,
    Phase phase,
    String currency,
    BigDecimal budget) {

  /** Where a program is in its time. */
  public enum Phase {
    PLANNED,
    RUNNING,
    ENDED;

    static Phase of(LocalDate from, LocalDate until, LocalDate today) {
      if (today.isBefore(from)) {
        return PLANNED;
      }
      return today.isBefore(until) ? RUNNING : ENDED;
    }
  }

  public String name(String language) {
    return language.equals("id") ? nameId : nameEn;
  }

  public LocalDate lastDay() {
    return until.minusDays(1);
  }
}
