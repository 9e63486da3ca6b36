package org.mitra.engine;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntFunction;
import org.mitra.money.Exact;
import org.mitra.time.Period;

/**
 * The rules once more, as one would do them by hand on paper: no index, no merging, unit by unit.
 * Slow, for whole units and whole thresholds where units decide, and without a line in common with
 * the engine.
 */
final class Naive {
  private final String id;
  private final TreeMap<LocalDate, Terms> versions;
  private final Map<String, List<Period>> enrolled;

  Naive(String id, Map<LocalDate, Terms> versions, Map<String, List<Period>> enrolled) {
    this.id = id;
    this.versions = new TreeMap<>(versions);
    this.enrolled = enrolled;
  }

  /** What everyone has earned, before rounding. */
  Map<AccrualKey, Exact> earned(List<SalesLine> facts) {
    Map<AccrualKey, List<SalesLine>> piles = new HashMap<>();
    for (SalesLine line : facts) {
      LocalDate sold = LocalDate.ofInstant(line.countsAt(), anyTerms().zone());
      Terms terms = on(sold);
      if (counts(line, sold, terms)) {
        LocalDate day = sold;
        LocalDate happened = LocalDate.ofInstant(line.soldAt(), terms.zone());
        if (terms.returns() == ReturnsCount.IN_PERIOD_OF_RETURN
            && happened.isBefore(on(happened).until())) {
          day = happened;
        }
        Period period = period(day, on(day));
        String payee = line.buyer().orElseThrow().id();
        piles
            .computeIfAbsent(
                new AccrualKey(id, payee, period, line.currency()), key -> new ArrayList<>())
            .add(line);
      }
    }
    Map<AccrualKey, Exact> earned = new HashMap<>();
    piles.forEach((key, lines) -> earned.put(key, earn(key, lines)));
    return earned;
  }

  private Terms anyTerms() {
    return versions.firstEntry().getValue();
  }

  private Terms on(LocalDate day) {
    Terms found = anyTerms();
    for (Map.Entry<LocalDate, Terms> version : versions.entrySet()) {
      if (!version.getKey().isAfter(day)) {
        found = version.getValue();
      }
    }
    return found;
  }

  private static Period period(LocalDate day, Terms terms) {
    for (int i = 0; ; i++) {
      Period period = terms.schedule().period(i);
      if (day.isBefore(period.end())) {
        LocalDate end = period.end().isAfter(terms.until()) ? terms.until() : period.end();
        return new Period(period.start(), end);
      }
    }
  }

  private boolean counts(SalesLine line, LocalDate sold, Terms terms) {
    if (line.buyer().isEmpty() || line.kind() == Kind.PAYMENT_RECEIVED) {
      return false;
    }
    Party buyer = line.buyer().get();
    Scope scope = terms.scope();
    boolean inTime = !sold.isBefore(terms.from()) && sold.isBefore(terms.until());
    boolean product =
        (scope.items().isEmpty() && scope.groups().isEmpty())
            || scope.items().contains(line.item().code())
            || scope.groups().contains(line.item().group());
    boolean partner =
        (scope.types().isEmpty() || scope.types().contains(buyer.type()))
            && (scope.levels().isEmpty() || scope.levels().contains(buyer.level()))
            && (scope.regions().isEmpty() || scope.regions().contains(buyer.region()));
    boolean money = terms.currency().isEmpty() || terms.currency().get().equals(line.currency());
    if (!inTime || !product || !partner || !money || !scope.flows().contains(line.flow())) {
      return false;
    }
    Period period = period(sold, terms);
    if (terms.graceDays().isPresent()) {
      LocalDate received = LocalDate.ofInstant(line.receivedAt(), terms.zone());
      if (!received.isBefore(period.end().plusDays(terms.graceDays().get()))) {
        return false;
      }
    }
    if (terms.claim().isPresent()
        && (line.kind() != Kind.SALE || line.admittedBy(id).units().signum() == 0)) {
      return false;
    }
    return terms.enrollment() == EnrollmentMode.EVERYONE
        || enrolled.getOrDefault(buyer.id(), List.of()).stream()
            .anyMatch(
                time -> {
                  boolean joined =
                      terms.creditFrom() == CreditFrom.PERIOD_START
                          ? time.start().isBefore(period.end())
                          : !sold.isBefore(time.start());
                  return joined && sold.isBefore(time.end());
                });
  }

  private Exact earn(AccrualKey key, List<SalesLine> lines) {
    Terms terms = on(key.period().start());
    Fraction earned = Fraction.ZERO;
    NaiveLines counted = new NaiveLines(lines, (line, measure) -> part(line, measure, terms));
    if (terms.rule() instanceof Flat flat) {
      earned = counted.flat(flat);
    } else if (terms.rule() instanceof PerUnit perUnit) {
      earned = counted.perUnit(perUnit);
    } else if (terms.rule() instanceof EveryX every) {
      earned = counted.every(every);
    } else if (terms.rule() instanceof Tiered tiered) {
      earned = tiered(tiered, lines, terms);
    }
    if (((EarningRule) terms.rule()).negative() == Negative.NOTHING
        && earned.below(Fraction.ZERO)) {
      earned = Fraction.ZERO;
    }
    if (terms.limits().perPayee().isPresent()) {
      earned = earned.smaller(Fraction.of(terms.limits().perPayee().get()));
    }
    return earned.exact();
  }

  private Fraction tiered(Tiered rule, List<SalesLine> lines, Terms terms) {
    Fraction volume = sum(lines, rule.qualifies(), terms);
    int tier = tierAt(rule.table(), volume);
    Fraction earned = onVolume(rule, volume, tier, lines, terms);
    boolean highestOnly =
        rule.method() == TierMethod.WHOLE_AMOUNT || rule.method() == TierMethod.FIXED;
    for (int i = 0; i <= tier && Fraction.ZERO.below(volume); i++) {
      Optional<BigDecimal> plus = rule.table().tiers().get(i).plus();
      if (plus.isPresent() && (i == tier || !highestOnly)) {
        earned = earned.plus(Fraction.of(plus.get()));
      }
    }
    return earned;
  }

  private Fraction onVolume(
      Tiered rule, Fraction volume, int tier, List<SalesLine> lines, Terms terms) {
    if (rule.method() == TierMethod.MARGINAL) {
      return rule.qualifies() == rule.pays()
          ? slices(rule, volume)
          : unitByUnit(rule, lines, terms, in -> in < 0 ? Fraction.ZERO : offer(rule, in));
    }
    if (tier < 0) {
      return Fraction.ZERO;
    }
    Fraction paid = sum(lines, rule.pays(), terms);
    return switch (rule.method()) {
      case TOTAL -> paid.times(offersFrom(rule, 0, tier + 1));
      case ROLLING -> paid.times(offer(rule, tier)).plus(completed(rule, tier, lines, terms));
      case LINEAR -> paid.times(onTheLine(rule, volume, tier));
      case FIXED -> Fraction.ZERO;
      default -> paid.times(offer(rule, tier));
    };
  }

  private static Fraction offersFrom(Tiered rule, int first, int end) {
    Fraction offers = Fraction.ZERO;
    for (int i = Math.max(first, 0); i < end; i++) {
      offers = offers.plus(offer(rule, i));
    }
    return offers;
  }

  /** What the tiers below give, each on everything up to its end. */
  private Fraction completed(Tiered rule, int tier, List<SalesLine> lines, Terms terms) {
    if (rule.qualifies() != rule.pays()) {
      return unitByUnit(rule, lines, terms, in -> offersFrom(rule, in, tier));
    }
    Fraction earned = Fraction.ZERO;
    for (int i = 0; i < tier; i++) {
      Fraction end = Fraction.of(rule.table().tiers().get(i + 1).from());
      earned = earned.plus(end.times(offer(rule, i)));
    }
    return earned;
  }

  private static Fraction onTheLine(Tiered rule, Fraction volume, int tier) {
    List<Tier> points = rule.table().tiers();
    if (tier + 1 == points.size() || volume.below(Fraction.ZERO)) {
      return offer(rule, tier);
    }
    BigDecimal from = points.get(tier).from();
    long way = points.get(tier + 1).from().subtract(from).longValueExact();
    Fraction done = volume.plus(Fraction.of(from).negated()).over(way);
    Fraction rise = offer(rule, tier + 1).plus(offer(rule, tier).negated());
    return offer(rule, tier).plus(rise.times(done));
  }

  /** The tier in which a volume stands. */
  private static int tierAt(TierTable table, Fraction volume) {
    int tier = table.tiers().get(0).from().signum() == 0 ? 0 : -1;
    for (int i = 0; i < table.tiers().size(); i++) {
      Fraction from = Fraction.of(table.tiers().get(i).from());
      boolean started = table.starts() == Starts.REACHED ? !volume.below(from) : from.below(volume);
      tier = started ? Math.max(tier, i) : tier;
    }
    return tier;
  }

  private static Fraction slices(Tiered rule, Fraction volume) {
    if (volume.below(Fraction.ZERO)) {
      boolean fromZero = rule.table().tiers().get(0).from().signum() == 0;
      return fromZero ? volume.times(offer(rule, 0)) : Fraction.ZERO;
    }
    Fraction earned = Fraction.ZERO;
    List<Tier> tiers = rule.table().tiers();
    for (int i = 0; i < tiers.size(); i++) {
      Fraction from = Fraction.of(tiers.get(i).from());
      Fraction to =
          i + 1 < tiers.size() ? Fraction.of(tiers.get(i + 1).from()).smaller(volume) : volume;
      if (from.below(to)) {
        earned = earned.plus(to.plus(from.negated()).times(offer(rule, i)));
      }
    }
    return earned;
  }

  /** Counts units, each paid as the tier in which it lies says. */
  private Fraction unitByUnit(
      Tiered rule, List<SalesLine> lines, Terms terms, IntFunction<Fraction> rate) {
    Map<Long, List<SalesLine>> together = new HashMap<>();
    lines.forEach(
        line -> together.computeIfAbsent(line.origin(), origin -> new ArrayList<>()).add(line));
    List<List<SalesLine>> inOrder = new ArrayList<>(together.values());
    inOrder.sort(Comparator.comparing(Naive::place, SalesLine.IN_ORDER));
    Fraction earned = Fraction.ZERO;
    long count = 0;
    for (List<SalesLine> sale : inOrder) {
      long units = sum(sale, rule.qualifies(), terms).whole();
      Fraction paid = sum(sale, rule.pays(), terms);
      if (units == 0) {
        int tier = tierAt(rule.table(), Fraction.of(BigDecimal.valueOf(count)));
        earned = earned.plus(paid.times(rate.apply(tier)));
      }
      for (long i = 0; i < Math.abs(units); i++) {
        long from = units > 0 ? count : count - 1;
        int tier = unitTier(rule.table(), from);
        Fraction unit = paid.over(Math.abs(units));
        earned = earned.plus(unit.times(rate.apply(tier)));
        count += units > 0 ? 1 : -1;
      }
    }
    return earned;
  }

  /** The tier of the unit that stretches from the number to the next. */
  private static int unitTier(TierTable table, long from) {
    int tier = table.tiers().get(0).from().signum() == 0 ? 0 : -1;
    for (int i = 0; i < table.tiers().size(); i++) {
      tier = table.tiers().get(i).from().longValueExact() <= from ? i : tier;
    }
    return tier;
  }

  private static SalesLine place(List<SalesLine> sale) {
    for (SalesLine line : sale) {
      if (line.id() == line.origin()) {
        return line;
      }
    }
    return sale.stream().min(SalesLine.IN_ORDER).orElseThrow();
  }

  private Fraction sum(List<SalesLine> lines, Measure measure, Terms terms) {
    Fraction sum = Fraction.ZERO;
    for (SalesLine line : lines) {
      sum = sum.plus(part(line, measure, terms));
    }
    return sum;
  }

  private Fraction part(SalesLine line, Measure measure, Terms terms) {
    Fraction part = Fraction.of(measure.of(line));
    if (terms.claim().isPresent() && line.admittedBy(id).units().compareTo(line.quantity()) < 0) {
      part =
          part.times(Fraction.of(line.admittedBy(id).units()))
              .over(line.quantity().longValueExact());
    }
    return part;
  }

  private static Fraction offer(Tiered rule, int tier) {
    Offer offer = rule.table().tiers().get(tier).offer();
    return NaiveLines.worth(offer);
  }
}
