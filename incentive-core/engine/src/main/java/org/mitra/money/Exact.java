package org.mitra.money;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Objects;

/**
 * An exact number: a decimal as long as decimals suffice, a fraction when a division does not end.
 *
 * <p>Rules compute with this type up to the payout line, so that an amount is rounded once and the
 * parts of an explanation add up to it. A third of a rupiah is a third of a rupiah here, not
 * 0.3333.
 *
 * <p>The value is {@code numerator ÷ denominator}; the denominator is positive and shares no factor
 * with ten or with the numerator, so every number has one form and {@link #equals} compares values.
 */
public final class Exact implements Comparable<Exact> {
  public static final Exact ZERO = new Exact(BigDecimal.ZERO, BigInteger.ONE);
  public static final Exact ONE = new Exact(BigDecimal.ONE, BigInteger.ONE);

  private static final BigInteger TWO = BigInteger.TWO;
  private static final BigInteger FIVE = BigInteger.valueOf(5);

  private final BigDecimal numerator;
  private final BigInteger denominator;

  private Exact(BigDecimal numerator, BigInteger denominator) {
    this.numerator = numerator;
    this.denominator = denominator;
  }

  public static Exact of(BigDecimal value) {
    return new Exact(value, BigInteger.ONE);
  }

  public static Exact of(long value) {
    return new Exact(BigDecimal.valueOf(value), BigInteger.ONE);
  }

  /** Reads a plain decimal such as {@code "12.50"}. */
  public static Exact of(String plainDecimal) {
    return of(Decimals.parse(plainDecimal));
  }

  public Exact plus(Exact other) {
    if (isDecimal() && other.isDecimal()) {
      return new Exact(numerator.add(other.numerator), BigInteger.ONE);
    }
    if (denominator.equals(other.denominator)) {
      return reduced(numerator.add(other.numerator), denominator);
    }
    BigDecimal sum =
        numerator
            .multiply(new BigDecimal(other.denominator))
            .add(other.numerator.multiply(new BigDecimal(denominator)));
    return reduced(sum, denominator.multiply(other.denominator));
  }

  public Exact minus(Exact other) {
    return plus(other.negated());
  }

  public Exact times(Exact other) {
    if (isDecimal() && other.isDecimal()) {
      return new Exact(numerator.multiply(other.numerator), BigInteger.ONE);
    }
    return reduced(numerator.multiply(other.numerator), denominator.multiply(other.denominator));
  }

  public Exact times(BigDecimal factor) {
    return reduced(numerator.multiply(factor), denominator);
  }

  /**
   * Divides without loss.
   *
   * @throws ArithmeticException when {@code other} is zero
   */
  public Exact dividedBy(Exact other) {
    if (other.isZero()) {
      throw new ArithmeticException("division by zero");
    }
    BigInteger unscaled = other.numerator.unscaledValue();
    BigDecimal top =
        numerator
            .multiply(new BigDecimal(other.denominator))
            .scaleByPowerOfTen(other.numerator.scale());
    return unscaled.signum() < 0
        ? reduced(top.negate(), denominator.multiply(unscaled.negate()))
        : reduced(top, denominator.multiply(unscaled));
  }

  public Exact negated() {
    return new Exact(numerator.negate(), denominator);
  }

  public Exact min(Exact other) {
    return compareTo(other) <= 0 ? this : other;
  }

  public Exact max(Exact other) {
    return compareTo(other) >= 0 ? this : other;
  }

  public int signum() {
    return numerator.signum();
  }

  public boolean isZero() {
    return numerator.signum() == 0;
  }

  /** Rounds to the given number of decimals; the only way out of exactness. */
  public BigDecimal rounded(int scale, RoundingMode mode) {
    return isDecimal()
        ? numerator.setScale(scale, mode)
        : numerator.divide(new BigDecimal(denominator), scale, mode);
  }

  /** Whether the value can be written down as a decimal that ends. */
  public boolean isDecimal() {
    return denominator.equals(BigInteger.ONE);
  }

  /**
   * The value as a decimal.
   *
   * @throws ArithmeticException when it does not end, such as 1 ÷ 3
   */
  public BigDecimal decimal() {
    if (!isDecimal()) {
      throw new ArithmeticException(this + " has no finite decimal form");
    }
    return numerator;
  }

  private static Exact reduced(BigDecimal numerator, BigInteger denominator) {
    if (denominator.equals(BigInteger.ONE)) {
      return new Exact(numerator, denominator);
    }
    BigInteger common = numerator.unscaledValue().gcd(denominator);
    BigDecimal top = new BigDecimal(numerator.unscaledValue().divide(common), numerator.scale());
    BigInteger bottom = denominator.divide(common);
    // Halves and fifths are decimals: 1/2 is 5/10.
    while (!bottom.testBit(0)) {
      top = top.multiply(BigDecimal.valueOf(5)).scaleByPowerOfTen(-1);
      bottom = bottom.divide(TWO);
    }
    BigInteger[] fifths = bottom.divideAndRemainder(FIVE);
    while (fifths[1].signum() == 0) {
      top = top.multiply(BigDecimal.valueOf(2)).scaleByPowerOfTen(-1);
      bottom = fifths[0];
      fifths = bottom.divideAndRemainder(FIVE);
    }
    return new Exact(top, bottom);
  }

  @Override
  public int compareTo(Exact other) {
    if (denominator.equals(other.denominator)) {
      return numerator.compareTo(other.numerator);
    }
    return numerator
        .multiply(new BigDecimal(other.denominator))
        .compareTo(other.numerator.multiply(new BigDecimal(denominator)));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Exact that && compareTo(that) == 0;
  }

  @Override
  public int hashCode() {
    return Objects.hash(numerator.stripTrailingZeros(), denominator);
  }

  /** A plain decimal such as {@code 1.125}, or a fraction such as {@code 10/3}. */
  @Override
  public String toString() {
    if (isDecimal()) {
      return Decimals.plain(numerator);
    }
    BigDecimal top = numerator.stripTrailingZeros();
    BigInteger bottom = denominator;
    if (top.scale() > 0) {
      bottom = bottom.multiply(BigInteger.TEN.pow(top.scale()));
      top = top.scaleByPowerOfTen(top.scale());
    }
    return top.toBigIntegerExact() + "/" + bottom;
  }
}
