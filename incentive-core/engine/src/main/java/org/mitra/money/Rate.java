package org.mitra.money;

import java.math.BigDecimal;

/**
 * A share of an amount, written and read as a percentage: {@code Rate.of("7.5%")} is 0.075.
 *
 * @param fraction the exact fraction, 0.075 for 7.5%
 */
public record Rate(Exact fraction) implements Comparable<Rate> {
  public static final Rate ZERO = new Rate(Exact.ZERO);

  private static final Exact HUNDRED = Exact.of(100);

  /**
   * @throws IllegalArgumentException for a fraction that no percentage says, such as 1 ÷ 3
   */
  public Rate {
    if (!fraction.isDecimal()) {
      throw new IllegalArgumentException("no percentage says " + fraction);
    }
  }

  /**
   * @throws NumberFormatException when the text is not a plain decimal followed by a percent sign
   */
  public static Rate of(String percentage) {
    if (percentage == null || !percentage.endsWith("%")) {
      throw new NumberFormatException("not a percentage: " + percentage);
    }
    String number = percentage.substring(0, percentage.length() - 1);
    return new Rate(Exact.of(Decimals.parse(number)).dividedBy(HUNDRED));
  }

  /** The part of the amount that this rate stands for, exactly. */
  public Exact of(Exact amount) {
    return amount.times(fraction);
  }

  /** The percentage as a number: 7.5 for 7.5%. */
  public BigDecimal percent() {
    return fraction.times(HUNDRED).decimal();
  }

  @Override
  public int compareTo(Rate other) {
    return fraction.compareTo(other.fraction);
  }

  @Override
  public String toString() {
    return Decimals.plain(percent()) + "%";
  }
}
