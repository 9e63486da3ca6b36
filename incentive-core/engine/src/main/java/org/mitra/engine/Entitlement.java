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

  /** Step of a span: what earlier periods of it were settled with, rounded as it was. */
  static final String SETTLED_BEFORE = "settled-before";

  static Entitlement of(Derivation why, Currency currency) {
    // What a span earns in all is rounded, not its last difference: interim amounts add up to it.
    Exact settled = settledBefore(why);
    Money total = Money.rounded(why.exact().minus(settled), currency, RoundingMode.HALF_UP);
    Money amount = total.plus(Money.rounded(settled, currency, RoundingMode.HALF_UP));
    return new Entitlement(why.exact(), amount, why);
  }

  private static Exact settledBefore(Derivation why) {
    return why.code().equals(SETTLED_BEFORE)
        ? why.exact()
        : why.parts().stream().map(Entitlement::settledBefore).reduce(Exact.ZERO, Exact::plus);
  }

  /**
   * The reason as people see it: every step with an amount, the leaves adding up to {@link
   * #amount}.
   */
  public Explanation explanation() {
    return why.paidAs(amount);
  }
}
