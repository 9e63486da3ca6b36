package org.mitra.exchange;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A rate as it was entered last.
 *
 * @param from currency of which one unit is worth the rate
 * @param to currency in which the rate is
 * @param day from which it holds, until the next
 * @param source where it was published
 * @param changedBy username of whoever entered or corrected it
 */
public record ExchangeRate(
    String from,
    String to,
    LocalDate day,
    BigDecimal rate,
    String source,
    String changedBy,
    Instant changedAt) {

  /** Tells it from others. */
  public String key() {
    return from + "-" + to + "-" + day;
  }
}
