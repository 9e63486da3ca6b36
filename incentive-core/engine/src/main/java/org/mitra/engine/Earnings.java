package org.mitra.engine;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.mitra.money.Exact;
import org.mitra.time.Period;

/**
 * What payees have earned by a program's own terms: by its rule, within the limit for one payee,
 * with what is paid beside. What other programs and the budget leave of it comes after.
 */
final class Earnings {
  /** Step of an amount that the limit for one payee has cut. */
  static final String LIMITED = "limited";

  private final Map<String, CompiledProgram> programs;
  private final Map<AccrualKey, Measured> measures;
  private final Map<AccrualKey, Map<String, Derivation>> pools = new HashMap<>();

  Earnings(Map<String, CompiledProgram> programs, Map<AccrualKey, Measured> measures) {
    this.programs = programs;
    this.measures = measures;
  }

  /** What the key has earned. */
  Derivation of(AccrualKey key) {
    Terms terms = terms(key);
    if (terms.rule() instanceof PoolRule pool) {
      return limited(shareOf(pool, key), terms);
    }
    return withPay(key, terms, commission(key, terms));
  }

  /** What the key would have earned on other measures of its own period. */
  Derivation on(AccrualKey key, Measured measured) {
    Terms terms = terms(key);
    return withPay(key, terms, earned(key, terms, measured));
  }

  /**
   * What has been measured up to the key's period: in a span since its beginning, and less what
   * periods before have left below zero, where that is carried.
   */
  Measured upTo(AccrualKey key) {
    if (isCut(key)) {
      return segments(key).latest(key.period());
    }
    Measured measured = together(key, programs.get(key.program()).spanOf(key.period()));
    Exact shortfall = shortfallBefore(key);
    return shortfall.isZero() ? measured : measured.after(shortfall);
  }

  /** What there is to gain. */
  Optional<NextTier> next(AccrualKey key) {
    if (isCut(key) && measures.containsKey(key)) {
      return segments(key).next(key.period());
    }
    return terms(key).rule() instanceof EarningRule ? rule(key).next(upTo(key)) : Optional.empty();
  }

  /** Whether other terms began inside the period. */
  private boolean isCut(AccrualKey key) {
    return programs.get(key.program()).cuts().segments(key.period()).size() > 1;
  }

  private Segments segments(AccrualKey key) {
    Measured whole = measures.getOrDefault(key, Measured.withLines());
    return new Segments(programs.get(key.program()), key, whole);
  }

  private Exact shortfallBefore(AccrualKey key) {
    Terms terms = terms(key);
    Exact shortfall = Exact.ZERO;
    if (!Carried.carries(terms)) {
      return shortfall;
    }
    for (Period period : programs.get(key.program()).periodsBefore(key.period())) {
      AccrualKey earlier = new AccrualKey(key.program(), key.payee(), period, key.currency());
      shortfall =
          Carried.passes(terms(earlier), terms)
              ? shortfall.plus(measured(earlier).paying()).min(Exact.ZERO)
              : Exact.ZERO;
    }
    return shortfall;
  }

  /** What has been measured for the key alone. */
  Measured measured(AccrualKey key) {
    return together(key, List.of(key.period()));
  }

  private Terms terms(AccrualKey key) {
    return programs.get(key.program()).termsOn(key.period().start());
  }

  /** What sales earn in the period; in a span, what they earn more than up to the period before. */
  private Derivation commission(AccrualKey key, Terms terms) {
    if (isCut(key)) {
      return segments(key).earned(key.period());
    }
    List<Period> span = programs.get(key.program()).spanOf(key.period());
    Derivation total = earned(key, terms, upTo(key));
    if (span.size() == 1) {
      return total;
    }
    List<Period> before = span.subList(0, span.size() - 1);
    Derivation earlier = earned(key, terms, together(key, before));
    // Interim amounts are rounded where they are paid: they have to add up to the final one.
    Exact settled = Exact.of(earlier.exact().rounded(key.currency().scale(), RoundingMode.HALF_UP));
    return Derivation.sumOf(
        "span",
        Facts.of("from", span.get(0).start()),
        List.of(
            total,
            Derivation.leaf(
                Entitlement.SETTLED_BEFORE,
                Facts.of("until", before.get(before.size() - 1).lastDay()),
                settled.negated())));
  }

  /** Measures of the payee over some periods, put together. */
  private Measured together(AccrualKey key, List<Period> periods) {
    CompiledProgram program = programs.get(key.program());
    SalesRule rule = terms(key).earns().orElseThrow();
    Measured together = null;
    Optional<Exact> yardstick = Optional.empty();
    for (Period period : periods) {
      AccrualKey part = new AccrualKey(key.program(), key.payee(), period, key.currency());
      Measured measured = measures.get(part);
      if (measured != null) {
        together = together == null ? Measured.like(measured) : together;
        together.absorb(measured);
      }
      Optional<Exact> own = program.yardstick(part, rule, measured);
      yardstick =
          own.isEmpty() ? yardstick : Optional.of(own.get().plus(yardstick.orElse(Exact.ZERO)));
    }
    return (together == null ? Measured.withLines() : together.regrouped(rule)).against(yardstick);
  }

  private Derivation earned(AccrualKey key, Terms terms, Measured measured) {
    if (measured.lines() == 0) {
      return Derivation.leaf("nothing-credited", Map.of(), Exact.ZERO);
    }
    Derivation earned = rule(key).earn(measured).why();
    Derivation explained = daysThatCount(key).map(days -> byDays(days, earned)).orElse(earned);
    return limited(withLosses(explained, measured), terms);
  }

  /** The rule as it stands for the payee in the period: thresholds may hold in part only. */
  EarningRule rule(AccrualKey key) {
    EarningRule rule = (EarningRule) terms(key).earns().orElseThrow();
    return daysThatCount(key).map(days -> rule.prorated(days.share())).orElse(rule);
  }

  private Optional<DaysOf> daysThatCount(AccrualKey key) {
    return programs.get(key.program()).daysThatCount(key.payee(), key.period());
  }

  private static Derivation byDays(DaysOf days, Derivation earned) {
    Map<String, String> facts = Facts.of("days", days.days(), "of", days.all());
    return Derivation.sumOf("thresholds-by-days", facts, List.of(earned));
  }

  /** Sales at a loss earn nothing, and nobody should have to look for them. */
  static Derivation withLosses(Derivation earned, Measured measured) {
    if (measured.losses().isEmpty()) {
      return earned;
    }
    List<Derivation> parts = new ArrayList<>();
    parts.add(earned);
    for (Credit loss : measured.losses()) {
      Map<String, String> facts =
          Facts.of(
              "document", loss.line().document(),
              "line", loss.line().line(),
              "margin", loss.paying());
      parts.add(Derivation.leaf("sold-at-a-loss", facts, Exact.ZERO));
    }
    return Derivation.sumOf("without-losses", Map.of(), parts);
  }

  private static Derivation limited(Derivation earned, Terms terms) {
    return terms
        .limits()
        .perPayee()
        .filter(limit -> earned.exact().compareTo(Exact.of(limit)) > 0)
        .map(limit -> limited(earned, limit))
        .orElse(earned);
  }

  private static Derivation limited(Derivation earned, BigDecimal limit) {
    Exact over = Exact.of(limit).minus(earned.exact());
    Derivation cut = Derivation.leaf("over-limit", Facts.of("limit", Exact.of(limit)), over);
    return Derivation.sumOf(LIMITED, Facts.of("limit", Exact.of(limit)), List.of(earned, cut));
  }

  private Derivation withPay(AccrualKey key, Terms terms, Derivation commission) {
    if (!terms.pay().any() || !programs.get(key.program()).takesPart(key.payee(), key.period())) {
      return commission;
    }
    List<Derivation> parts = new ArrayList<>();
    parts.add(commission);
    terms.pay().draw().ifPresent(draw -> parts.addAll(advance(key, draw, commission.exact())));
    terms
        .pay()
        .base()
        .ifPresent(base -> parts.add(Derivation.leaf("base-pay", Map.of(), Exact.of(base))));
    terms.pay().training().forEach(training -> parts.addAll(certificates(key, training)));
    Exact soFar = parts.stream().map(Derivation::exact).reduce(Exact.ZERO, Exact::plus);
    terms
        .pay()
        .atLeast()
        .map(Exact::of)
        .filter(least -> soFar.compareTo(least) < 0)
        .ifPresent(
            least ->
                parts.add(
                    Derivation.leaf("guarantee", Facts.of("least", least), least.minus(soFar))));
    return parts.size() == 1 ? commission : Derivation.sumOf("pay", Map.of(), parts);
  }

  /** What a draw adds to the commission of the period, or keeps back from it. */
  private List<Derivation> advance(AccrualKey key, Draw draw, Exact commission) {
    Exact debt = debtBefore(key, draw);
    Exact amount = Exact.of(draw.amount());
    Map<String, String> facts = Facts.of("draw", amount, "earned", commission, "debt", debt);
    Exact over = commission.minus(amount);
    if (over.signum() < 0) {
      return List.of(
          Derivation.leaf(draw.recoverable() ? "draw-recoverable" : "draw", facts, over.negated()));
    }
    Exact back = debt.min(over);
    return back.isZero()
        ? List.of()
        : List.of(Derivation.leaf("draw-recovered", facts, back.negated()));
  }

  /** A certificate pays once, however often it is renewed within the period. */
  private List<Derivation> certificates(AccrualKey key, Pay.Training training) {
    return programs
        .get(key.program())
        .circumstances()
        .certified()
        .getOrDefault(key.payee(), List.of())
        .stream()
        .filter(it -> it.certificate().equals(training.certificate()))
        .map(Circumstances.Certified::day)
        .filter(key.period()::contains)
        .min(Comparator.naturalOrder())
        .map(
            day ->
                Derivation.leaf(
                    "training",
                    Facts.of("certificate", training.certificate(), "day", day),
                    Exact.of(training.amount())))
        .stream()
        .toList();
  }

  /** What was advanced in earlier periods and not earned since. */
  private Exact debtBefore(AccrualKey key, Draw draw) {
    Exact debt = Exact.ZERO;
    if (!draw.recoverable()) {
      return debt;
    }
    for (Period period : programs.get(key.program()).periodsBefore(key.period())) {
      AccrualKey earlier = new AccrualKey(key.program(), key.payee(), period, key.currency());
      Optional<Draw> then = terms(earlier).pay().draw().filter(Draw::recoverable);
      if (then.isPresent() && programs.get(key.program()).takesPart(key.payee(), period)) {
        Exact advance = Exact.of(then.get().amount());
        Exact over = commission(earlier, terms(earlier)).exact().minus(advance);
        debt = debt.minus(over).max(Exact.ZERO);
      }
    }
    return debt;
  }

  private Derivation shareOf(PoolRule pool, AccrualKey key) {
    AccrualKey place = new AccrualKey(key.program(), "", key.period(), key.currency());
    return pools
        .computeIfAbsent(place, members -> pool.share(members(key), key.currency()))
        .getOrDefault(key.payee(), Derivation.leaf("nothing-credited", Map.of(), Exact.ZERO));
  }

  private SortedMap<String, Measured> members(AccrualKey key) {
    SortedMap<String, Measured> members = new TreeMap<>();
    for (AccrualKey member : keysOf(key.program(), key)) {
      members.put(member.payee(), measured(member));
    }
    return members;
  }

  /** The keys of everybody who has, or could have, earned in the program, period and currency. */
  List<AccrualKey> keysOf(String program, AccrualKey like) {
    // In a span, a period without sales may take back what the ones before it have paid.
    List<Period> span = programs.get(program).spanOf(like.period());
    SortedSet<String> payees = new TreeSet<>(programs.get(program).roster(like.period()));
    for (AccrualKey key : measures.keySet()) {
      if (key.program().equals(program)
          && span.contains(key.period())
          && key.currency().equals(like.currency())) {
        payees.add(key.payee());
      }
    }
    return payees.stream()
        .map(payee -> new AccrualKey(program, payee, like.period(), like.currency()))
        .toList();
  }
}
