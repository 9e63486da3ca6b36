package org.mitra.engine;

import java.math.BigDecimal;
import java.util.Optional;
import org.mitra.money.Decimals;

/**
 * Limits of the payout. They never change the measure.
 *
 * @param perPayee most that one payee earns in one period, in the program's currency
 * @param budget most that the program pays in all, in the program's currency
 */
public record Limits(Optional<BigDecimal> perPayee, Optional<BigDecimal> budget) {
  public static final Limits NONE = new Limits(Optional.empty(), Optional.empty());

  public Limits {
    Check check = new Check();
    check.limit("perPayee", perPayee).limit("budget", budget).done();
    perPayee = perPayee.map(Decimals::normal);
    budget = budget.map(Decimals::normal);
  }

  boolean any() {
    return perPayee.isPresent() || budget.isPresent();
  }
}
