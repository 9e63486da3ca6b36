package org.mitra.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mitra.money.Currency;
import org.mitra.money.Money;
import org.mitra.money.Rate;

class FundRuleTest {
  private static final FundRule HALF = new FundRule(Rate.of("50%"), Optional.empty(), 60);

  @Test
  void paysTheShareOfTheCost() {
    Explanation why = HALF.reimburse(idr(40_000_000), idr(70_000_000)).explanation();
    assertThat(why.amount()).isEqualTo(idr(35_000_000));
    assertThat(why.parts()).as("nothing was cut off").isEmpty();
  }

  @Test
  void saysWhatWasSpentAboveTheApproval() {
    Explanation why = HALF.reimburse(idr(40_000_000), idr(100_000_000)).explanation();
    assertThat(why.amount()).isEqualTo(idr(40_000_000));
    assertSteps(why, List.of("fund-share", "fund-above-approval"), 50_000_000, -10_000_000);
  }

  @Test
  void saysWhatTheLimitCutOff() {
    FundRule limited = new FundRule(Rate.of("50%"), Optional.of(new BigDecimal("25000000")), 60);
    Explanation why = limited.reimburse(idr(20_000_000), idr(70_000_000)).explanation();
    assertThat(why.amount()).isEqualTo(idr(20_000_000));
    assertSteps(
        why,
        List.of("fund-share", "fund-above-limit", "fund-above-approval"),
        35_000_000,
        -10_000_000,
        -5_000_000);
  }

  @Test
  void roundsOnceAndItsStepsStillAddUp() {
    FundRule third = new FundRule(Rate.of("33.3%"), Optional.of(new BigDecimal("9.5")), 60);
    Money due = third.reimburse(idr(100), idr(101)).amount();
    assertThat(due).as("9.5 is rounded up once").isEqualTo(idr(10));
    Explanation why = third.reimburse(idr(100), idr(101)).explanation();
    assertThat(why.leaves().map(Explanation::amount).reduce(Money::plus)).contains(due);
  }

  private static void assertSteps(Explanation why, List<String> codes, long... amounts) {
    assertThat(why.parts()).extracting(Explanation::code).isEqualTo(codes);
    for (int i = 0; i < amounts.length; i++) {
      assertThat(why.parts().get(i).amount()).isEqualTo(idr(amounts[i]));
    }
    assertThat(why.leaves().map(Explanation::amount).reduce(Money::plus)).contains(why.amount());
  }

  private static Money idr(long amount) {
    return new Money(BigDecimal.valueOf(amount), Currency.IDR);
  }
}
