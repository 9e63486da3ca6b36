package org.mitra.engine;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mitra.money.Currency;
import org.mitra.money.Exact;
import org.mitra.money.Rate;

/**
 * What terms may not say. Collects complaints, and complains about a missing value only once: a
 * check of a value that is not there passes.
 */
final class Check {
  private static final Rate ALL = new Rate(Exact.ONE);

  /** What an amount column holds: 15 digits before and 4 after the point. */
  private static final int DIGITS = 15;

  private static final int DECIMALS = 4;

  private final List<InvalidTerms.Complaint> complaints = new ArrayList<>();

  Check present(String field, Object value) {
    return that(value != null, field, "missing");
  }

  /** From 0% to 100%. */
  Check rate(String field, Rate rate) {
    present(field, rate);
    boolean fits = rate == null || (rate.compareTo(Rate.ZERO) >= 0 && rate.compareTo(ALL) <= 0);
    return that(fits, field, "rate-out-of-range", "rate", rate);
  }

  /** Above zero, and storable. */
  Check positive(String field, BigDecimal amount) {
    present(field, amount);
    that(amount == null || amount.signum() > 0, field, "amount-not-positive");
    return storable(field, amount);
  }

  /** Above zero where there is one. */
  Check limit(String field, Optional<BigDecimal> amount) {
    amount.ifPresent(present -> positive(field, present));
    return this;
  }

  /** Zero or more, and storable. */
  Check notNegative(String field, BigDecimal amount) {
    present(field, amount);
    that(amount == null || amount.signum() >= 0, field, "amount-negative");
    return storable(field, amount);
  }

  private Check storable(String field, BigDecimal amount) {
    if (amount == null) {
      return this;
    }
    BigDecimal plain = amount.stripTrailingZeros();
    boolean fits = plain.scale() <= DECIMALS && plain.precision() - plain.scale() <= DIGITS;
    return that(fits, field, "amount-too-long");
  }

  /** An amount that can be paid: above zero, with no more decimals than the currency has. */
  Check payable(String field, Optional<BigDecimal> amount, Optional<Currency> currency) {
    if (amount.isEmpty() || currency.isEmpty()) {
      return this;
    }
    boolean fits = amount.get().stripTrailingZeros().scale() <= currency.get().scale();
    return that(fits, field, "amount-too-fine", "currency", currency.get());
  }

  Check within(String field, int value, int least, int most, String code) {
    return that(value >= least && value <= most, field, code, "least", least, "most", most);
  }

  Check money(String field, Measure measure) {
    present(field, measure);
    return that(measure == null || measure.isMoney(), field, "measure-counts-units");
  }

  Check that(boolean holds, String field, String code, Object... facts) {
    if (!holds) {
      complaints.add(new InvalidTerms.Complaint(field, code, Facts.of(facts)));
    }
    return this;
  }

  /**
   * @throws InvalidTerms unless there is nothing to complain about
   */
  void done() {
    if (!complaints.isEmpty()) {
      throw new InvalidTerms(complaints);
    }
  }
}
