package org.mitra.funds;

import java.math.BigDecimal;
import org.mitra.money.Currency;
import org.mitra.money.Money;
import org.mitra.problem.Problem;

/** Amounts that people type in. */
public final class Amounts {
  /** Digits before the decimal sign that a column holds. */
  private static final int DIGITS = 15;

  private Amounts() {}

  /**
   * An amount above zero that can be paid in the currency.
   *
   * @throws Problem 400 for one that is not: it is never rounded
   */
  public static Money positive(BigDecimal amount, Currency currency, String field) {
    BigDecimal plain = amount.stripTrailingZeros();
    if (plain.signum() <= 0
        || plain.scale() > currency.scale()
        || plain.precision() - plain.scale() > DIGITS) {
      throw Problem.invalid("fund.amount")
          .with("field", field)
          .with("currency", currency.code())
          .with("scale", currency.scale())
          .at("/" + field);
    }
    return new Money(plain, currency);
  }
}
