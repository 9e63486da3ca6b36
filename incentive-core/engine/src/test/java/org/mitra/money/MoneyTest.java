package org.mitra.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MoneyTest {

  @Test
  void theRupiahHasNoSenAndTheDinarHasFils() {
    assertThat(Money.of("1250000", Currency.IDR)).hasToString("IDR 1250000");
    assertThat(Money.of("1.234", Currency.of("KWD"))).hasToString("KWD 1.234");
  }

  @Test
  void decimalsAreNeverLostSilently() {
    assertThatThrownBy(() -> Money.of("1000.25", Currency.IDR))
        .isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> Money.of("100.50", Currency.of("JPY")))
        .isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> Money.of("1.2345", Currency.of("KWD")))
        .isInstanceOf(ArithmeticException.class);
    assertThat(Money.of("1000.00", Currency.IDR)).hasToString("IDR 1000");
  }

  @Test
  void currenciesDoNotMix() {
    assertThatThrownBy(() -> Money.zero(Currency.IDR).plus(Money.zero(Currency.USD)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(Currency.find("idr")).isEmpty();
    assertThat(Currency.find("XXX")).isEmpty();
  }

  @Test
  void plainDecimalsOnly() {
    for (String bad :
        List.of(
            "",
            " 1",
            "1e5",
            "1E+9999999",
            "12abc",
            "1.",
            ".5",
            "1,5",
            "٣٤",
            "+1",
            "NaN",
            "--1",
            "1".repeat(400))) {
      assertThatThrownBy(() -> Decimals.parse(bad))
          .as(bad)
          .isInstanceOf(NumberFormatException.class);
    }
    assertThat(Decimals.parse("-0.00")).isEqualByComparingTo(BigDecimal.ZERO);
  }

  @Test
  void sharesOfDocumentedAmounts() {
    assertThat(Shares.equal(Money.of("1000000", Currency.IDR), 3))
        .extracting(Money::toString)
        .containsExactly("IDR 333334", "IDR 333333", "IDR 333333");
    assertThat(
            Shares.byWeight(
                Money.of("6.45", Currency.EUR), List.of(Exact.of("0.3"), Exact.of("0.7"))))
        .extracting(Money::toString)
        .containsExactly("EUR 1.94", "EUR 4.51");
    assertThat(Shares.equal(Money.of("100.00", Currency.EUR), 3))
        .extracting(Money::toString)
        .containsExactly("EUR 33.34", "EUR 33.33", "EUR 33.33");
    assertThat(Shares.equal(Money.of("1000000", Currency.IDR), 7).get(0)).hasToString("IDR 142858");
  }

  /**
   * Shares add up, a debt is shared like a claim, and nobody is further than one unit from his
   * exact share.
   */
  @Test
  void sharesAddUp() {
    Random random = new Random(7);
    for (int i = 0; i < 3_000; i++) {
      Money total = Money.of(Long.toString(random.nextInt(2_000_001) - 1_000_000), Currency.IDR);
      List<Exact> weights = new ArrayList<>();
      for (int j = random.nextInt(12); j >= 0; j--) {
        weights.add(Exact.of(random.nextInt(1_000) + 1));
      }
      List<Money> shares = Shares.byWeight(total, weights);
      assertThat(shares.stream().reduce(Money.zero(Currency.IDR), Money::plus)).isEqualTo(total);
      assertThat(Shares.byWeight(total.negated(), weights))
          .isEqualTo(shares.stream().map(Money::negated).toList());
      Exact sum = weights.stream().reduce(Exact.ZERO, Exact::plus);
      for (int j = 0; j < shares.size(); j++) {
        Exact exact = total.exact().times(weights.get(j)).dividedBy(sum);
        assertThat(shares.get(j).exact().minus(exact).rounded(9, RoundingMode.HALF_UP).abs())
            .isLessThan(BigDecimal.ONE);
      }
    }
  }
}
