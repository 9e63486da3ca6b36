package org.mitra.programs;

import java.math.BigDecimal;

/**
 * What a program may give away in all, and what is gone.
 *
 * @param total of the budget
 * @param taken of it by what was approved
 * @param currency of both
 */
public record BudgetUse(BigDecimal total, BigDecimal taken, String currency) {

  public BigDecimal left() {
    return total.subtract(taken);
  }

  /** How much of it is gone, 0 to 100; less than a whole percent counts as none. */
  public int percentTaken() {
    return total.signum() == 0
        ? 100
        : taken
            .multiply(BigDecimal.valueOf(100))
            .divide(total, 0, java.math.RoundingMode.DOWN)
            .min(BigDecimal.valueOf(100))
            .intValue();
  }
}
