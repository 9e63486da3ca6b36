package org.mitra.roi;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.mitra.time.Period;

/**
 * The sales that a program is about in one stretch of time and one currency. Returns count in the
 * time of the sale that they undo.
 *
 * @param until the day after the last
 * @param lines how many sales lines there are
 * @param net after discount, without tax and freight
 * @param goods what the goods cost the vendor when they were sold, as far as known; exact
 * @param units in the products' units
 * @param partners how many partners made at least one sale
 * @param partnersAlsoDuring how many of them also sold during the program
 * @param linesWithoutCost lines whose goods have no known cost
 * @param netWithoutCost what these lines are worth
 */
public record SpanSales(
    Span span,
    LocalDate from,
    LocalDate until,
    long lines,
    BigDecimal net,
    BigDecimal goods,
    BigDecimal units,
    int partners,
    int partnersAlsoDuring,
    long linesWithoutCost,
    BigDecimal netWithoutCost) {

  /** A stretch without a sale. */
  static SpanSales none(Span span, Period time) {
    BigDecimal zero = BigDecimal.ZERO;
    return new SpanSales(span, time.start(), time.end(), 0, zero, zero, zero, 0, 0, 0, zero);
  }
}
