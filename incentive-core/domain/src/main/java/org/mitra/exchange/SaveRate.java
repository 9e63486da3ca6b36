package org.mitra.exchange;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.mitra.data.Fields;
import org.mitra.money.Currency;
import org.mitra.problem.Problem;

/**
 * Enters a rate, or corrects the one of that day.
 *
 * @param from currency of which one unit is worth the rate, ISO 4217
 * @param to currency in which the rate is
 * @param day from which it holds, until the next
 * @param rate more than zero, up to ten decimals
 * @param source where it was published
 */
public record SaveRate(String from, String to, LocalDate day, BigDecimal rate, String source) {
  private static final int DECIMALS = 10;
  private static final int DIGITS = 10;

  public SaveRate {
    checkCurrency(from, "from");
    checkCurrency(to, "to");
    if (from.equals(to)) {
      throw Problem.invalid("rate.same-currency").with("currency", from).at("/to");
    }
    Fields.present(day, "day");
    Fields.present(rate, "rate");
    if (rate.signum() <= 0
        || rate.stripTrailingZeros().scale() > DECIMALS
        || rate.precision() - rate.scale() > DIGITS) {
      throw Problem.invalid("rate.value").at("/rate");
    }
    source = Fields.text(source, 100, "source");
  }

  private static void checkCurrency(String code, String field) {
    if (Currency.find(code).isEmpty()) {
      throw Problem.invalid("field.currency").with("value", code).at("/" + field);
    }
  }
}
