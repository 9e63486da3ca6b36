package org.mitra.payouts;

import org.mitra.money.Money;

/**
 * The payouts of a settlement in one currency. Sums leave out what waits for the next settlement.
 *
 * @param payouts that are part of the sums
 * @param ready to be released, and {@code readyNet} what they transfer
 * @param blocked waiting for something
 * @param carried waiting for the next settlement since they are too small
 * @param excluded waiting for the next settlement since finance said so
 */
public record CurrencyTotal(
    Money gross,
    Money tax,
    Money recovered,
    Money added,
    Money net,
    Money readyNet,
    int payouts,
    int ready,
    int blocked,
    int carried,
    int excluded) {

  /** One payout. */
  static CurrencyTotal of(PayoutState state, boolean isReady, boolean isBlocked, PayoutAmounts a) {
    Money zero = Money.zero(a.gross().currency());
    if (state == PayoutState.CARRIED || state == PayoutState.EXCLUDED) {
      int one = state == PayoutState.CARRIED ? 1 : 0;
      return new CurrencyTotal(zero, zero, zero, zero, zero, zero, 0, 0, 0, one, 1 - one);
    }
    return new CurrencyTotal(
        a.gross(),
        a.tax(),
        a.recovered(),
        a.added(),
        a.net(),
        isReady ? a.net() : zero,
        1,
        isReady ? 1 : 0,
        isBlocked ? 1 : 0,
        0,
        0);
  }

  CurrencyTotal plus(CurrencyTotal other) {
    return new CurrencyTotal(
        gross.plus(other.gross),
        tax.plus(other.tax),
        recovered.plus(other.recovered),
        added.plus(other.added),
        net.plus(other.net),
        readyNet.plus(other.readyNet),
        payouts + other.payouts,
        ready + other.ready,
        blocked + other.blocked,
        carried + other.carried,
        excluded + other.excluded);
  }

  /** The currency of all its amounts. */
  public String currency() {
    return gross.currency().code();
  }
}
