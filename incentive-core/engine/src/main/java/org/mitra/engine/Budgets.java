package org.mitra.engine;

import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mitra.money.Exact;
import org.mitra.money.Money;
import org.mitra.money.Shares;
import org.mitra.time.Period;

/**
 * Shares out what a budget leaves, period by period, in proportion to what was earned. What earlier
 * periods took is gone: a later one never lowers what an earlier one paid. What comes back is back
 * in the budget, and a debt is never made smaller by it.
 */
final class Budgets {
  private final Map<String, CompiledProgram> programs;
  private final Earnings earnings;
  private final Stacks stacks;
  private final Map<AccrualKey, Scarcity> known = new HashMap<>();

  /**
   * A period of a program.
   *
   * @param left of the budget when it begins
   * @param earned by all together, without debts
   * @param paid what each gets of it
   */
  private record Scarcity(Money left, Money earned, Map<String, Money> paid) {}

  Budgets(Map<String, CompiledProgram> programs, Earnings earnings, Stacks stacks) {
    this.programs = programs;
    this.earnings = earnings;
    this.stacks = stacks;
  }

  /** What the budget leaves of what the key has earned. */
  Derivation of(AccrualKey key) {
    Derivation earned = stacks.of(key);
    if (!programs.get(key.program()).sharesBudget()) {
      return earned;
    }
    Scarcity scarcity = scarcity(key);
    Money full = Entitlement.of(earned, key.currency()).amount();
    Money paid = scarcity.paid().getOrDefault(key.payee(), full);
    return paid.equals(full)
        ? earned
        : Derivation.sumOf(
            "budget-shared",
            Facts.of("left", scarcity.left().exact(), "earned", scarcity.earned().exact()),
            List.of(
                earned,
                Derivation.leaf("over-budget", Map.of(), paid.exact().minus(earned.exact()))));
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
    Money zero = Money.zero(place.currency());
    Money left =
        new Money(
            program.termsOn(place.period().start()).limits().budget().orElseThrow(),
            place.currency());
    for (Period period : program.periodsBefore(place.period())) {
      AccrualKey earlier = new AccrualKey(place.program(), "", period, place.currency());
      left = left.minus(sum(scarcity(earlier).paid().values(), zero));
    }
    Map<String, Money> amounts = new LinkedHashMap<>();
    for (AccrualKey key : earnings.keysOf(place.program(), place)) {
      amounts.put(key.payee(), Entitlement.of(stacks.of(key), key.currency()).amount());
    }
    Money earned = sum(amounts.values().stream().map(zero::max).toList(), zero);
    Money owed = sum(amounts.values().stream().map(zero::min).toList(), zero);
    Money available = left.minus(owed).max(zero);
    if (earned.compareTo(available) > 0) {
      // Shared out rounded, so that rounding cannot overdraw the budget.
      List<Exact> weights = amounts.values().stream().map(zero::max).map(Money::exact).toList();
      Iterator<Money> shares = Shares.byWeight(available, weights).iterator();
      amounts.replaceAll((payee, amount) -> shares.next().plus(amount.min(zero)));
    }
    return new Scarcity(left.max(zero), earned, amounts);
  }

  private static Money sum(Collection<Money> amounts, Money zero) {
    return amounts.stream().reduce(zero, Money::plus);
  }
}
