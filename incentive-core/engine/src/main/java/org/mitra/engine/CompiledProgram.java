package org.mitra.engine;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mitra.money.Exact;
import org.mitra.time.Period;
import org.mitra.time.Schedule;

/**
 * A program ready to judge sales lines: its versions by the day from which they hold, and what is
 * known beside them.
 *
 * <p>Thread-safe: nothing changes after construction but what is remembered of days.
 */
public final class CompiledProgram {
  private final String id;
  private final NavigableMap<LocalDate, Conditions> versions = new TreeMap<>();
  private final Circumstances circumstances;
  private final List<Yardstick> pasts;
  private final Terms newest;
  private final Cuts cuts;
  final Days days = new Days(this);

  /**
   * @param id of the program
   * @param versions terms by the first day on which they hold; at least one, and all with the same
   *     zone, schedule and treatment of returns, so that a line falls into the same period
   *     whichever of them is asked
   * @param circumstances what is known beside terms and lines
   */
  public CompiledProgram(String id, Map<LocalDate, Terms> versions, Circumstances circumstances) {
    if (versions.isEmpty()) {
      throw new IllegalArgumentException("a program without terms: " + id);
    }
    this.id = id;
    versions.forEach(
        (from, terms) -> this.versions.put(from, new Conditions(id, terms, circumstances)));
    this.circumstances = circumstances;
    this.newest = this.versions.lastEntry().getValue().terms();
    this.pasts =
        this.versions.values().stream()
            .flatMap(version -> pastOf(version.terms()).stream())
            .distinct()
            .toList();
    this.cuts = new Cuts(versions);
    if (versions.values().stream().anyMatch(terms -> !keepsTime(terms, newest()))) {
      throw new IllegalArgumentException("versions of " + id + " cut time differently");
    }
  }

  public CompiledProgram(
      String id, Map<LocalDate, Terms> versions, Map<String, List<Period>> enrolled) {
    this(id, versions, Circumstances.enrolled(enrolled));
  }

  public static CompiledProgram of(String id, Terms terms) {
    return new CompiledProgram(id, Map.of(terms.from(), terms), Circumstances.NONE);
  }

  /** Whether both put every line into the same period, as far as both run. */
  public static boolean keepsTime(Terms one, Terms other) {
    return one.zone().equals(other.zone())
        && one.schedule().equals(other.schedule())
        && one.returns() == other.returns()
        && one.currency().equals(other.currency())
        && one.counting()
            .beginning(Optional.empty())
            .equals(other.counting().beginning(Optional.empty()))
        && one.settles() == other.settles();
  }

  public String id() {
    return id;
  }

  /** Zone in which the program's days begin. */
  public ZoneId zone() {
    return newest.zone();
  }

  /** The days on which the program runs, from its first version to its newest. */
  public Period term() {
    return new Period(versions.firstEntry().getValue().terms().from(), newest().until());
  }

  Terms newest() {
    return newest;
  }

  Schedule schedule() {
    return newest().schedule();
  }

  /** The terms that hold on the day; before the first version, the first. */
  public Terms termsOn(LocalDate day) {
    return on(day).terms();
  }

  /** What becomes of what is earned: the same in all versions. */
  public Settles settles() {
    return newest().rule() instanceof FundRule ? Settles.FUND : newest().settles();
  }

  /** Whom the program pays, in any of its versions. */
  public Set<Payee> payees() {
    return versions.values().stream()
        .map(Conditions::terms)
        .flatMap(
            terms ->
                Stream.concat(
                    Stream.of(terms.payee()), terms.counting().shared().stream().map(Part::payee)))
        .collect(Collectors.toSet());
  }

  /** Whether the program would pay the payee for the line, if it paid for it at all. */
  public boolean pays(SalesLine line, String payee) {
    Terms terms = termsOn(day(line.countsAt()));
    return Stream.concat(
            terms.payee().of(line).stream(),
            terms.counting().shared().stream().flatMap(part -> part.payee().of(line).stream()))
        .anyMatch(party -> party.id().equals(payee));
  }

  /**
   * The partner whose sale the line is, if the program is about such sales: in its scope and its
   * currency, of somebody who takes part at some time. Neither the day nor a claim matters, nor
   * whether anything is earned: this is for comparing sales before, during and after a program.
   */
  public Optional<Party> concerns(SalesLine line) {
    Conditions conditions = on(day(line.countsAt()));
    return conditions
        .terms()
        .payee()
        .of(line)
        .filter(
            payee ->
                conditions.concern(line, payee, circumstances.enrolled().containsKey(payee.id())));
  }

  /** The settlement periods that have a day in common with the time. */
  public List<Period> periods(LocalDate from, LocalDate until) {
    List<Period> periods = new ArrayList<>();
    Terms terms = newest();
    LocalDate day = from.isBefore(terms.from()) ? terms.from() : from;
    while (day.isBefore(until) && day.isBefore(terms.until())) {
      Period period = terms.periodOf(day);
      periods.add(period);
      day = period.end();
    }
    return periods;
  }

  /** The periods of the program that end no later than the given one begins, in order. */
  List<Period> periodsBefore(Period period) {
    return period.start().isAfter(newest().from())
        ? periods(newest().from(), period.start())
        : List.of();
  }

  /** Where terms begin inside periods. */
  Cuts cuts() {
    return cuts;
  }

  /** Whether the program has exactly this settlement period. */
  boolean hasPeriod(Period period) {
    return term().contains(period.start()) && newest().periodOf(period.start()).equals(period);
  }

  /** The periods whose measures add up in the given one: the span's up to it, or itself alone. */
  List<Period> spanOf(Period period) {
    Terms terms = newest();
    if (terms.counting().spanMonths().isEmpty()) {
      return List.of(period);
    }
    return periods(spans().periodOf(period.start()).start(), period.end());
  }

  private Schedule spans() {
    Terms terms = newest();
    return new Schedule(
        terms.from(), terms.counting().spanMonths().orElseThrow(), terms.closingDay());
  }

  /**
   * The days whose sales matter for what is earned in the period: its own, those that came before
   * it in its span, and those that growth is measured against.
   */
  public Period reads(Period period) {
    LocalDate start = spanOf(period).get(0).start();
    LocalDate end = period.end();
    Terms terms = termsOn(period.start());
    if (terms.pay().draw().isPresent() || sharesBudget() || Carried.carries(terms)) {
      start = newest().from();
    }
    Optional<Yardstick> past = pastOf(period);
    if (past.isPresent()) {
      LocalDate begins = Past.of(past.get(), this, spanOf(period).get(0)).start();
      start = begins.isBefore(start) ? begins : start;
    }
    if (terms.counting().trigger() != Trigger.INVOICE) {
      // An order, a shipment and a payment lie within a year of the invoice.
      start = start.minusYears(1);
      end = end.plusYears(1);
    }
    return new Period(start, end);
  }

  /** The settlement periods in which sales of the days matter. */
  public List<Period> affected(LocalDate from, LocalDate until) {
    Period days = new Period(from, until);
    return periods(newest().from(), newest().until()).stream()
        .filter(period -> reads(period).overlaps(days))
        .toList();
  }

  /** Whose lines decide what a payee earns. */
  public enum Reach {
    /** Lines in which he has a part. */
    OWN,
    /** Lines of all who take part: pools, contests, shared budgets. */
    CHANNEL
  }

  /** Whose lines decide what a payee earns. */
  public Reach reach() {
    boolean together =
        versions.values().stream().anyMatch(it -> it.terms().rule() instanceof PoolRule);
    return together || sharesBudget() ? Reach.CHANNEL : Reach.OWN;
  }

  /** The days that the period's growth is measured against, where sales of the past decide. */
  public Optional<Period> measuredAgainst(Period period) {
    return pastOf(period).map(yardstick -> Past.of(yardstick, this, period));
  }

  /** What growth is measured against in the period, where sales of the past decide. */
  Optional<Yardstick> pastOf(Period period) {
    return pastOf(termsOn(period.start()));
  }

  private static Optional<Yardstick> pastOf(Terms terms) {
    return terms.earns().flatMap(SalesRule::measuredAgainst).filter(Yardstick::readsPast);
  }

  /** All that any version measures growth against, where sales of the past decide. */
  List<Yardstick> pasts() {
    return pasts;
  }

  /** Whether a change of a payee's level may change what he has earned before it. */
  public boolean looksAtLevels() {
    return versions.values().stream()
        .anyMatch(it -> it.terms().scope().levelsOn() == LevelOn.PERIOD_END);
  }

  boolean sharesBudget() {
    return newest().limits().scarce() == Limits.Scarce.PRO_RATA;
  }

  /** Payees who are paid, or share, in the period whether they sold anything or not. */
  public Set<String> roster(Period period) {
    return hasRoster(period)
        ? circumstances.enrolled().keySet().stream()
            .filter(payee -> takesPart(payee, period))
            .collect(Collectors.toCollection(TreeSet::new))
        : Set.of();
  }

  /** Whether the payee is paid, or shares, in the period whether he sold anything or not. */
  public boolean onRoster(String payee, Period period) {
    return hasRoster(period) && takesPart(payee, period);
  }

  private boolean hasRoster(Period period) {
    Terms terms = termsOn(period.start());
    boolean counts =
        terms.pay().any() || terms.rule() instanceof PoolRule || takesBackWithoutSales(terms);
    return counts && terms.enrollment() != EnrollmentMode.EVERYONE;
  }

  /** In a span, a yardstick goes on growing where sales do not. */
  private static boolean takesBackWithoutSales(Terms terms) {
    return terms.counting().spanMonths().isPresent()
        && terms.earns().flatMap(SalesRule::measuredAgainst).isPresent();
  }

  /**
   * The later periods of the same span that take back what the period paid if nothing is sold in
   * them; none where no yardstick grows.
   */
  public List<Period> takesBackIn(Period period) {
    return takesBackWithoutSales(termsOn(period.start()))
        ? periods(period.end(), term().end()).stream()
            .filter(later -> spanOf(later).contains(period))
            .toList()
        : List.of();
  }

  boolean takesPart(String payee, Period period) {
    return circumstances.enrolled().getOrDefault(payee, List.of()).stream()
        .anyMatch(time -> time.overlaps(period));
  }

  /**
   * Of the days of the period, or of its span, those on which the payee takes part, where they
   * decide about thresholds; empty where the thresholds hold as they are.
   */
  Optional<DaysOf> daysThatCount(String payee, Period period) {
    if (termsOn(period.start()).counting().thresholds() == Thresholds.UNPRORATED) {
      return Optional.empty();
    }
    Period all =
        newest().counting().spanMonths().isEmpty() ? period : spans().periodOf(period.start());
    return DaysOf.of(circumstances.enrolled().getOrDefault(payee, List.of()), all);
  }

  /** What attainment is measured against for the key's own period; empty when nobody knows. */
  Optional<Exact> yardstick(AccrualKey key, SalesRule rule, Measured measured) {
    return rule.measuredAgainst()
        .flatMap(
            yardstick -> {
              Optional<BigDecimal> fixed =
                  yardstick
                      .agreed()
                      .flatMap(kind -> circumstances.agreed(kind, key))
                      .or(yardstick::amount);
              return fixed.isPresent()
                  ? fixed.map(Exact::of)
                  : Optional.ofNullable(measured)
                      .filter(known -> yardstick.readsPast())
                      .map(Measured::past);
            });
  }

  /** Credits the line, which counts on the day in the program's zone, or says why not. */
  void judge(SalesLine line, LocalDate countsOn, Crediting.Sink sink) {
    new Verdict(this, line, countsOn).give(sink);
  }

  Conditions on(LocalDate day) {
    var version = versions.floorEntry(day);
    return version == null ? versions.firstEntry().getValue() : version.getValue();
  }

  Circumstances circumstances() {
    return circumstances;
  }

  LocalDate day(Instant instant) {
    return LocalDate.ofInstant(instant, zone());
  }

  /** The line's net amount in the currency in which the program pays for it. */
  Exact net(SalesLine line) {
    return on(day(line.countsAt())).converted(line, Measure.NET, Exact.of(line.net()));
  }

  /** Whether sales earn anything here; a fund is spent, not earned. */
  boolean earns() {
    return versions.values().stream().allMatch(it -> it.terms().earns().isPresent());
  }

  /** Whether the rule of the period, or the programs beside it, need the lines themselves. */
  public boolean needsLines(Period period) {
    boolean several = newest().counting().spanMonths().isPresent();
    return cuts.segments(period).size() > 1
        || (several
            ? versions.values().stream().anyMatch(version -> needsLines(version.terms()))
            : needsLines(termsOn(period.start())));
  }

  private static boolean needsLines(Terms terms) {
    return terms.stacking().isPresent()
        || terms.claim().flatMap(ClaimTerms::late).isPresent()
        || terms.earns().filter(SalesRule::needsLines).isPresent();
  }

  /** Days left in the period on the given day, that day included; zero when it is over. */
  public static long daysLeft(Period period, LocalDate today) {
    return Math.max(0, ChronoUnit.DAYS.between(today, period.end()));
  }
}
