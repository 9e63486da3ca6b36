package org.mitra.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.mitra.money.Currency;
import org.mitra.money.Exact;
import org.mitra.money.Rate;
import org.mitra.time.Period;

/** What comes back beyond what was sold lowers what later periods count. */
class CarriedTest {

  private static EarningRule rule(Random random, Negative negative) {
    return switch (random.nextInt(3)) {
      case 0 -> new Flat(Measure.NET, Rate.of("7%"), List.of(), Optional.empty(), negative);
      case 1 -> new EveryX(Measure.UNITS, BigDecimal.valueOf(3), BigDecimal.valueOf(10), negative);
      default -> {
        Tiered any = RandomProgram.tiered(random);
        Measure measure = any.pays();
        yield new Tiered(measure, measure, any.method(), any.table(), negative);
      }
    };
  }

  private static CompiledProgram program(EarningRule rule) {
    return TermsOf.rule(rule).periods(1, 0).returns(ReturnsCount.IN_PERIOD_OF_RETURN).program("p");
  }

  private static Calculation seen(CompiledProgram program, List<SalesLine> lines, boolean explain) {
    Calculation calculation =
        explain ? Calculation.explained(List.of(program)) : Calculation.ofAmounts(List.of(program));
    lines.forEach(calculation::see);
    return calculation;
  }

  /** Period by period, with nothing but sums. */
  @Test
  void agreesWithARunningShortfall() {
    Seeded.cases(
        200,
        random -> {
          long seed = random.nextLong();
          CompiledProgram program = program(rule(new Random(seed), Negative.CARRIED));
          EarningRule owed = rule(new Random(seed), Negative.NOTHING);
          List<SalesLine> lines = new ArrayList<>(History.of(random, 30, Currency.EUR));
          Calculation calculation = seen(program, lines, random.nextBoolean());
          List<String> payees =
              calculation.measures().keySet().stream().map(AccrualKey::payee).distinct().toList();
          for (String payee : payees) {
            Exact shortfall = Exact.ZERO;
            for (Period period : program.periods(program.term().start(), program.term().end())) {
              AccrualKey key = new AccrualKey("p", payee, period, Currency.EUR);
              Measured own = calculation.measures().get(key);
              Exact counts = (own == null ? Exact.ZERO : own.paying()).plus(shortfall);
              Exact expected =
                  own == null ? Exact.ZERO : owed.earn(Measured.of(counts, counts)).amount();
              assertThat(calculation.entitlement(key).exact()).isEqualTo(expected);
              shortfall = counts.min(Exact.ZERO);
            }
          }
        });
  }

  @Test
  void orderAndExplanationsDoNotMatter() {
    Seeded.cases(
        100,
        random -> {
          CompiledProgram program = program(rule(random, Negative.CARRIED));
          List<SalesLine> lines = new ArrayList<>(History.of(random, 30, Currency.EUR));
          Calculation sums = seen(program, lines, false);
          Collections.shuffle(lines, random);
          Calculation explained = seen(program, lines, true);
          for (AccrualKey key : sums.measures().keySet()) {
            Entitlement entitlement = explained.entitlement(key);
            assertThat(entitlement.amount()).isEqualTo(sums.entitlement(key).amount());
            Leaves.addUp(entitlement);
          }
        });
  }

  @Test
  void onlyWhatIsCountedAsAWholeIsCarried() {
    Flat limited =
        new Flat(
            Measure.NET, Rate.of("7%"), List.of(), Optional.of(BigDecimal.TEN), Negative.CARRIED);
    assertThatThrownBy(() -> TermsOf.rule(limited).terms())
        .isInstanceOfSatisfying(
            InvalidTerms.class,
            invalid ->
                assertThat(invalid.complaints())
                    .extracting(it -> it.field() + " " + it.code())
                    .containsExactly("rule/negative carried-needs-plain-sums"));
  }
}
