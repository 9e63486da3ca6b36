package org.mitra.engine;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.mitra.money.Exact;

/** School-book fractions, which share no code with what they check. */
record Fraction(BigInteger top, BigInteger bottom) {
  static final Fraction ZERO = new Fraction(BigInteger.ZERO, BigInteger.ONE);

  static Fraction of(BigDecimal value) {
    return value.scale() >= 0
        ? new Fraction(value.unscaledValue(), BigInteger.TEN.pow(value.scale()))
        : new Fraction(value.toBigIntegerExact(), BigInteger.ONE);
  }

  Fraction plus(Fraction other) {
    return new Fraction(
        top.multiply(other.bottom).add(other.top.multiply(bottom)), bottom.multiply(other.bottom));
  }

  Fraction times(Fraction other) {
    return new Fraction(top.multiply(other.top), bottom.multiply(other.bottom));
  }

  Fraction over(long units) {
    return new Fraction(top, bottom.multiply(BigInteger.valueOf(units)));
  }

  Fraction dividedBy(Fraction other) {
    return new Fraction(top.multiply(other.bottom), bottom.multiply(other.top));
  }

  Fraction negated() {
    return new Fraction(top.negate(), bottom);
  }

  boolean below(Fraction other) {
    BigInteger difference = top.multiply(other.bottom).subtract(other.top.multiply(bottom));
    return difference.signum() * bottom.signum() * other.bottom.signum() < 0;
  }

  Fraction smaller(Fraction other) {
    return below(other) ? this : other;
  }

  /** As a whole number, which it must be. */
  long whole() {
    BigInteger[] parts = top.divideAndRemainder(bottom);
    if (parts[1].signum() != 0) {
      throw new ArithmeticException(this + " is not whole");
    }
    return parts[0].longValueExact();
  }

  Exact exact() {
    return Exact.of(new BigDecimal(top)).dividedBy(Exact.of(new BigDecimal(bottom)));
  }
}
