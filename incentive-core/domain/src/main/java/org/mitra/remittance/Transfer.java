package org.mitra.remittance;

import org.mitra.bank.UsableAccount;
import org.mitra.money.Money;

/**
 * A payment to a partner.
 *
 * @param payoutId row id
 * @param attempt 1, and one more after each return
 * @param number of the payout
 * @param about what the partner reads on his account
 */
public record Transfer(
    long payoutId, int attempt, String number, UsableAccount account, Money amount, String about) {

  /** What comes back with the bank's answer: unique for ever. */
  public String endToEndId() {
    return number + "-" + attempt;
  }
}
