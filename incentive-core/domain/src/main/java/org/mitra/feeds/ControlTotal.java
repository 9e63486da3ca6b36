package org.mitra.feeds;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What came in and what became of it, in lines and in money of one currency: received + repaired =
 * stored + unchanged + quarantined + dismissed.
 *
 * @param month first day of the economic month; null when the rows have none that can be read
 * @param currency empty for rows without amounts
 * @param received as they came in
 * @param repaired what repairs of rows changed: lines when a month or currency was wrong, money
 *     when an amount was
 * @param stored new lines and new versions of lines
 * @param unchanged known before, nothing happened
 * @param quarantined waiting for a person
 * @param dismissed set aside with a reason
 */
public record ControlTotal(
    LocalDate month,
    String currency,
    Sum received,
    Sum repaired,
    Sum stored,
    Sum unchanged,
    Sum quarantined,
    Sum dismissed) {

  /** Lines and their net amount. */
  public record Sum(long lines, BigDecimal amount) {
    public static final Sum NOTHING = new Sum(0, BigDecimal.ZERO);

    public Sum plus(Sum other) {
      return new Sum(lines + other.lines, amount.add(other.amount));
    }

    public Sum minus(Sum other) {
      return new Sum(lines - other.lines, amount.subtract(other.amount));
    }

    boolean isSame(Sum other) {
      return lines == other.lines && amount.compareTo(other.amount) == 0;
    }
  }

  /** Whether nothing has disappeared. */
  public boolean isBalanced() {
    return received.plus(repaired).isSame(stored.plus(unchanged).plus(quarantined).plus(dismissed));
  }
}
