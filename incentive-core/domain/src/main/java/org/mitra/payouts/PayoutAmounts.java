package org.mitra.payouts;

import java.math.RoundingMode;
import java.sql.SQLException;
import org.mitra.data.Sql;
import org.mitra.money.Currency;
import org.mitra.money.Money;
import org.mitra.money.Rate;

/**
 * What becomes of a sum of payables: {@code net = gross − tax − recovered + added}.
 *
 * @param gross the sum; negative when the partner owes
 * @param tax withheld
 * @param recovered taken for earlier clawbacks
 * @param added a negative sum, carried as a new clawback
 * @param net transferred; never negative
 */
public record PayoutAmounts(Money gross, Money tax, Money recovered, Money added, Money net) {

  /** From the columns of a payout. */
  static PayoutAmounts of(Sql.Row row) throws SQLException {
    Currency currency = Currency.of(row.text("currency"));
    return new PayoutAmounts(
        new Money(row.decimal("gross"), currency),
        new Money(row.decimal("tax"), currency),
        new Money(row.decimal("recovered"), currency),
        new Money(row.decimal("added"), currency),
        new Money(row.decimal("net"), currency));
  }

  /**
   * @param withheld what the country pack would withhold
   * @param owed by the partner from before
   * @param share most of the gross amount that goes to what is owed
   */
  public static PayoutAmounts of(Money gross, Money withheld, Money owed, Rate share) {
    Money zero = Money.zero(gross.currency());
    if (gross.signum() < 0) {
      return new PayoutAmounts(gross, zero, zero, gross.negated(), zero);
    }
    Money tax = withheld.min(gross);
    // Rounded down: "at most" leaves no room for half a rupiah more.
    Money most = Money.rounded(share.of(gross.exact()), gross.currency(), RoundingMode.DOWN);
    Money recovered = owed.min(most).min(gross.minus(tax));
    return new PayoutAmounts(gross, tax, recovered, zero, gross.minus(tax).minus(recovered));
  }

  /**
   * Whether it is too little to pay, so that its payables wait for the next settlement. What is
   * owed and what is recovered whole is never too little: the books have to say so.
   */
  public boolean isCarried(Money minimum) {
    boolean nothing = gross.isZero();
    boolean tooLittle = net.signum() > 0 && net.compareTo(minimum) < 0;
    return nothing || tooLittle;
  }
}
