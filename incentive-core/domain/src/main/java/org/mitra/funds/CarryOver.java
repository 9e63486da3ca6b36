package org.mitra.funds;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import org.mitra.data.Fields;
import org.mitra.money.Exact;
import org.mitra.money.Money;
import org.mitra.money.Rate;
import org.mitra.problem.Problem;

/**
 * What becomes of the rest of a lot: a part of it goes into a new lot, once.
 *
 * @param percent of what is free at expiry, above 0 and up to 100, four decimals at most
 * @param limit most that is carried over, in the currency of the fund; null for no limit
 * @param until last day of the new lot, after that of the old one
 */
public record CarryOver(BigDecimal percent, BigDecimal limit, LocalDate until) {
  private static final BigDecimal ALL = BigDecimal.valueOf(100);

  public CarryOver {
    Fields.present(percent, "carryOver/percent");
    Fields.present(until, "carryOver/until");
    if (percent.signum() <= 0 || percent.compareTo(ALL) > 0 || percent.scale() > 4) {
      throw Problem.invalid("fund.carry-percent").at("/carryOver/percent");
    }
  }

  /** The part of the rest that is carried over, rounded half up. */
  Money of(Money rest) {
    Exact share = rest.exact().times(percent).dividedBy(Exact.of(ALL));
    Money carried = Money.rounded(share, rest.currency(), RoundingMode.HALF_UP);
    return limit == null ? carried : carried.min(new Money(limit, rest.currency()));
  }

  public Rate rate() {
    return new Rate(Exact.of(percent).dividedBy(Exact.of(ALL)));
  }
}
