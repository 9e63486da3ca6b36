package org.mitra.money;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Objects;

/**
 * An amount that can be paid: it has its currency and exactly that currency's decimals.
 *
 * <p>Amounts of different currencies are never added; trying to is a programming error.
 *
 * @param amount at the currency's scale
 * @param currency the currency, never null
 */
public record Money(BigDecimal amount, Currency currency) implements Comparable<Money> {

  /**
   * Accepts an amount with fewer decimals than the currency has, and refuses one with more.
   *
   * @throws ArithmeticException when decimals would be lost: rounding has to be asked for
   */
  public Money {
    Objects.requireNonNull(currency, "currency");
    amount = amount.setScale(currency.scale(), RoundingMode.UNNECESSARY);
  }

  public static Money of(String plainDecimal, Currency currency) {
    return new Money(Decimals.parse(plainDecimal), currency);
  }

  public static Money zero(Currency currency) {
    return new Money(BigDecimal.ZERO, currency);
  }

  /**
   * Rounds an exact amount to the currency's scale; the mode is the program's decision, so it is
   * asked for.
   */
  public static Money rounded(Exact exact, Currency currency, RoundingMode mode) {
    return new Money(exact.rounded(currency.scale(), mode), currency);
  }

  public Money plus(Money other) {
    return new Money(amount.add(same(other).amount), currency);
  }

  public Money minus(Money other) {
    return new Money(amount.subtract(same(other).amount), currency);
  }

  public Money negated() {
    return new Money(amount.negate(), currency);
  }

  public Money min(Money other) {
    return compareTo(other) <= 0 ? this : other;
  }

  public Money max(Money other) {
    return compareTo(other) >= 0 ? this : other;
  }

  public Exact exact() {
    return Exact.of(amount);
  }

  public int signum() {
    return amount.signum();
  }

  public boolean isZero() {
    return amount.signum() == 0;
  }

  @Override
  public int compareTo(Money other) {
    return amount.compareTo(same(other).amount);
  }

  private Money same(Money other) {
    if (!currency.equals(other.currency)) {
      throw new IllegalArgumentException(
          "amounts in " + currency + " and " + other.currency + " do not mix");
    }
    return other;
  }

  /** For logs and tests, such as {@code IDR 1250000}; people see amounts in their own locale. */
  @Override
  public String toString() {
    return currency + " " + amount.toPlainString();
  }
}
