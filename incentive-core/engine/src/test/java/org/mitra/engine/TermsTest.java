package org.mitra.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mitra.engine.Tier.each;
import static org.mitra.engine.Tier.plus;
import static org.mitra.engine.Tier.tier;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.mitra.money.Currency;
import org.mitra.money.Exact;
import org.mitra.money.Rate;
import org.mitra.time.Period;

class TermsTest {
  private static final Flat FLAT = new Flat(Measure.NET, Rate.of("5%"));

  @Test
  void whatCannotBePromised() {
    assertThat(complaints(() -> new Flat(Measure.UNITS, Rate.of("101%"))))
        .containsExactly("pays measure-counts-units", "rate rate-out-of-range");
    assertThat(complaints(() -> new Flat(Measure.NET, Rate.of("-1%"))))
        .containsExactly("rate rate-out-of-range");
    assertThat(complaints(() -> new PerUnit(BigDecimal.ZERO)))
        .containsExactly("amount amount-not-positive");
    assertThat(complaints(() -> new FundRule(Rate.of("0%"), Optional.empty(), 0)))
        .containsExactly("share amount-not-positive", "claimWithinDays days-out-of-range");
    assertThat(complaints(() -> table(tier("5", "1%"), tier("5", "2%"), tier("3", "3%"))))
        .containsExactly("tiers/1/from tiers-not-ascending", "tiers/2/from tiers-not-ascending");
    assertThat(complaints(() -> table(tier("0", "1%"), each("5", "2"))))
        .containsExactly("tiers/1 tiers-mix-offers");
    assertThat(complaints(TermsTest::table)).containsExactly("tiers no-tiers");
    assertThat(complaints(() -> new Tier(BigDecimal.ZERO, new Offer.Nothing())))
        .containsExactly(" tier-offers-nothing");
    assertThat(complaints(() -> tier("0", "1%").plus("0")))
        .containsExactly("plus amount-not-positive");
    assertThat(complaints(() -> table(plus("0", "5"), tier("5", "1%"), each("9", "2"))))
        .containsExactly("tiers/2 tiers-mix-offers");
    assertThat(complaints(() -> tiered(TierMethod.FIXED, tier("0", "1%").plus("5"))))
        .containsExactly("method fixed-pays-flat-amounts");
    assertThat(complaints(() -> tiered(TierMethod.LINEAR, tier("0", "1%").plus("5"))))
        .containsExactly("method linear-has-no-flat-amounts", "tiers linear-needs-two-points");
    assertThat(complaints(() -> tiered(TierMethod.MARGINAL, each("0", "1"))))
        .containsExactly("pays measure-counts-money");
    assertThat(complaints(() -> new EveryX(Measure.NET, BigDecimal.ZERO, BigDecimal.ZERO)))
        .containsExactly("every amount-not-positive", "amount amount-not-positive");
    assertThat(
            complaints(
                () ->
                    new Flat(
                        Measure.NET,
                        Rate.of("5%"),
                        List.of(
                            new ProductOffer(
                                Set.of("A"), Set.of("G"), new Offer.Each(BigDecimal.TEN)),
                            new ProductOffer(Set.of("G"), Set.of("G"), new Offer.Nothing())),
                        Optional.of(BigDecimal.ZERO),
                        null)))
        .containsExactly(
            "except/0 exception-offers-something-else",
            "except/1 exception-offers-something-else",
            "except/1/groups exception-named-twice",
            "perLine amount-not-positive",
            "negative missing");
    assertThat(complaints(() -> new ProductOffer(Set.of(), Set.of(), new Offer.Nothing())))
        .containsExactly(" exception-names-no-product");
    assertThat(
            complaints(
                () -> TermsOf.rule(limited("5")).returns(ReturnsCount.IN_PERIOD_OF_RETURN).terms()))
        .containsExactly("returns whole-sales-count");
    assertThat(complaints(() -> new ClaimTerms(367, true)))
        .containsExactly("withinDays days-out-of-range");
    assertThat(complaints(() -> new Label("", " "))).containsExactly("id missing", "en missing");
    assertThat(complaints(() -> TermsOf.rule(FLAT).term("2026-01-01", "2026-01-01").terms()))
        .containsExactly("until ends-before-it-begins");
    assertThat(complaints(() -> TermsOf.rule(FLAT).periods(0, 32).terms()))
        .containsExactly("periodMonths months-out-of-range", "closingDay day-out-of-range");
    assertThat(complaints(() -> TermsOf.rule(FLAT).currency(null).most("5").terms()))
        .containsExactly("currency amounts-need-currency");
    assertThat(complaints(() -> TermsOf.rule(FLAT).currency(Currency.IDR).most("5.5").terms()))
        .containsExactly("limits/perPayee amount-too-fine");
    assertThat(
            complaints(
                () -> TermsOf.rule(FLAT).claim().returns(ReturnsCount.IN_PERIOD_OF_RETURN).terms()))
        .containsExactly("returns claims-follow-the-sale");
    FundRule fund = new FundRule(Rate.of("50%"), Optional.empty(), 30);
    assertThat(complaints(() -> TermsOf.rule(fund).claim().most("5").terms()))
        .containsExactly("claim fund-has-own-claims", "limits/perPayee fund-limits-by-allocation");
    assertThat(
            complaints(() -> new Scope(Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of())))
        .containsExactly("flows no-flows");
  }

  @Test
  void percentagesNeedNoCurrencyAndAmountsDo() {
    assertThat(TermsOf.rule(FLAT).currency(null).terms().currency()).isEmpty();
    assertThat(complaints(() -> TermsOf.rule(limited("5")).currency(null).terms()))
        .containsExactly("currency amounts-need-currency");
    Tiered once =
        new Tiered(
            Measure.UNITS, Measure.NET, TierMethod.MARGINAL, table(tier("0", "5%").plus("9")));
    assertThat(complaints(() -> TermsOf.rule(once).currency(null).terms()))
        .containsExactly("currency amounts-need-currency");
    Tiered byUnits =
        new Tiered(Measure.UNITS, Measure.NET, TierMethod.MARGINAL, table(tier("0", "5%")));
    assertThat(TermsOf.rule(byUnits).currency(null).terms().currency()).isEmpty();
    Tiered byMoney =
        new Tiered(Measure.NET, Measure.NET, TierMethod.MARGINAL, table(tier("0", "5%")));
    assertThat(complaints(() -> TermsOf.rule(byMoney).currency(null).terms()))
        .containsExactly("currency amounts-need-currency");
  }

  @Test
  void equalTermsAreEqualHoweverTheirNumbersAreWritten() {
    assertThat(each("5.00", "0.50")).isEqualTo(each("5", "0.5"));
    assertThat(new PerUnit(new BigDecimal("1E+3"))).isEqualTo(new PerUnit(new BigDecimal("1000")));
    assertThatThrownBy(() -> new Rate(Exact.ONE.dividedBy(Exact.of(3))))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theLastPeriodEndsWithTheProgram() {
    Terms terms = TermsOf.rule(FLAT).term("2026-01-01", "2026-05-20").terms();
    assertThat(terms.periodOf(LocalDate.parse("2026-05-01")))
        .isEqualTo(new Period(LocalDate.parse("2026-04-01"), LocalDate.parse("2026-05-20")));
    Terms ended = terms.endedBy(LocalDate.parse("2026-04-01"));
    assertThat(ended.term().lastDay()).isEqualTo(LocalDate.parse("2026-03-31"));
    assertThat(terms.endedBy(LocalDate.parse("2027-01-01"))).isEqualTo(terms);
  }

  @Test
  void versionsOfAProgramCutTimeAlike() {
    Terms first = TermsOf.rule(FLAT).terms();
    Terms monthly = TermsOf.rule(FLAT).periods(1, 0).terms();
    LocalDate july = LocalDate.parse("2026-07-01");
    assertThat(CompiledProgram.keepsTime(first, TermsOf.rule(FLAT).grace(3).terms())).isTrue();
    assertThatThrownBy(
            () -> new CompiledProgram("p", Map.of(first.from(), first, july, monthly), Map.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void periodsThatATimeTouches() {
    CompiledProgram program =
        TermsOf.rule(FLAT).term("2026-01-01", "2026-08-15").program("program");
    assertThat(program.periods(LocalDate.parse("2025-01-01"), LocalDate.parse("2026-04-02")))
        .extracting(Period::toString)
        .containsExactly("[2026-01-01, 2026-04-01)", "[2026-04-01, 2026-07-01)");
    assertThat(program.periods(LocalDate.parse("2026-07-03"), LocalDate.parse("2028-01-01")))
        .extracting(Period::toString)
        .containsExactly("[2026-07-01, 2026-08-15)");
    assertThat(program.periods(LocalDate.parse("2026-08-15"), LocalDate.parse("2028-01-01")))
        .isEmpty();
    assertThat(
            CompiledProgram.daysLeft(
                program
                    .periods(program.termsOn(LocalDate.MIN).from(), LocalDate.parse("2026-01-02"))
                    .get(0),
                LocalDate.parse("2026-03-31")))
        .isEqualTo(1);
  }

  @Test
  void aFundSeesNoSales() {
    FundRule fund = new FundRule(Rate.of("50%"), Optional.empty(), 30);
    Calculation calculation =
        Calculation.explained(
            List.of(TermsOf.rule(fund).program("fund"), TermsOf.rule(FLAT).program("flat")));
    calculation.see(Line.sale(1).line());
    assertThat(calculation.measures().keySet())
        .extracting(AccrualKey::program)
        .containsExactly("flat");
    assertThat(calculation.refusals()).isEmpty();
  }

  @Test
  void sumsAndExplanationsDoNotMerge() {
    List<CompiledProgram> programs = List.of(TermsOf.rule(FLAT).program("flat"));
    assertThatThrownBy(
            () -> Calculation.ofAmounts(programs).absorb(Calculation.explained(programs)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Flat limited(String perLine) {
    return new Flat(
        Measure.NET, Rate.of("5%"), List.of(), Optional.of(new BigDecimal(perLine)), Negative.DEBT);
  }

  private static Tiered tiered(TierMethod method, Tier... tiers) {
    return new Tiered(Measure.NET, Measure.NET, method, table(tiers));
  }

  private static TierTable table(Tier... tiers) {
    return new TierTable(Starts.REACHED, List.of(tiers));
  }

  private static List<String> complaints(Supplier<?> maker) {
    InvalidTerms invalid = catchThrowableOfType(InvalidTerms.class, maker::get);
    assertThat(invalid).as("accepted").isNotNull();
    return invalid.complaints().stream().map(c -> c.field() + " " + c.code()).toList();
  }
}
