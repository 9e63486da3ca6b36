package org.mitra.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mitra.engine.Tier.each;
import static org.mitra.engine.Tier.tier;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mitra.money.Currency;
import org.mitra.money.Exact;
import org.mitra.money.Money;
import org.mitra.money.Rate;

/** Each rule by itself; docs/rules has many more examples, which run in the domain's tests. */
class RulesTest {
  private static final TierTable PERCENT =
      new TierTable(
          Starts.REACHED,
          List.of(tier("0", "5%"), tier("100000000", "7%"), tier("200000000", "10%")));

  @Test
  void aFlatRateOnEverything() {
    Flat flat = new Flat(Measure.NET, Rate.of("4%"));
    assertThat(flat.earn(volume("800")).amount()).isEqualTo(Exact.of("32"));
    assertThat(flat.next(volume("800"))).isEmpty();
  }

  @Test
  void anAmountForEachUnit() {
    PerUnit spiff = new PerUnit(new BigDecimal("50000"));
    assertThat(spiff.earn(volume("3")).amount()).isEqualTo(Exact.of("150000"));
    assertThat(spiff.pays()).isEqualTo(Measure.UNITS);
  }

  @Test
  void slicesAndTheWholeAmount() {
    Tiered marginal = new Tiered(Measure.NET, Measure.NET, TierMethod.MARGINAL, PERCENT);
    Tiered whole = new Tiered(Measure.NET, Measure.NET, TierMethod.WHOLE_AMOUNT, PERCENT);
    assertThat(marginal.earn(volume("250000000")).amount()).isEqualTo(Exact.of("17000000"));
    assertThat(whole.earn(volume("250000000")).amount()).isEqualTo(Exact.of("25000000"));
    assertThat(marginal.earn(volume("-1000")).amount()).isEqualTo(Exact.of("-50"));
    assertThat(whole.earn(volume("-1000")).amount()).isEqualTo(Exact.of("-50"));
  }

  @Test
  void noDebtWhereNothingWasOffered() {
    TierTable above = new TierTable(Starts.REACHED, List.of(tier("1000", "3%")));
    for (TierMethod method :
        List.of(
            TierMethod.MARGINAL, TierMethod.WHOLE_AMOUNT, TierMethod.ROLLING, TierMethod.TOTAL)) {
      Tiered rule = new Tiered(Measure.NET, Measure.NET, method, above);
      assertThat(rule.earn(volume("-500")).amount()).isEqualTo(Exact.ZERO);
      assertThat(rule.earn(volume("999")).amount()).isEqualTo(Exact.ZERO);
    }
  }

  @Test
  void theFirstTierIsWhereEverybodyStands() {
    TierTable exceeded = new TierTable(Starts.EXCEEDED, List.of(each("0", "2"), each("10", "3")));
    Tiered rule = new Tiered(Measure.UNITS, Measure.UNITS, TierMethod.WHOLE_AMOUNT, exceeded);
    assertThat(exceeded.reached(Exact.ZERO)).isZero();
    assertThat(exceeded.reached(Exact.of(10))).isZero();
    assertThat(exceeded.reached(Exact.of("10.0001"))).isEqualTo(1);
    assertThat(rule.next(volume("10")).orElseThrow().missing()).isEqualTo(Exact.ZERO);
  }

  @Test
  void whatThereIsToGain() {
    Tiered marginal = new Tiered(Measure.NET, Measure.NET, TierMethod.MARGINAL, PERCENT);
    NextTier next = marginal.next(volume("60000000")).orElseThrow();
    assertThat(next.threshold()).isEqualTo(Exact.of("100000000"));
    assertThat(next.missing()).isEqualTo(Exact.of("40000000"));
    assertThat(next.offer()).isEqualTo("7%");
    assertThat(next.earnedThen()).contains(Exact.of("5000000"));
    assertThat(marginal.next(volume("200000000"))).as("at the top").isEmpty();
    assertThat(marginal.next(volume("-5")).orElseThrow().missing())
        .as("from a debt one starts further down")
        .isEqualTo(Exact.of("100000005"));
  }

  @Test
  void whatUnitsWillEarnIsToldAtThePricePaidSoFar() {
    Tiered rule =
        new Tiered(
            Measure.UNITS,
            Measure.NET,
            TierMethod.WHOLE_AMOUNT,
            new TierTable(Starts.REACHED, List.of(tier("0", "10%"), tier("15", "20%"))));
    Measured measured = Measured.sums();
    measured.add(new Credit(Line.sale(1).line(), Exact.of(3), Exact.of("30")));
    assertThat(rule.next(measured).orElseThrow().earnedThen()).contains(Exact.of("30"));
    assertThat(rule.next(Measured.sums()).orElseThrow().earnedThen())
        .as("nothing was bought, so there is no price")
        .isEmpty();
  }

  @Test
  void aFundPaysItsShareWithinWhatWasApproved() {
    FundRule half = new FundRule(Rate.of("50%"), Optional.empty(), 60);
    assertThat(half.reimburse(idr("40000000"), idr("70000000")).amount())
        .isEqualTo(idr("35000000"));
    assertThat(half.reimburse(idr("10000000"), idr("70000000")).amount())
        .isEqualTo(idr("10000000"));
    assertThat(half.reimburse(idr("-1"), idr("70000000")).amount()).isEqualTo(idr("0"));
    FundRule limited = new FundRule(Rate.of("50%"), Optional.of(new BigDecimal("20000000")), 60);
    assertThat(limited.reimburse(idr("40000000"), idr("70000000")).amount())
        .isEqualTo(idr("20000000"));
    assertThatThrownBy(() -> half.reimburse(idr("1"), Money.of("1", Currency.EUR)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void sharesThatPeopleSeeAddUp() {
    Tiered rule =
        new Tiered(
            Measure.UNITS,
            Measure.NET,
            TierMethod.MARGINAL,
            new TierTable(Starts.EXCEEDED, List.of(tier("0", "10%"), tier("14", "20%"))));
    Calculation calculation = Calculation.explained(List.of(TermsOf.rule(rule).program("program")));
    calculation.see(Line.sale(1).units("16").net("10.00").line());
    Entitlement entitlement = calculation.entitlement(calculation.measures().firstKey());
    assertThat(entitlement.exact()).isEqualTo(Exact.of("1.125"));
    assertThat(entitlement.amount()).isEqualTo(Money.of("1.13", Currency.EUR));
    assertThat(entitlement.explanation().parts())
        .extracting(part -> part.amount().toString())
        .containsExactly("EUR 0.88", "EUR 0.25");
  }

  private static Money idr(String amount) {
    return Money.of(amount, Currency.IDR);
  }

  private static Measured volume(String volume) {
    Measured measured = Measured.sums();
    measured.add(new Credit(Line.sale(1).line(), Exact.of(volume), Exact.of(volume)));
    return measured;
  }
}
