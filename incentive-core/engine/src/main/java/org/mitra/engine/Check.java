package org.mitra.engine;

import java.math.BigDecimal;
import java.util.Map;
import org.mitra.money.Exact;
import org.mitra.money.Rate;

/** What terms may not say, each with its own sentence. */
final class Check {
  private static final Rate ALL = new Rate(Exact.ONE);

  private Check() {}

  static void rate(String field, Rate rate) {
    present(field, rate);
    if (rate.compareTo(Rate.ZERO) < 0 || rate.compareTo(ALL) > 0) {
      throw new InvalidTerms(field, "rate-out-of-range", Map.of("rate", rate.toString()));
    }
  }

  static void positive(String field, BigDecimal amount) {
    present(field, amount);
    if (amount.signum() <= 0) {
      throw InvalidTerms.at(field, "amount-not-positive");
    }
  }

  static void money(String field, Measure measure) {
    present(field, measure);
    if (!measure.isMoney()) {
      throw InvalidTerms.at(field, "measure-counts-units");
    }
  }

  static void present(String field, Object value) {
    if (value == null) {
      throw InvalidTerms.at(field, "missing");
    }
  }
}
