package org.mitra.roi;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.mitra.money.Currency;
import org.mitra.money.Exact;

/**
 * What a program leaves behind, beside the formula: one stretch of time in figures that can be
 * compared although it is longer or shorter than another.
 *
 * @param until the day after the last
 * @param weeklySales net sales in an average week, at the currency's scale
 * @param partners who made at least one sale
 * @param newPartners of these, who made none in the time that is compared with; only during the
 *     program
 * @param stayed of these, who sold during the program as well; only after it
 * @param unitsPerPartner on average, one decimal; null without a partner
 */
public record Effect(
    Span span,
    LocalDate from,
    LocalDate until,
    BigDecimal weeklySales,
    int partners,
    Integer newPartners,
    Integer stayed,
    BigDecimal unitsPerPartner) {
  private static final int DAYS_OF_WEEK = 7;

  static Effect before(SpanSales sales, Currency currency) {
    return of(sales, currency, null, null);
  }

  static Effect during(SpanSales sales, Optional<SpanSales> before, Currency currency) {
    int known = before.map(SpanSales::partnersAlsoDuring).orElse(0);
    return of(sales, currency, sales.partners() - known, null);
  }

  static Effect after(SpanSales sales, Currency currency) {
    return of(sales, currency, null, sales.partnersAlsoDuring());
  }

  private static Effect of(
      SpanSales sales, Currency currency, Integer newPartners, Integer stayed) {
    long days = ChronoUnit.DAYS.between(sales.from(), sales.until());
    BigDecimal weekly =
        Exact.of(sales.net())
            .times(Exact.of(DAYS_OF_WEEK))
            .dividedBy(Exact.of(days))
            .rounded(currency.scale(), RoundingMode.HALF_UP);
    BigDecimal each =
        sales.partners() == 0
            ? null
            : Exact.of(sales.units())
                .dividedBy(Exact.of(sales.partners()))
                .rounded(1, RoundingMode.HALF_UP);
    return new Effect(
        sales.span(),
        sales.from(),
        sales.until(),
        weekly,
        sales.partners(),
        newPartners,
        stayed,
        each);
  }
}
