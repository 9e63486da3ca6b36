package org.mitra.engine;

import java.math.RoundingMode;
import org.mitra.money.Currency;
import org.mitra.money.Exact;
import org.mitra.money.Money;

/**
 * What a payee has earned in a program and period on the facts known, rounded once, with its
 * reason.
 *
 * @param exact before rounding
 * @param amount rounded HALF_UP to the currency's scale: the only rounding on the way to a payout
 * @param why the derivation; its amounts are dealt out by {@link #explanation}
 */
public record Entitlement(Exact exact, Money amount, Derivation why) {

  static Entitlement of(Derivation why, Currency currency) {
    return new Entitlement(
        why.exact(), Money.rounded(why.exact(), currency, RoundingMode.HALF_UP), why);
  }

  /**
   * The reason as people see it: every step with an amount, the leaves adding up to {@link
   * #amount}.
   */
  public Explanation explanation() {
    return why.paidAs(amount);
  }
}
