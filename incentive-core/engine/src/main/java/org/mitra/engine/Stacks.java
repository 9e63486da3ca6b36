package org.mitra.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mitra.engine.Stacking.Method;
import org.mitra.engine.Stacking.Unit;
import org.mitra.money.Exact;

/**
 * What is left of a program's earnings where several programs pay the same payee for the same
 * sales. A sale and what undoes it are one: they are compared together.
 */
final class Stacks {
  /** Steps that cut what their first part gives, not single sales. */
  private static final Set<String> CUT_AS_A_WHOLE =
      Set.of(Earnings.LIMITED, Negative.NOT_BELOW_ZERO);

  private final Map<String, CompiledProgram> programs;
  private final Earnings earnings;

  Stacks(Map<String, CompiledProgram> programs, Earnings earnings) {
    this.programs = programs;
    this.earnings = earnings;
  }

  /** What the key has earned beside the other programs. */
  Derivation of(AccrualKey key) {
    Optional<Stacking> stacking = stacking(key);
    if (stacking.isEmpty()) {
      return earnings.of(key);
    }
    return switch (stacking.get().method()) {
      case BEST_OF, PRIORITY ->
          stacking.get().per() == Unit.SALE
              ? winningSales(key, stacking.get())
              : winningPeriod(key, stacking.get());
      case NET_DOWN -> netDown(key);
      case TOTAL_CEILING -> underCeiling(key, stacking.get());
    };
  }

  private Optional<Stacking> stacking(AccrualKey key) {
    return programs.get(key.program()).termsOn(key.period().start()).stacking();
  }

  /** The keys of the group for the same payee and period, the first in precedence first. */
  private List<AccrualKey> group(AccrualKey key) {
    String group = stacking(key).orElseThrow().group();
    List<AccrualKey> keys = new ArrayList<>();
    for (CompiledProgram program : programs.values()) {
      AccrualKey other = new AccrualKey(program.id(), key.payee(), key.period(), key.currency());
      boolean member =
          program.hasPeriod(key.period())
              && stacking(other).filter(it -> it.group().equals(group)).isPresent();
      if (member) {
        keys.add(other);
      }
    }
    keys.sort(
        Comparator.comparing((AccrualKey it) -> stacking(it).orElseThrow().precedence())
            .thenComparing(AccrualKey::program));
    return keys;
  }

  private List<AccrualKey> before(AccrualKey key) {
    List<AccrualKey> group = group(key);
    return group.subList(0, group.indexOf(key));
  }

  private Derivation winningPeriod(AccrualKey key, Stacking stacking) {
    Map<AccrualKey, Exact> amounts = new LinkedHashMap<>();
    group(key).forEach(other -> amounts.put(other, earnings.of(other).exact()));
    AccrualKey winner = winner(amounts, stacking.method());
    Derivation earned = earnings.of(key);
    return winner.equals(key) || earned.exact().isZero()
        ? earned
        : Derivation.sumOf(
            "stacked",
            Facts.of("method", stacking.method()),
            List.of(
                earned,
                Derivation.leaf(
                    "paid-by-other",
                    Facts.of("program", winner.program(), "pays", amounts.get(winner)),
                    earned.exact().negated())));
  }

  /**
   * The first of those that pay most, or the first that pays anything. What is taken back goes
   * where it came from: of debts, most is the largest.
   */
  private static AccrualKey winner(Map<AccrualKey, Exact> amounts, Method method) {
    boolean debts = amounts.values().stream().allMatch(amount -> amount.signum() <= 0);
    AccrualKey winner = null;
    for (Map.Entry<AccrualKey, Exact> amount : amounts.entrySet()) {
      boolean first = winner == null;
      boolean better =
          !first
              && (method == Method.BEST_OF
                  ? mirrored(amount.getValue(), debts)
                          .compareTo(mirrored(amounts.get(winner), debts))
                      > 0
                  : amounts.get(winner).isZero());
      winner = first || better ? amount.getKey() : winner;
    }
    return winner;
  }

  private static Exact mirrored(Exact amount, boolean debt) {
    return debt ? amount.negated() : amount;
  }

  private Derivation winningSales(AccrualKey key, Stacking stacking) {
    Map<AccrualKey, Map<Long, Exact>> bySale = new LinkedHashMap<>();
    group(key).forEach(other -> bySale.put(other, bySale(other, earnings.of(other))));
    Map<Long, SalesLine> sales = sales(key);
    List<Derivation> parts = new ArrayList<>();
    Derivation earned = earnings.of(key);
    parts.add(earned);
    bySale
        .get(key)
        .forEach(
            (sale, amount) -> {
              Map<AccrualKey, Exact> amounts = new LinkedHashMap<>();
              bySale.forEach(
                  (other, all) -> amounts.put(other, all.getOrDefault(sale, Exact.ZERO)));
              AccrualKey winner = winner(amounts, stacking.method());
              if (!winner.equals(key) && !amount.isZero()) {
                parts.add(
                    cut(
                        "sale-paid-by-other",
                        sales.get(sale),
                        amount.negated(),
                        "program",
                        winner.program(),
                        "pays",
                        amounts.get(winner)));
              }
            });
    return stacked(earned, parts, stacking);
  }

  private Derivation underCeiling(AccrualKey key, Stacking stacking) {
    Map<Long, Exact> taken = new HashMap<>();
    for (AccrualKey earlier : before(key)) {
      bySale(earlier, of(earlier))
          .forEach((sale, amount) -> taken.merge(sale, amount, Exact::plus));
    }
    Map<Long, SalesLine> sales = sales(key);
    Map<Long, Exact> nets = new HashMap<>();
    CompiledProgram program = programs.get(key.program());
    for (Credit credit : earnings.measured(key).credits()) {
      nets.merge(credit.line().origin(), program.net(credit.line()), Exact::plus);
    }
    Derivation earned = earnings.of(key);
    List<Derivation> parts = new ArrayList<>();
    parts.add(earned);
    bySale(key, earned)
        .forEach(
            (sale, amount) -> {
              // What comes back without its sale takes back what its sale was paid.
              boolean debt = nets.get(sale).signum() < 0;
              Exact most = mirrored(stacking.ceiling().orElseThrow().of(nets.get(sale)), debt);
              Exact before = mirrored(taken.getOrDefault(sale, Exact.ZERO), debt);
              Exact over = mirrored(amount, debt).minus(most.minus(before).max(Exact.ZERO));
              if (over.signum() > 0) {
                parts.add(
                    cut(
                        "over-ceiling",
                        sales.get(sale),
                        mirrored(over, !debt),
                        "ceiling",
                        stacking.ceiling().get(),
                        "most",
                        mirrored(most, debt)));
              }
            });
    return stacked(earned, parts, stacking);
  }

  private static Derivation stacked(Derivation earned, List<Derivation> parts, Stacking stacking) {
    return parts.size() == 1
        ? earned
        : Derivation.sumOf("stacked", Facts.of("method", stacking.method()), parts);
  }

  private static Derivation cut(String code, SalesLine sale, Exact exact, Object... facts) {
    Map<String, String> all =
        new LinkedHashMap<>(
            Facts.of("id", sale.id(), "document", sale.document(), "line", sale.line()));
    all.putAll(Facts.of(facts));
    return Derivation.leaf(code, all, exact);
  }

  /** Each later program measures what the earlier ones have left of an amount. */
  private Derivation netDown(AccrualKey key) {
    Map<Long, Exact> taken = new HashMap<>();
    Exact total = Exact.ZERO;
    for (AccrualKey earlier : before(key)) {
      for (Map.Entry<Long, Exact> line : byLine(of(earlier)).entrySet()) {
        taken.merge(line.getKey(), line.getValue(), Exact::plus);
        total = total.plus(line.getValue());
      }
    }
    if (taken.isEmpty()) {
      return earnings.of(key);
    }
    SalesRule rule =
        programs.get(key.program()).termsOn(key.period().start()).earns().orElseThrow();
    Measured whole = earnings.measured(key);
    Measured lowered = Measured.withLines();
    for (Credit credit : whole.credits()) {
      Exact less = taken.getOrDefault(credit.line().id(), Exact.ZERO);
      lowered.add(
          new Credit(
              credit.line(),
              rule.qualifies().isMoney() ? credit.qualifying().minus(less) : credit.qualifying(),
              rule.pays().isMoney() ? credit.paying().minus(less) : credit.paying(),
              credit.late()));
    }
    return Derivation.sumOf(
        "net-down",
        Facts.of("paid", total),
        List.of(earnings.on(key, lowered.against(whole.yardstick()))));
  }

  private Map<Long, SalesLine> sales(AccrualKey key) {
    Map<Long, SalesLine> sales = new HashMap<>();
    for (Credit credit : earnings.measured(key).credits()) {
      SalesLine line = credit.line();
      if (line.id() == line.origin()) {
        sales.put(line.origin(), line);
      } else {
        sales.putIfAbsent(line.origin(), line);
      }
    }
    return sales;
  }

  /** What each sale gave, less what its returns took back. */
  private Map<Long, Exact> bySale(AccrualKey key, Derivation why) {
    Map<Long, Long> origins = new HashMap<>();
    earnings
        .measured(key)
        .credits()
        .forEach(credit -> origins.put(credit.line().id(), credit.line().origin()));
    Map<Long, Exact> bySale = new LinkedHashMap<>();
    byLine(why).forEach((line, amount) -> bySale.merge(origins.get(line), amount, Exact::plus));
    return bySale;
  }

  /** What each line gave, where it was single lines that gave it. */
  private static Map<Long, Exact> byLine(Derivation why) {
    Map<Long, Exact> amounts = new LinkedHashMap<>();
    collect(why, Exact.ONE, amounts);
    return amounts;
  }

  /** Each line bears its share of what a limit took, and whatever was cut from it alone. */
  private static void collect(Derivation why, Exact share, Map<Long, Exact> amounts) {
    if (why.facts().containsKey("id")) {
      amounts.merge(Long.valueOf(why.facts().get("id")), why.exact().times(share), Exact::plus);
    } else if (CUT_AS_A_WHOLE.contains(why.code())) {
      Derivation whole = why.parts().get(0);
      collect(whole, share.times(why.exact()).dividedBy(whole.exact()), amounts);
    } else {
      why.parts().forEach(part -> collect(part, share, amounts));
    }
  }
}
