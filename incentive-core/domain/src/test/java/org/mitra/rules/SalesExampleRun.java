package org.mitra.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.mitra.engine.AccrualKey;
import org.mitra.engine.Calculation;
import org.mitra.engine.CompiledProgram;
import org.mitra.engine.Credit;
import org.mitra.engine.Crediting;
import org.mitra.engine.Entitlement;
import org.mitra.engine.Explanation;
import org.mitra.engine.NextTier;
import org.mitra.engine.Refusal;
import org.mitra.engine.SalesLine;
import org.mitra.money.Money;

/** Runs an example in every way in which facts can arrive, and compares with its cells. */
final class SalesExampleRun {
  private final SalesExample example;

  SalesExampleRun(SalesExample example) {
    this.example = example;
  }

  /**
   * What a program says about one line.
   *
   * @param keys all that it is credited to: those who share in it first, its payee last
   */
  record Verdict(List<AccrualKey> keys, Optional<Refusal> refusal) {
    /** What the payee is credited. */
    Optional<AccrualKey> key() {
      return keys.isEmpty() ? Optional.empty() : Optional.of(keys.get(keys.size() - 1));
    }
  }

  static Verdict verdict(CompiledProgram program, SalesLine line) {
    List<AccrualKey> keys = new ArrayList<>();
    List<Refusal> refusals = new ArrayList<>();
    new Crediting(List.of(program))
        .see(
            line,
            new Crediting.Sink() {
              @Override
              public void credited(AccrualKey key, Credit credit) {
                keys.add(key);
              }

              @Override
              public void refused(String id, SalesLine refused, Refusal refusal) {
                refusals.add(refusal);
              }
            });
    return new Verdict(keys, refusals.stream().findFirst());
  }

  /** Everything is computed anew after each row; a posting is the difference to the row before. */
  void lineByLine() {
    Map<AccrualKey, Money> before = new HashMap<>();
    for (int i = 0; i < example.steps().size(); i++) {
      SalesExample.Step step = example.steps().get(i);
      Calculation calculation = Calculation.explained(example.programs());
      example.factsAfter(i).forEach(calculation::see);
      Optional<SalesLine> line = example.lineAfter(i);
      for (CompiledProgram program : example.programs()) {
        if (line.isPresent()) {
          compare("row " + (i + 1), step, line.get(), program, calculation, before);
        }
      }
      for (SalesExample.Asked asked : example.asked(i)) {
        answers("row " + (i + 1), asked, calculation);
        addsUp("row " + (i + 1), calculation.entitlement(asked.key()).explanation());
        before.put(asked.key(), calculation.entitlement(asked.key()).amount());
      }
    }
  }

  private static void compare(
      String row,
      SalesExample.Step step,
      SalesLine line,
      CompiledProgram program,
      Calculation calculation,
      Map<AccrualKey, Money> before) {
    Verdict verdict = verdict(program, line);
    assertThat(verdict.refusal().map(Refusal::code))
        .as(row + ": refusal")
        .isEqualTo(step.expected("refusal", program.id()));
    if (verdict.key().isEmpty()) {
      assertThat(step.expected("entitled", program.id())).as(row + ": entitled").isEmpty();
      return;
    }
    AccrualKey key = verdict.key().get();
    Entitlement entitlement = calculation.entitlement(key);
    Money earlier = before.getOrDefault(key, Money.zero(key.currency()));
    before.put(key, entitlement.amount());
    amount(row, "entitled", step, program, entitlement.amount());
    amount(row, "posting", step, program, entitlement.amount().minus(earlier));
    step.expected("period", program.id())
        .ifPresent(day -> assertThat(key.period().start()).as(row + ": period").isEqualTo(day));
    step.expected("payee", program.id())
        .ifPresent(payee -> assertThat(key.payee()).as(row + ": payee").isEqualTo(payee));
    step.expected("shares", program.id())
        .ifPresent(
            shares -> assertThat(shares(entitlement)).as(row + ": shares").isEqualTo(shares));
    addsUp(row, entitlement.explanation());
    next(row, step, calculation.next(key));
  }

  private static void answers(String row, SalesExample.Asked asked, Calculation calculation) {
    assertThat(calculation.entitlement(asked.key()).amount().amount())
        .as(row + ": " + asked.key())
        .isEqualByComparingTo(SalesExample.number(asked.cell()));
  }

  private static void amount(
      String row, String what, SalesExample.Step step, CompiledProgram program, Money actual) {
    step.expected(what, program.id())
        .ifPresent(
            cell ->
                assertThat(actual.amount())
                    .as(row + ": " + what)
                    .isEqualByComparingTo(SalesExample.number(cell)));
  }

  private static String shares(Entitlement entitlement) {
    return entitlement.explanation().parts().stream()
        .map(part -> part.amount().amount().toPlainString())
        .collect(Collectors.joining(" + "));
  }

  private static void addsUp(String row, Explanation explanation) {
    Money leaves =
        explanation
            .leaves()
            .map(Explanation::amount)
            .reduce(Money.zero(explanation.amount().currency()), Money::plus);
    assertThat(leaves).as(row + ": leaves of the explanation").isEqualTo(explanation.amount());
  }

  private static void next(String row, SalesExample.Step step, Optional<NextTier> next) {
    Map<String, String> actual = new LinkedHashMap<>();
    next.ifPresent(
        tier -> {
          actual.put("next at", tier.threshold().toString());
          actual.put("missing", tier.missing().toString());
          actual.put("next offer", tier.offer());
          tier.earnedThen().ifPresent(then -> actual.put("earned then", then.toString()));
        });
    for (String column : List.of("next at", "missing", "next offer", "earned then")) {
      if (step.expected().containsKey(column)) {
        String wanted = step.expected().get(column).replace(",", "");
        assertThat(actual.getOrDefault(column, "–")).as(row + ": " + column).isEqualTo(wanted);
      }
    }
  }

  /** One calculation sees each line once and is asked after each, without computing anew. */
  void asTheyCome() {
    Set<Long> ids = new HashSet<>();
    List<SalesLine> lines = example.steps().stream().flatMap(it -> it.line().stream()).toList();
    if (!lines.stream().allMatch(line -> ids.add(line.id()))) {
      return; // A newer version replaces a line: that is not seen, but computed anew.
    }
    if (lines.stream().anyMatch(line -> !line.customer().code().isEmpty())) {
      return; // Who was a customer's first changes with the lines that become known.
    }
    Calculation calculation = Calculation.ofAmounts(example.programs());
    for (int i = 0; i < example.steps().size(); i++) {
      SalesExample.Step step = example.steps().get(i);
      step.line().ifPresent(calculation::see);
      for (CompiledProgram program : example.programs()) {
        Optional<AccrualKey> key = step.line().flatMap(line -> verdict(program, line).key());
        if (key.isPresent()) {
          Money amount = calculation.entitlement(key.get()).amount();
          amount("row " + (i + 1), "entitled", step, program, amount);
        }
      }
      for (SalesExample.Asked asked : example.asked(i)) {
        answers("row " + (i + 1), asked, calculation);
      }
    }
  }

  void allAtOnce() {
    Calculation calculation = Calculation.ofAmounts(example.programs());
    facts().forEach(calculation::see);
    compareWithTheLastRows(calculation, "all at once");
  }

  /** In any order, and computed in parts that are put together. */
  void shuffled() {
    for (long seed = 1; seed <= 12; seed++) {
      List<SalesLine> facts = new ArrayList<>(facts());
      Random random = new Random(seed);
      Collections.shuffle(facts, random);
      List<Calculation> parts = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        boolean explained = seed % 2 == 0;
        parts.add(
            explained
                ? Calculation.explained(example.programs())
                : Calculation.ofAmounts(example.programs()));
      }
      facts.forEach(line -> parts.get(random.nextInt(parts.size())).see(line));
      parts.get(0).absorb(parts.get(2));
      parts.get(0).absorb(parts.get(1));
      compareWithTheLastRows(parts.get(0), "shuffled with seed " + seed);
    }
  }

  private List<SalesLine> facts() {
    return example.factsAfter(example.steps().size() - 1);
  }

  private void compareWithTheLastRows(Calculation calculation, String how) {
    Map<AccrualKey, String> last = new LinkedHashMap<>();
    for (int i = 0; i < example.steps().size(); i++) {
      SalesExample.Step step = example.steps().get(i);
      Optional<SalesLine> line = example.lineAfter(i);
      for (CompiledProgram program : example.programs()) {
        line.flatMap(known -> verdict(program, known).key())
            .ifPresent(
                key ->
                    step.expected("entitled", program.id()).ifPresent(cell -> last.put(key, cell)));
      }
      example.asked(i).forEach(asked -> last.put(asked.key(), asked.cell()));
    }
    last.forEach(
        (key, cell) ->
            assertThat(calculation.entitlement(key).amount().amount())
                .as(how + ": " + key)
                .isEqualByComparingTo(SalesExample.number(cell)));
    Set<AccrualKey> earned =
        calculation.measures().entrySet().stream()
            .filter(measured -> measured.getValue().lines() > 0)
            .map(Map.Entry::getKey)
            .collect(Collectors.toSet());
    assertThat(last.keySet())
        .as("nothing is earned that the table does not tell")
        .containsAll(earned);
  }
}
