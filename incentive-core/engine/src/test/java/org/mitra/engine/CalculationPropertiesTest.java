package org.mitra.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TimeZone;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.mitra.money.Currency;
import org.mitra.money.Exact;
import org.mitra.money.Money;

/** What holds for every program and every history. */
class CalculationPropertiesTest {
  private static final Currency[] MONEY = {Currency.EUR, Currency.IDR};

  /** The same by hand, on paper. */
  @Test
  void agreesWithASecondIndependentComputation() {
    Seeded.cases(
        400,
        random -> {
          RandomProgram program = new RandomProgram(random);
          List<SalesLine> history = History.of(random, 40, MONEY);
          Calculation calculation = Calculation.ofAmounts(List.of(program.compiled()));
          history.forEach(calculation::see);
          Map<AccrualKey, Exact> exact =
              calculation.measures().keySet().stream()
                  .collect(
                      Collectors.toMap(key -> key, key -> calculation.entitlement(key).exact()));
          assertThat(exact).isEqualTo(program.naive().earned(history));
        });
  }

  @Test
  void orderBatchesAndExplanationsDoNotMatter() {
    Seeded.cases(
        120,
        random -> {
          CompiledProgram program = new RandomProgram(random).compiled();
          List<SalesLine> history = History.of(random, 40, MONEY);
          Map<AccrualKey, Money> once = amounts(seen(program, history, false));
          List<SalesLine> shuffled = new ArrayList<>(history);
          Collections.shuffle(shuffled, random);
          assertThat(amounts(seen(program, shuffled, true))).isEqualTo(once);
          assertThat(amounts(merged(program, shuffled, random))).isEqualTo(once);
        });
  }

  @Test
  void threadsLocaleAndZoneDoNotMatter() throws Exception {
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    Random random = new Random(99);
    CompiledProgram program = new RandomProgram(random).compiled();
    List<SalesLine> history = History.of(random, 600, MONEY);
    Map<AccrualKey, Money> once = amounts(seen(program, history, false));
    try {
      for (String language : List.of("en-US", "id-ID", "tr-TR")) {
        for (String place : List.of("UTC", "Asia/Jakarta", "America/Los_Angeles")) {
          Locale.setDefault(Locale.forLanguageTag(language));
          TimeZone.setDefault(TimeZone.getTimeZone(place));
          for (int threads : new int[] {1, 2, 8}) {
            assertThat(amounts(inThreads(program, history, threads)))
                .as(language + " " + place + " " + threads)
                .isEqualTo(once);
          }
        }
      }
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
    }
  }

  private static Calculation inThreads(
      CompiledProgram program, List<SalesLine> history, int threads) throws Exception {
    ExecutorService executor = Executors.newFixedThreadPool(threads);
    try {
      List<Future<Calculation>> parts = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        int thread = i;
        parts.add(
            executor.submit(
                () -> {
                  Calculation part = Calculation.ofAmounts(List.of(program));
                  for (int at = thread; at < history.size(); at += threads) {
                    part.see(history.get(at));
                  }
                  return part;
                }));
      }
      Calculation whole = Calculation.ofAmounts(List.of(program));
      for (Future<Calculation> part : parts) {
        whole.absorb(part.get());
      }
      return whole;
    } finally {
      executor.shutdown();
    }
  }

  /** Whatever is posted on the way, the postings add up, and computing again posts nothing. */
  @Test
  void postingsAddUpToWhatIsEntitledAndTwicePostsNothing() {
    Seeded.cases(
        60,
        random -> {
          CompiledProgram program = new RandomProgram(random).compiled();
          List<SalesLine> history = History.of(random, 25, MONEY);
          Collections.shuffle(history, random);
          Map<AccrualKey, Money> posted = new HashMap<>();
          for (int known = 1; known <= history.size(); known += 1 + random.nextInt(5)) {
            Map<AccrualKey, Money> amounts =
                amounts(seen(program, history.subList(0, known), false));
            assertThat(post(posted, amounts)).isGreaterThanOrEqualTo(0);
            assertThat(post(posted, amounts)).as("a second time").isZero();
          }
          Map<AccrualKey, Money> amounts = amounts(seen(program, history, false));
          post(posted, amounts);
          assertThat(posted).isEqualTo(amounts);
        });
  }

  /** Posts differences and says how many there were. */
  private static int post(Map<AccrualKey, Money> posted, Map<AccrualKey, Money> entitled) {
    int postings = 0;
    for (Map.Entry<AccrualKey, Money> amount : entitled.entrySet()) {
      AccrualKey key = amount.getKey();
      boolean known = posted.containsKey(key);
      Money before = posted.getOrDefault(key, Money.zero(key.currency()));
      Money difference = amount.getValue().minus(before);
      posted.put(key, before.plus(difference));
      postings += difference.isZero() && known ? 0 : 1;
    }
    return postings;
  }

  @Test
  void aSaleAndItsFullReturnLeaveZero() {
    Seeded.cases(
        200,
        random -> {
          RandomProgram program = new RandomProgram(random);
          List<SalesLine> undone = History.undone(History.of(random, 15, MONEY));
          Terms terms = program.versions.values().iterator().next();
          if (terms.returns() == ReturnsCount.IN_PERIOD_OF_RETURN || terms.claim().isPresent()) {
            return; // Next month's return is next month's; and claimed units fall at their sale.
          }
          amounts(seen(program.compiled(), undone, false))
              .forEach((key, amount) -> assertThat(amount.isZero()).as(key.toString()).isTrue());
        });
  }

  /**
   * Under the other setting too, over all periods together, where a rate does not depend on them.
   */
  @Test
  void aFullReturnInALaterPeriodTakesBackAllOfAFlatRebate() {
    Seeded.cases(
        100,
        random -> {
          CompiledProgram program =
              TermsOf.rule(new Flat(Measure.NET, org.mitra.money.Rate.of("7%")))
                  .returns(ReturnsCount.IN_PERIOD_OF_RETURN)
                  .grace(random.nextInt(40))
                  .term("2026-01-01", "2026-10-10")
                  .program("program");
          List<SalesLine> undone = History.undone(History.of(random, 15, Currency.EUR));
          Calculation calculation = seen(program, undone, false);
          Map<String, Exact> byPayee = new HashMap<>();
          for (AccrualKey key : calculation.measures().keySet()) {
            byPayee.merge(key.payee(), calculation.entitlement(key).exact(), Exact::plus);
          }
          byPayee.forEach((payee, sum) -> assertThat(sum).as(payee).isEqualTo(Exact.ZERO));
        });
  }

  @Test
  void leavesAddUpToTheAmountAndStepsToTheirParts() {
    Seeded.cases(
        200,
        random -> {
          CompiledProgram program = new RandomProgram(random).compiled();
          Calculation calculation = seen(program, History.of(random, 30, MONEY), true);
          for (AccrualKey key : calculation.measures().keySet()) {
            Entitlement entitlement = calculation.entitlement(key);
            Explanation explanation = entitlement.explanation();
            assertThat(explanation.amount()).isEqualTo(entitlement.amount());
            assertThat(sum(explanation.leaves().toList(), key.currency()))
                .isEqualTo(entitlement.amount());
            partsAddUp(explanation);
          }
        });
  }

  private static void partsAddUp(Explanation step) {
    if (!step.parts().isEmpty()) {
      assertThat(sum(step.parts(), step.amount().currency())).isEqualTo(step.amount());
      BigDecimal unit = BigDecimal.ONE.movePointLeft(step.amount().currency().scale());
      for (Explanation part : step.parts()) {
        Exact off = part.amount().exact().minus(part.exact());
        assertThat(off.max(off.negated()).compareTo(Exact.of(unit).times(Exact.of(2))))
            .as("no part is far from what it is exactly")
            .isNegative();
        partsAddUp(part);
      }
    }
  }

  private static Money sum(List<Explanation> parts, Currency currency) {
    return parts.stream().map(Explanation::amount).reduce(Money.zero(currency), Money::plus);
  }

  @Test
  void limitsCutWhatIsAboveAndNothingElse() {
    Seeded.cases(
        100,
        random -> {
          EarningRule rule = RandomProgram.rule(random);
          List<SalesLine> history = History.of(random, 40, Currency.EUR);
          Map<AccrualKey, Money> free =
              amounts(seen(TermsOf.rule(rule).program("p"), history, false));
          Money most = Money.of("100", Currency.EUR);
          Map<AccrualKey, Money> limited =
              amounts(seen(TermsOf.rule(rule).most("100").program("p"), history, false));
          free.forEach((key, amount) -> assertThat(limited.get(key)).isEqualTo(amount.min(most)));
        });
  }

  /** Whatever comes back, in whatever period. */
  @Test
  void whereNothingIsOwedNoPeriodEarnsLessThanNothing() {
    Seeded.cases(
        200,
        random -> {
          RandomProgram program = new RandomProgram(random);
          Calculation calculation =
              seen(program.compiled(), History.of(random, 30, MONEY), random.nextBoolean());
          for (AccrualKey key : calculation.measures().keySet()) {
            Terms terms = program.compiled().termsOn(key.period().start());
            if (((EarningRule) terms.rule()).negative() == Negative.NOTHING) {
              assertThat(calculation.entitlement(key).amount().signum()).isNotNegative();
            }
          }
        });
  }

  /** No sale earns more than its line may, and what comes back of it no more than it earned. */
  @Test
  void noLineEarnsMoreThanItMay() {
    Seeded.cases(
        100,
        random -> {
          BigDecimal most = BigDecimal.valueOf(1 + random.nextInt(30));
          Flat rule =
              new Flat(
                  Measure.NET,
                  org.mitra.money.Rate.of("3%"),
                  List.of(),
                  Optional.of(most),
                  Negative.DEBT);
          List<SalesLine> history = History.of(random, 20, Currency.EUR);
          Calculation calculation = seen(TermsOf.rule(rule).program("p"), history, true);
          Map<Long, Long> sales =
              history.stream().collect(Collectors.toMap(SalesLine::id, SalesLine::origin));
          for (AccrualKey key : calculation.measures().keySet()) {
            Map<Long, Exact> bySale = new HashMap<>();
            calculation
                .entitlement(key)
                .explanation()
                .leaves()
                .forEach(
                    leaf -> {
                      long sale = sales.get(Long.valueOf(leaf.facts().get("id")));
                      bySale.merge(sale, leaf.exact(), Exact::plus);
                    });
            bySale.forEach(
                (sale, earned) -> assertThat(earned).isLessThanOrEqualTo(Exact.of(most)));
          }
        });
  }

  private static Calculation seen(
      CompiledProgram program, List<SalesLine> lines, boolean explained) {
    Calculation calculation =
        explained
            ? Calculation.explained(List.of(program))
            : Calculation.ofAmounts(List.of(program));
    lines.forEach(calculation::see);
    return calculation;
  }

  private static Calculation merged(CompiledProgram program, List<SalesLine> lines, Random random) {
    List<Calculation> parts = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      parts.add(Calculation.ofAmounts(List.of(program)));
    }
    lines.forEach(line -> parts.get(random.nextInt(parts.size())).see(line));
    Collections.shuffle(parts, random);
    for (Calculation part : parts.subList(1, parts.size())) {
      parts.get(0).absorb(part);
    }
    return parts.get(0);
  }

  private static Map<AccrualKey, Money> amounts(Calculation calculation) {
    return calculation.measures().keySet().stream()
        .collect(Collectors.toMap(key -> key, key -> calculation.entitlement(key).amount()));
  }
}
