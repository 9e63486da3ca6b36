package org.mitra.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.mitra.money.Currency;
import org.mitra.money.Exact;
import org.mitra.time.Period;

/** Terms that begin inside a period. */
class SegmentsTest {
  private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
  private static final LocalDate LAST = LocalDate.of(2027, 1, 1);
  private static final LocalDate MIDDLE = LocalDate.of(2026, 2, 10);

  private static Terms terms(EarningRule rule, Optional<InPeriod> inside) {
    return terms(rule, inside, FIRST, LAST);
  }

  private static Terms terms(
      EarningRule rule, Optional<InPeriod> inside, LocalDate from, LocalDate until) {
    return TermsOf.rule(rule)
        .term(from.toString(), until.toString())
        .periods(12, 0)
        .counting(Counting.USUAL.beginning(inside))
        .terms();
  }

  private static EarningRule rule(Random random) {
    return RandomProgram.tiered(random);
  }

  private static Calculation seen(CompiledProgram program, List<SalesLine> lines, boolean explain) {
    Calculation calculation =
        explain ? Calculation.explained(List.of(program)) : Calculation.ofAmounts(List.of(program));
    lines.forEach(calculation::see);
    return calculation;
  }

  private static CompiledProgram changing(Terms before, Terms after) {
    return new CompiledProgram("p", Map.of(FIRST, before, MIDDLE, after), Circumstances.NONE);
  }

  /** What goes on by the same terms is as if nothing had happened. */
  @Test
  void theSameTermsGoingOnChangeNothing() {
    Seeded.cases(
        200,
        random -> {
          Tiered any = RandomProgram.tiered(random);
          Tiered rule =
              new Tiered(any.qualifies(), any.pays(), any.method(), any.table(), Negative.DEBT);
          List<SalesLine> lines = History.of(random, 30, Currency.EUR);
          CompiledProgram plain = CompiledProgram.of("p", terms(rule, Optional.empty()));
          CompiledProgram cut =
              changing(terms(rule, Optional.empty()), terms(rule, Optional.of(InPeriod.CONTINUE)));
          Calculation expected = seen(plain, lines, false);
          Calculation actual = seen(cut, lines, random.nextBoolean());
          assertThat(actual.measures().keySet()).isEqualTo(expected.measures().keySet());
          for (AccrualKey key : expected.measures().keySet()) {
            assertThat(actual.entitlement(key).exact())
                .isEqualTo(expected.entitlement(key).exact());
          }
        });
  }

  /** Beginning at zero is as two programs, one until that day and one from it. */
  @Test
  void beginningAtZeroIsAsTwoPrograms() {
    Seeded.cases(
        200,
        random -> {
          EarningRule one = rule(random);
          EarningRule other = rule(random);
          List<SalesLine> lines = History.of(random, 30, Currency.EUR);
          CompiledProgram cut =
              changing(terms(one, Optional.empty()), terms(other, Optional.of(InPeriod.RESET)));
          CompiledProgram until =
              CompiledProgram.of("p", terms(one, Optional.empty(), FIRST, MIDDLE));
          CompiledProgram from =
              CompiledProgram.of("p", terms(other, Optional.empty(), MIDDLE, LAST));
          Calculation actual = seen(cut, lines, random.nextBoolean());
          Calculation early = seen(until, lines, false);
          Calculation late = seen(from, lines, false);
          for (AccrualKey key : actual.measures().keySet()) {
            Exact expected =
                early
                    .entitlement(at(key, FIRST, MIDDLE))
                    .exact()
                    .plus(late.entitlement(at(key, MIDDLE, LAST)).exact());
            assertThat(actual.entitlement(key).exact()).isEqualTo(expected);
          }
        });
  }

  private static AccrualKey at(AccrualKey key, LocalDate from, LocalDate until) {
    return new AccrualKey("p", key.payee(), new Period(from, until), key.currency());
  }

  @Test
  void orderAndExplanationsDoNotMatter() {
    Seeded.cases(
        100,
        random -> {
          EarningRule rule = rule(random);
          CompiledProgram cut =
              changing(
                  terms(rule, Optional.empty()), terms(rule(random), Optional.of(InPeriod.RESET)));
          List<SalesLine> lines = new ArrayList<>(History.of(random, 30, Currency.EUR));
          Calculation sums = seen(cut, lines, false);
          Collections.shuffle(lines, random);
          Calculation explained = seen(cut, lines, true);
          for (AccrualKey key : sums.measures().keySet()) {
            Entitlement entitlement = explained.entitlement(key);
            assertThat(entitlement.amount()).isEqualTo(sums.entitlement(key).amount());
            Leaves.addUp(entitlement);
          }
        });
  }
}
