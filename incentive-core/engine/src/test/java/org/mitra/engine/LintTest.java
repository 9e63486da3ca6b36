package org.mitra.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LintTest {

  @Test
  void aCliffIsTheDifferenceOnEitherSideOfAThreshold() {
    List<Finding> findings = found(tiered(TierMethod.WHOLE_AMOUNT, "0", "2%", "1000", "5%"));
    assertThat(codes(findings)).containsExactly("cliff");
    assertThat(findings.get(0).field()).isEqualTo("rule/tiers/1");
    // 5% of 1,000.00 less 2% of 999.99.
    assertThat(findings.get(0).facts()).containsEntry("size", "30").containsEntry("from", "1000");
  }

  @Test
  void slicesHaveNoCliffs() {
    assertThat(found(tiered(TierMethod.MARGINAL, "0", "2%", "1000", "5%"))).isEmpty();
  }

  @Test
  void aFirstTierThatPaysAllAtOnceIsACliff() {
    assertThat(codes(found(tiered(TierMethod.WHOLE_AMOUNT, "1000", "5%"))))
        .containsExactly("cliff");
    assertThat(found(tiered(TierMethod.MARGINAL, "1000", "5%"))).isEmpty();
  }

  @Test
  void ratesThatFallAreTold() {
    assertThat(codes(found(tiered(TierMethod.MARGINAL, "0", "5%", "1000", "2%"))))
        .containsExactly("rate-falls");
    assertThat(codes(found(tiered(TierMethod.WHOLE_AMOUNT, "0", "5%", "1000", "2%"))))
        .containsExactly("pays-less", "rate-falls");
  }

  @Test
  void aTierBehindTheLimitPaysNobody() {
    Terms terms =
        TermsOf.rule(tiered(TierMethod.MARGINAL, "0", "5%", "1000", "7%", "5000", "9%"))
            .most("60")
            .terms();
    assertThat(codes(Lint.of(terms))).containsExactly("tier-beyond-limit");
    assertThat(Lint.of(terms).get(0).facts()).containsEntry("from", "5000");
  }

  @Test
  void growthOnEverythingJumps() {
    Attainment growth =
        new Attainment(
            Measure.NET,
            Measure.NET,
            Yardstick.of(Yardstick.Kind.LAST_YEAR),
            Attainment.Mode.WHOLE_AMOUNT,
            new TierTable(Starts.REACHED, List.of(Tier.tier("110", "2%"))));
    List<Finding> findings = found(growth);
    assertThat(codes(findings)).containsExactly("cliff-of-yardstick");
    assertThat(findings.get(0).facts()).containsEntry("size", "2.2");
  }

  @Test
  void aProgramThatIsOverBeforeItsFirstPeriodIsTold() {
    Contest contest = new Contest(Measure.NET, BigDecimal.ONE, List.of(new BigDecimal("100")));
    assertThat(codes(Lint.of(TermsOf.rule(contest).grace(5).terms()))).isEmpty();
    assertThat(
            codes(Lint.of(TermsOf.rule(contest).grace(5).term("2026-01-01", "2026-03-01").terms())))
        .containsExactly("ends-in-first-period");
  }

  private static List<Finding> found(EarningRule rule) {
    return Lint.of(TermsOf.rule(rule).terms());
  }

  private static List<String> codes(List<Finding> findings) {
    return findings.stream().map(Finding::code).toList();
  }

  private static Tiered tiered(TierMethod method, String... tiers) {
    List<Tier> table =
        Stream.iterate(0, i -> i < tiers.length, i -> i + 2)
            .map(i -> Tier.tier(tiers[i], tiers[i + 1]))
            .toList();
    return new Tiered(Measure.NET, Measure.NET, method, new TierTable(Starts.REACHED, table));
  }
}
