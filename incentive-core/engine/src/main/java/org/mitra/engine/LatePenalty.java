package org.mitra.engine;

import org.mitra.money.Exact;
import org.mitra.money.Rate;

/**
 * What is taken off a unit that is claimed after the claim window.
 *
 * @param perMonth taken off for each month begun, above 0%
 * @param months after the window within which units can still be claimed, 1 to 60; together they
 *     take less than everything
 */
public record LatePenalty(Rate perMonth, int months) {
  public LatePenalty {
    Check check = new Check().rate("perMonth", perMonth);
    check.that(!Rate.ZERO.equals(perMonth), "perMonth", "amount-not-positive");
    check.within("months", months, 1, 60, "months-out-of-range");
    boolean leaves = perMonth == null || taken(perMonth, months).compareTo(Exact.ONE) < 0;
    check.that(leaves, "months", "penalty-takes-everything").done();
  }

  /** The part that is taken off when so many months had begun. */
  public Rate taken(int late) {
    return new Rate(taken(perMonth, late).min(Exact.ONE));
  }

  private static Exact taken(Rate perMonth, int months) {
    return perMonth.of(Exact.of(months));
  }
}
