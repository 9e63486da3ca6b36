package org.mitra.engine;

import java.time.LocalDate;
import org.mitra.money.Rate;
import org.mitra.time.Period;

/**
 * A fund that grows with what the partner buys: each period's share is an allocation of its own.
 *
 * @param rate of the net amount of purchases in scope, above 0% and up to 100%
 * @param lastsMonths months after the period within which it can be promised, 1 to 60
 */
public record FundAccrual(Rate rate, int lastsMonths) {
  public FundAccrual {
    Check check = new Check().rate("rate", rate);
    check.that(!Rate.ZERO.equals(rate), "rate", "amount-not-positive");
    check.within("lastsMonths", lastsMonths, 1, 60, "months-out-of-range").done();
  }

  /** What the fund earns, as a rule. */
  SalesRule earns() {
    return new Flat(Measure.NET, rate);
  }

  /** The last day on which what a period brought can be promised. */
  public LocalDate expiresOn(Period period) {
    return period.end().plusMonths(lastsMonths).minusDays(1);
  }
}
