package org.mitra.roi;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.mitra.data.Fields;
import org.mitra.money.Currency;
import org.mitra.problem.Problem;

/**
 * A cost of a program that no calculation knows.
 *
 * @param program public id of the program
 * @param incurredOn the day on which it arose
 * @param amount above zero, with no more decimals than the currency has
 * @param currency ISO 4217
 * @param remark what it was for
 */
public record AddCostItem(
    UUID program,
    CostKind kind,
    LocalDate incurredOn,
    BigDecimal amount,
    String currency,
    String remark) {
  private static final int DIGITS = 15;
  private static final int LONGEST = 500;

  public AddCostItem {
    Fields.present(program, "program");
    Fields.present(kind, "kind");
    Fields.present(incurredOn, "incurredOn");
    Fields.present(amount, "amount");
    String code = Fields.text(currency, 3, "currency");
    Currency known =
        Currency.find(code)
            .orElseThrow(
                () -> Problem.invalid("field.currency").with("value", code).at("/currency"));
    currency = known.code();
    if (amount.signum() <= 0 || amount.precision() - amount.scale() > DIGITS) {
      throw Problem.invalid("cost.amount").at("/amount");
    }
    if (Math.max(0, amount.stripTrailingZeros().scale()) > known.scale()) {
      throw Problem.invalid("cost.decimals")
          .with("currency", known.code())
          .with("most", known.scale())
          .at("/amount");
    }
    remark = Fields.text(remark, LONGEST, "remark");
  }
}
