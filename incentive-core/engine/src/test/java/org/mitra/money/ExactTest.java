package org.mitra.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ExactTest {

  @Test
  void aThirdThreeTimesIsOne() {
    Exact third = Exact.ONE.dividedBy(Exact.of(3));
    assertThat(third.plus(third).plus(third)).isEqualTo(Exact.ONE);
    assertThat(third).hasToString("1/3");
  }

  @Test
  void halvesAndFifthsAreDecimals() {
    assertThat(Exact.of("7").dividedBy(Exact.of("40")).decimal()).isEqualByComparingTo("0.175");
    assertThat(Exact.of("0.5").dividedBy(Exact.of("0.3"))).hasToString("5/3");
    assertThat(Exact.of("-1").dividedBy(Exact.of("-0.25"))).isEqualTo(Exact.of(4));
  }

  @Test
  void equalValuesAreEqualHoweverTheyCameAbout() {
    assertThat(Exact.of("1.50")).isEqualTo(Exact.of("1.5")).hasSameHashCodeAs(Exact.of("1.5"));
    Exact twoThirds = Exact.of("0.2").dividedBy(Exact.of("0.3"));
    assertThat(twoThirds)
        .isEqualTo(Exact.of(2).dividedBy(Exact.of(3)))
        .hasSameHashCodeAs(Exact.of(2).dividedBy(Exact.of(3)));
  }

  @Test
  void roundsOnlyWhenAsked() {
    Exact exact = Exact.of("1.125");
    assertThat(exact.rounded(2, RoundingMode.HALF_UP)).isEqualByComparingTo("1.13");
    assertThat(Exact.of(2).dividedBy(Exact.of(3)).rounded(2, RoundingMode.HALF_UP))
        .isEqualByComparingTo("0.67");
  }

  @Test
  void neverDividesByZero() {
    assertThatThrownBy(() -> Exact.ONE.dividedBy(Exact.ZERO))
        .isInstanceOf(ArithmeticException.class);
  }

  /** Sums and products of random fractions agree with plain integer fractions. */
  @Test
  void agreesWithIntegerFractions() {
    Random random = new Random(20260401);
    for (int i = 0; i < 5_000; i++) {
      long a = random.nextLong(-1_000, 1_001);
      long b = random.nextLong(1, 1_000);
      long c = random.nextLong(-1_000, 1_001);
      long d = random.nextLong(1, 1_000);
      Exact x = fraction(a, b);
      Exact y = fraction(c, d);
      assertThat(x.plus(y)).isEqualTo(fraction(a * d + c * b, b * d));
      assertThat(x.minus(y)).isEqualTo(fraction(a * d - c * b, b * d));
      assertThat(x.times(y)).isEqualTo(fraction(a * c, b * d));
      assertThat(Integer.signum(x.compareTo(y))).isEqualTo(Long.signum(a * d - c * b));
      if (c != 0) {
        assertThat(x.dividedBy(y)).isEqualTo(fraction(a * d, b * c));
      }
    }
  }

  private static Exact fraction(long top, long bottom) {
    return Exact.of(new BigDecimal(BigInteger.valueOf(top)))
        .dividedBy(Exact.of(new BigDecimal(BigInteger.valueOf(bottom))));
  }
}
