package org.mitra.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;

/**
 * The days of the story, counted from the day on which it is told: the demo is never old.
 *
 * @param today the day on which it is told
 * @param zone of the house
 */
record DemoCalendar(LocalDate today, ZoneId zone) {
  private static final int MONTHS_OF_QUARTER = 3;

  /** First day of a quarter: 0 is the one that runs, −1 the last that is over. */
  LocalDate quarter(int offset) {
    int month = (today.getMonthValue() - 1) / MONTHS_OF_QUARTER * MONTHS_OF_QUARTER + 1;
    return LocalDate.of(today.getYear(), month, 1).plusMonths((long) MONTHS_OF_QUARTER * offset);
  }

  /** The first month whose sales are known. */
  YearMonth first() {
    return YearMonth.from(quarter(-8));
  }

  /** The day on which all partners joined. */
  LocalDate joined() {
    return quarter(-9);
  }

  Instant at(LocalDate day, int hour) {
    return day.atTime(hour, 0).atZone(zone).toInstant();
  }
}
