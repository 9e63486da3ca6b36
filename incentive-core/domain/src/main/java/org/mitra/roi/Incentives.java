package org.mitra.roi;

import org.mitra.money.Currency;
import org.mitra.money.Money;

/**
 * What a program gives to partners, by where it stands. All but {@code unposted} is in the books.
 *
 * @param settled approved for payment, paid or not
 * @param accrued posted and not approved yet
 * @param unposted earned since the last calculation run; negative when returns came in
 * @param reimbursed approved claims of fund activities
 * @param committed promised to fund activities and not claimed yet
 */
record Incentives(Money settled, Money accrued, Money unposted, Money reimbursed, Money committed) {

  static Incentives none(Currency currency) {
    Money zero = Money.zero(currency);
    return new Incentives(zero, zero, zero, zero, zero);
  }

  Money total() {
    return settled.plus(accrued).plus(unposted).plus(reimbursed).plus(committed);
  }

  Incentives plus(Incentives other) {
    return new Incentives(
        settled.plus(other.settled),
        accrued.plus(other.accrued),
        unposted.plus(other.unposted),
        reimbursed.plus(other.reimbursed),
        committed.plus(other.committed));
  }
}
