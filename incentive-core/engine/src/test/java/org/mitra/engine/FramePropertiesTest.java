package org.mitra.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.mitra.money.Exact;
import org.mitra.money.Money;
import org.mitra.time.Period;

/** What holds however sales are counted, shared out and paid beside. */
class FramePropertiesTest {

  /** The same by hand, on paper, to the cent. */
  @Test
  void agreesWithASecondIndependentComputation() {
    Seeded.cases(
        300,
        random -> {
          FrameProgram program = new FrameProgram(random);
          List<SalesLine> lines = Market.sales(random, 40);
          Map<Integer, Map<String, BigInteger>> paid = new TreeMap<>();
          List<Period> periods = periods(program);
          amounts(program, seen(program, lines, false))
              .forEach(
                  (key, amount) ->
                      paid.computeIfAbsent(periods.indexOf(key.period()), at -> new TreeMap<>())
                          .put(key.payee(), amount.amount().movePointRight(2).toBigIntegerExact()));
          assertThat(paid).isEqualTo(new NaiveFrame(program, lines).paid());
        });
  }

  @Test
  void orderBatchesAndExplanationsDoNotMatter() {
    Seeded.cases(
        100,
        random -> {
          FrameProgram program = new FrameProgram(random);
          List<SalesLine> lines = Market.sales(random, 40);
          Map<AccrualKey, Money> once = amounts(program, seen(program, lines, false));
          Collections.shuffle(lines, random);
          assertThat(amounts(program, seen(program, lines, true))).isEqualTo(once);
          Calculation whole = seen(program, lines.subList(0, lines.size() / 3), false);
          whole.absorb(seen(program, lines.subList(lines.size() / 3, lines.size()), false));
          assertThat(amounts(program, whole)).isEqualTo(once);
        });
  }

  @Test
  void threadsDoNotMatter() throws Exception {
    FrameProgram program = new FrameProgram(new Random(5));
    List<SalesLine> lines = Market.sales(new Random(6), 400);
    Map<AccrualKey, Money> once = amounts(program, seen(program, lines, false));
    for (int threads : new int[] {2, 8}) {
      ExecutorService executor = Executors.newFixedThreadPool(threads);
      try {
        List<Future<Calculation>> parts = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
          List<SalesLine> part = new ArrayList<>();
          for (int at = i; at < lines.size(); at += threads) {
            part.add(lines.get(at));
          }
          parts.add(executor.submit(() -> seen(program, part, false)));
        }
        Calculation whole = seen(program, List.of(), false);
        for (Future<Calculation> part : parts) {
          whole.absorb(part.get());
        }
        assertThat(amounts(program, whole)).as(threads + " threads").isEqualTo(once);
      } finally {
        executor.shutdown();
      }
    }
  }

  @Test
  void leavesAddUpToTheAmount() {
    Seeded.cases(
        100,
        random -> {
          FrameProgram program = new FrameProgram(random);
          Calculation calculation = seen(program, Market.sales(random, 30), true);
          for (AccrualKey key : program.keys()) {
            Leaves.addUp(calculation.entitlement(key));
          }
        });
  }

  /** Where nothing is paid beside sales, nothing sold earns nothing, whatever was paid before. */
  @Test
  void salesAndTheirFullReturnsLeaveZero() {
    Seeded.cases(
        150,
        random -> {
          FrameProgram program = new FrameProgram(random);
          if (!program.terms.pay().any()) {
            List<SalesLine> undone = Market.undone(Market.sales(random, 15));
            amounts(program, seen(program, undone, false))
                .forEach((key, amount) -> assertThat(amount.isZero()).as("" + key).isTrue());
          }
        });
  }

  /** Interim amounts of a span are, together, what a period as long as the span earns. */
  @Test
  void interimAmountsAddUpToTheFinalOne() {
    Seeded.cases(
        150,
        random -> {
          EarningRule rule = RandomProgram.rule(random);
          List<SalesLine> lines = Market.sales(random, 30);
          Counting spanning =
              new Counting(
                  Trigger.INVOICE,
                  List.of(),
                  Optional.empty(),
                  Optional.of(6),
                  Optional.empty(),
                  Thresholds.UNPRORATED);
          CompiledProgram interim = selling(rule).periods(1, 0).counting(spanning).program("p");
          CompiledProgram whole = selling(rule).periods(6, 0).program("p");
          Calculation inParts = seen(interim, lines);
          Calculation atOnce = seen(whole, lines);
          for (AccrualKey key : atOnce.measures().keySet()) {
            Money sum = Money.zero(key.currency());
            for (Period period : interim.periods(key.period().start(), key.period().end())) {
              AccrualKey part = new AccrualKey("p", key.payee(), period, key.currency());
              sum = sum.plus(inParts.entitlement(part).amount());
            }
            assertThat(sum).as("" + key).isEqualTo(atOnce.entitlement(key).amount());
          }
        });
  }

  /** Credit is split into exact fractions: nothing is lost and nothing comes out of nowhere. */
  @Test
  void sharedCreditSumsToOne() {
    Seeded.cases(
        100,
        random -> {
          FrameProgram program = new FrameProgram(random);
          for (SalesLine line : Market.sales(random, 20)) {
            Calculation calculation = seen(program, List.of(line), true);
            Exact credited =
                calculation.measures().values().stream()
                    .map(Measured::paying)
                    .reduce(Exact.ZERO, Exact::plus);
            boolean counts = calculation.refusals().isEmpty();
            assertThat(credited).isEqualTo(counts ? Exact.of(line.net()) : Exact.ZERO);
          }
        });
  }

  /** A shared budget is never overdrawn, and nobody gets more than without it. */
  @Test
  void aSharedBudgetBinds() {
    Seeded.cases(
        150,
        random -> {
          EarningRule rule = RandomProgram.rule(random);
          List<SalesLine> lines = Market.sales(random, 30);
          BigDecimal budget = BigDecimal.valueOf(1 + random.nextInt(50_000), 2);
          Limits scarce = new Limits(Optional.empty(), Optional.of(budget), Limits.Scarce.PRO_RATA);
          Calculation free = seen(selling(rule).program("p"), lines);
          Calculation shared = seen(selling(rule).limits(scarce).program("p"), lines);
          BigDecimal paid = BigDecimal.ZERO;
          for (AccrualKey key : shared.measures().keySet()) {
            Money amount = shared.entitlement(key).amount();
            assertThat(amount).isLessThanOrEqualTo(free.entitlement(key).amount());
            paid = paid.add(amount.amount());
          }
          assertThat(paid).isLessThanOrEqualTo(budget);
        });
  }

  /** Sale by sale: the best, the first, never more than the ceiling, each on what is left. */
  @Test
  void programsThatMeetPayWhatTheirMethodSays() {
    Seeded.cases(
        200,
        random -> {
          Stacking.Method method = Seeded.any(random, Stacking.Method.values());
          List<EarningRule> rules = new ArrayList<>();
          List<CompiledProgram> programs = new ArrayList<>();
          for (int i = 0; i < 3; i++) {
            rules.add(new Flat(Measure.NET, org.mitra.money.Rate.of(random.nextInt(12) + "%")));
            programs.add(selling(rules.get(i)).stacking(stacking(method, i)).program("p" + i));
          }
          List<SalesLine> lines = Market.sales(random, 20);
          Calculation calculation =
              random.nextBoolean()
                  ? Calculation.ofAmounts(programs)
                  : Calculation.explained(programs);
          Collections.shuffle(lines, random);
          lines.forEach(calculation::see);
          Map<String, Exact> paid = new HashMap<>();
          calculation
              .measures()
              .keySet()
              .forEach(
                  key ->
                      paid.merge(
                          key.payee() + key.period(),
                          calculation.entitlement(key).exact(),
                          Exact::plus));
          assertThat(paid).isEqualTo(expected(method, rules, lines, programs.get(0)));
        });
  }

  private static Stacking stacking(Stacking.Method method, int precedence) {
    return new Stacking(
        "group",
        method,
        Stacking.Unit.SALE,
        precedence + 1,
        method == Stacking.Method.TOTAL_CEILING
            ? Optional.of(org.mitra.money.Rate.of("10%"))
            : Optional.empty());
  }

  private static Map<String, Exact> expected(
      Stacking.Method method,
      List<EarningRule> rules,
      List<SalesLine> lines,
      CompiledProgram program) {
    Map<String, Exact> expected = new HashMap<>();
    Map<Long, Exact> sales = new LinkedHashMap<>();
    Map<Long, String> places = new HashMap<>();
    for (SalesLine line : lines) {
      var day = java.time.LocalDate.ofInstant(line.countsAt(), java.time.ZoneOffset.UTC);
      if (program.term().contains(day)) {
        Period period = program.termsOn(day).periodOf(day);
        sales.merge(line.origin(), Exact.of(line.net()), Exact::plus);
        places.put(line.origin(), line.seller().orElseThrow().id() + period);
      }
    }
    for (Map.Entry<Long, Exact> sale : sales.entrySet()) {
      Exact most = Exact.ZERO;
      Exact first = Exact.ZERO;
      Exact all = Exact.ZERO;
      Exact left = sale.getValue();
      for (EarningRule rule : rules) {
        Exact gives = ((Flat) rule).rate().of(sale.getValue());
        most = most.max(gives);
        first = first.isZero() ? gives : first;
        all = all.plus(gives);
        left = left.minus(((Flat) rule).rate().of(left));
      }
      Exact ceiling = sale.getValue().times(new BigDecimal("0.1"));
      Exact pays =
          switch (method) {
            case BEST_OF -> most;
            case PRIORITY -> first;
            case TOTAL_CEILING -> all.min(ceiling);
            case NET_DOWN -> sale.getValue().minus(left);
          };
      expected.merge(places.get(sale.getKey()), pays, Exact::plus);
    }
    return expected;
  }

  private static TermsOf selling(EarningRule rule) {
    return TermsOf.rule(rule)
        .zone("UTC")
        .scope(Scope.of(Flow.SELL_OUT))
        .payee(Payee.SELLER)
        .term("2026-01-01", "2027-01-01");
  }

  private static List<Period> periods(FrameProgram program) {
    return program.compiled().periods(program.terms.from(), program.terms.until());
  }

  private static Calculation seen(FrameProgram program, List<SalesLine> lines, boolean explained) {
    Calculation calculation =
        explained
            ? Calculation.explained(List.of(program.compiled()))
            : Calculation.ofAmounts(List.of(program.compiled()));
    lines.forEach(calculation::see);
    return calculation;
  }

  private static Calculation seen(CompiledProgram program, List<SalesLine> lines) {
    Calculation calculation = Calculation.ofAmounts(List.of(program));
    lines.forEach(calculation::see);
    return calculation;
  }

  private static Map<AccrualKey, Money> amounts(FrameProgram program, Calculation calculation) {
    Map<AccrualKey, Money> amounts = new TreeMap<>();
    program.keys().forEach(key -> amounts.put(key, calculation.entitlement(key).amount()));
    return amounts;
  }
}
