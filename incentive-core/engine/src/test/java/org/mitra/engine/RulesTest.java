package org.mitra.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mitra.engine.Tier.each;
import static org.mitra.engine.Tier.plus;
import static org.mitra.engine.Tier.tier;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
  void oneTableInAllMethods() {
    TierTable table =
        new TierTable(
            Starts.REACHED, List.of(tier("0", "10%"), tier("1000", "25%"), tier("2500", "30%")));
    assertThat(earned(TierMethod.MARGINAL, table, "2000")).isEqualTo("350");
    assertThat(earned(TierMethod.WHOLE_AMOUNT, table, "2000")).isEqualTo("500");
    assertThat(earned(TierMethod.ROLLING, table, "2000")).isEqualTo("600");
    assertThat(earned(TierMethod.TOTAL, table, "2000")).isEqualTo("700");
    assertThat(earned(TierMethod.LINEAR, table, "2000")).isEqualTo("1700/3");
    assertThat(earned(TierMethod.LINEAR, table, "3000")).isEqualTo("900");
    assertThat(earned(TierMethod.LINEAR, table, "-100")).isEqualTo("-10");
  }

  @Test
  void flatAmountsComeOnEntering() {
    TierTable table =
        new TierTable(
            Starts.EXCEEDED,
            List.of(tier("0", "1%").plus("200"), tier("10", "2%").plus("300"), plus("20", "400")));
    assertThat(earned(TierMethod.MARGINAL, table, "0")).isEqualTo("0");
    assertThat(earned(TierMethod.MARGINAL, table, "10")).isEqualTo("200.1");
    assertThat(earned(TierMethod.MARGINAL, table, "11")).isEqualTo("500.12");
    assertThat(earned(TierMethod.MARGINAL, table, "30")).isEqualTo("900.3");
    assertThat(earned(TierMethod.WHOLE_AMOUNT, table, "11")).isEqualTo("300.22");
    assertThat(earned(TierMethod.WHOLE_AMOUNT, table, "30")).isEqualTo("400");
    assertThat(earned(TierMethod.ROLLING, table, "30")).isEqualTo("900.5");
    assertThat(earned(TierMethod.TOTAL, table, "30")).isEqualTo("900.9");
    assertThat(earned(TierMethod.TOTAL, table, "-5")).isEqualTo("-0.05");
    assertThat(table.tiers()).extracting(Tier::text).containsExactly("1%+200", "2%+300", "+400");
  }

  @Test
  void milestonesAreWorthTheirFlatAmount() {
    TierTable table = new TierTable(Starts.REACHED, List.of(plus("10", "100"), plus("25", "300")));
    assertThat(earned(TierMethod.FIXED, table, "9")).isEqualTo("0");
    assertThat(earned(TierMethod.FIXED, table, "25")).isEqualTo("300");
    assertThat(earned(TierMethod.MARGINAL, table, "25")).isEqualTo("400");
    Tiered fixed = new Tiered(Measure.UNITS, Measure.NET, TierMethod.FIXED, table);
    assertThat(fixed.next(Measured.sums()).orElseThrow().earnedThen())
        .as("needs no price")
        .contains(Exact.of(100));
  }

  @Test
  void aDebtIsOwedOrForgiven() {
    Measured debt = volume("-1000");
    TierTable table = new TierTable(Starts.REACHED, List.of(tier("0", "5%"), tier("9", "7%")));
    Tiered owed = new Tiered(Measure.NET, Measure.NET, TierMethod.TOTAL, table, Negative.DEBT);
    Tiered forgiven =
        new Tiered(Measure.NET, Measure.NET, TierMethod.TOTAL, table, Negative.NOTHING);
    assertThat(owed.earn(debt).amount()).isEqualTo(Exact.of(-50));
    assertThat(forgiven.earn(debt).amount()).isEqualTo(Exact.ZERO);
    assertThat(forgiven.earn(debt).why().parts()).hasSize(2);
    assertThat(forgiven.earn(volume("8")).why().parts()).isEmpty();
  }

  @Test
  void fullBlocksOnly() {
    EveryX every = new EveryX(Measure.NET, new BigDecimal("1000000"), new BigDecimal("10000"));
    assertThat(every.earn(volume("3750000")).amount()).isEqualTo(Exact.of(30_000));
    assertThat(every.earn(volume("999999.99")).amount()).isEqualTo(Exact.ZERO);
    assertThat(every.earn(volume("-3750000")).amount()).isEqualTo(Exact.of(-30_000));
    NextTier next = every.next(volume("3750000")).orElseThrow();
    assertThat(next.threshold()).isEqualTo(Exact.of(4_000_000));
    assertThat(next.missing()).isEqualTo(Exact.of(250_000));
    assertThat(next.earnedThen()).contains(Exact.of(40_000));
    assertThat(every.next(volume("-1")).orElseThrow().missing()).isEqualTo(Exact.of(1_000_001));
  }

  @Test
  void whatLooksAtLinesDoesNotMakeDoWithSums() {
    ProductOffer other = new ProductOffer(Set.of("B"), Set.of(), new Offer.Each(BigDecimal.TEN));
    PerUnit perUnit =
        new PerUnit(BigDecimal.ONE, Per.UNIT, List.of(other), Optional.empty(), Negative.DEBT);
    assertThat(perUnit.needsLines()).isTrue();
    assertThat(perUnit.earn(Measured.sums()).amount()).isEqualTo(Exact.ZERO);
    Measured sums = volume("5");
    assertThatThrownBy(() -> perUnit.earn(sums)).isInstanceOf(IllegalStateException.class);
    assertThat(new PerUnit(BigDecimal.ONE).needsLines()).isFalse();
  }

  private static String earned(TierMethod method, TierTable table, String volume) {
    Tiered rule = new Tiered(Measure.NET, Measure.NET, method, table);
    return rule.earn(volume(volume)).amount().toString();
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
