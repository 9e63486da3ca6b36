package org.mitra.engine;

import java.math.BigDecimal;
import java.util.Optional;
import org.mitra.money.Decimals;

/**
 * Limits of the payout. They never change the measure.
 *
 * @param perPayee most that one payee earns in one period, in the program's currency
 * @param budget most that the program pays in all, in the program's currency
 * @param scarce what happens when the budget does not suffice
 */
public record Limits(Optional<BigDecimal> perPayee, Optional<BigDecimal> budget, Scarce scarce) {
  /** What happens when a budget does not suffice. */
  public enum Scarce {
    /** Whoever is approved first is paid in full, until nothing is left. */
    FIRST_COME,
    /** Period by period, what is left is shared in proportion to what was earned. */
    PRO_RATA
  }

  public static final Limits NONE = new Limits(Optional.empty(), Optional.empty());

  public Limits {
    Check check = new Check().present("scarce", scarce);
    check.that(scarce != Scarce.PRO_RATA || budget.isPresent(), "scarce", "pro-rata-needs-budget");
    check.limit("perPayee", perPayee).limit("budget", budget).done();
    perPayee = perPayee.map(Decimals::normal);
    budget = budget.map(Decimals::normal);
  }

  public Limits(Optional<BigDecimal> perPayee, Optional<BigDecimal> budget) {
    this(perPayee, budget, Scarce.FIRST_COME);
  }

  boolean any() {
    return perPayee.isPresent() || budget.isPresent();
  }
}
