package org.mitra.engine;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mitra.money.Exact;
import org.mitra.time.Period;

/**
 * Shares out what a budget leaves, period by period, in proportion to what was earned. What earlier
 * periods took is gone: a later one never lowers what an earlier one paid.
 */
final class Budgets {
  private final Map<String, CompiledProgram> programs;
  private final Earnings earnings;
  private final Stacks stacks;
  private final Map<AccrualKey, Scarcity> known = new HashMap<>();

  /** What there is for a period, and what all have earned in it. */
  private record Scarcity(Exact left, Exact earned) {
    boolean bites() {
      return earned.compareTo(left) > 0;
    }

    Exact paid() {
      return bites() ? left : earned;
    }
  }

  Budgets(Map<String, CompiledProgram> programs, Earnings earnings, Stacks stacks) {
    this.programs = programs;
    this.earnings = earnings;
    this.stacks = stacks;
  }

  /** What the budget leaves of what the key has earned. */
  Derivation of(AccrualKey key) {
    Derivation earned = stacks.of(key);
    CompiledProgram program = programs.get(key.program());
    if (!program.sharesBudget()) {
      return earned;
    }
    Scarcity scarcity = scarcity(key);
    if (!scarcity.bites()) {
      return earned;
    }
    Exact kept = earned.exact().times(scarcity.left()).dividedBy(scarcity.earned());
    Map<String, String> facts = Facts.of("left", scarcity.left(), "earned", scarcity.earned());
    return Derivation.sumOf(
        "budget-shared",
        facts,
        List.of(earned, Derivation.leaf("over-budget", facts, kept.minus(earned.exact()))));
  }

  private Scarcity scarcity(AccrualKey key) {
    AccrualKey place = new AccrualKey(key.program(), "", key.period(), key.currency());
    Scarcity scarcity = known.get(place);
    if (scarcity == null) {
      scarcity = compute(place);
      known.put(place, scarcity);
    }
    return scarcity;
  }

  private Scarcity compute(AccrualKey place) {
    CompiledProgram program = programs.get(place.program());
    Exact left = Exact.of(program.termsOn(place.period().start()).limits().budget().orElseThrow());
    List<Period> earlier = program.periodsBefore(place.period());
    for (Period period : earlier) {
      Exact paid = scarcity(new AccrualKey(place.program(), "", period, place.currency())).paid();
      left = left.minus(paid);
    }
    Exact earned =
        earnings.keysOf(place.program(), place).stream()
            .map(key -> stacks.of(key).exact())
            .reduce(Exact.ZERO, Exact::plus);
    return new Scarcity(left.max(Exact.ZERO), earned);
  }
}
