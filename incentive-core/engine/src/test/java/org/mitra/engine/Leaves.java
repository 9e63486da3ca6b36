package org.mitra.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.mitra.money.Money;

/** What every explanation has to keep. */
final class Leaves {
  private Leaves() {}

  /** The leaves of an explanation add up to the amount, to the last digit. */
  static void addUp(Entitlement entitlement) {
    Money leaves =
        entitlement
            .explanation()
            .leaves()
            .map(Explanation::amount)
            .reduce(Money.zero(entitlement.amount().currency()), Money::plus);
    assertThat(leaves).isEqualTo(entitlement.amount());
  }
}
