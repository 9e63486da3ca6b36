package org.mitra.roi;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A week or month of a stretch, as a chart shows it.
 *
 * @param number 0, 1, … within the stretch; the same number during a program and a year before it
 *     is the same time of the year
 * @param until the day after the last
 */
public record Step(
    Span span, int number, LocalDate from, LocalDate until, BigDecimal net, BigDecimal units) {

  public LocalDate lastDay() {
    return until.minusDays(1);
  }
}
