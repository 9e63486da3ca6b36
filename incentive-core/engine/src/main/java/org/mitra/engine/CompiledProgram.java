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
import org.mitra.money.Currency;
import org.mitra.money.Exact;
import org.mitra.time.Period;
import org.mitra.time.Schedule;

/**
 * A program ready to judge sales lines: its versions by the day from which they hold, and who is
 * enrolled.
 *
 * <p>Thread-safe: nothing changes after construction.
 */
public final class CompiledProgram {
  private final String id;
  private final NavigableMap<LocalDate, Conditions> versions = new TreeMap<>();
  private final Circumstances circumstances;

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
        (from, terms) -> this.versions.put(from, new Conditions(id, terms, circumstances.rates())));
    this.circumstances = circumstances;
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
        && one.counting().equals(other.counting())
        && one.settles() == other.settles();
  }

  public String id() {
    return id;
  }

  /** Zone in which the program's days begin. */
  public ZoneId zone() {
    return newest().zone();
  }

  /** The days on which the program runs, from its first version to its newest. */
  public Period term() {
    return new Period(versions.firstEntry().getValue().terms().from(), newest().until());
  }

  private Terms newest() {
    return versions.lastEntry().getValue().terms();
  }

  Schedule schedule() {
    return newest().schedule();
  }

  /** The terms that hold on the day; before the first version, the first. */
  public Terms termsOn(LocalDate day) {
    return on(day).terms();
  }

  private Conditions on(LocalDate day) {
    var version = versions.floorEntry(day);
    return version == null ? versions.firstEntry().getValue() : version.getValue();
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
    Schedule spans =
        new Schedule(terms.from(), terms.counting().spanMonths().get(), terms.closingDay());
    return periods(spans.periodOf(period.start()).start(), period.end());
  }

  /**
   * The days whose sales matter for what is earned in the period: its own, those that came before
   * it in its span, and those that growth is measured against.
   */
  public Period reads(Period period) {
    LocalDate start = spanOf(period).get(0).start();
    LocalDate end = period.end();
    Terms terms = termsOn(period.start());
    if (terms.pay().draw().isPresent() || sharesBudget()) {
      start = newest().from();
    }
    Optional<Yardstick> yardstick = terms.earns().flatMap(SalesRule::measuredAgainst);
    if (yardstick.filter(Yardstick::readsPast).isPresent()) {
      start = Past.of(yardstick.get(), this, spanOf(period).get(0)).start();
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

  boolean sharesBudget() {
    return newest().limits().scarce() == Limits.Scarce.PRO_RATA;
  }

  /** Payees who are paid, or share, in the period whether they sold anything or not. */
  public Set<String> roster(Period period) {
    Terms terms = termsOn(period.start());
    boolean counts = terms.pay().any() || terms.rule() instanceof PoolRule;
    if (!counts || terms.enrollment() == EnrollmentMode.EVERYONE) {
      return Set.of();
    }
    return circumstances.enrolled().entrySet().stream()
        .filter(payee -> payee.getValue().stream().anyMatch(time -> time.overlaps(period)))
        .map(Map.Entry::getKey)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  boolean takesPart(AccrualKey key) {
    return circumstances.enrolled().getOrDefault(key.payee(), List.of()).stream()
        .anyMatch(time -> time.overlaps(key.period()));
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

  /** Credits the line, or says why not. */
  void judge(SalesLine line, Crediting.Sink sink) {
    compareWith(line, sink);
    Optional<LocalDate> counts = countsOn(line);
    LocalDate day = counts.orElse(day(line.countsAt()));
    Conditions conditions = on(day);
    Terms terms = conditions.terms();
    Optional<Party> payee = terms.payee().of(line);
    Optional<Refusal> refusal =
        payee.isEmpty()
            ? Optional.of(new Refusal("no-payee", "", terms.payee().name()))
            : conditions.refuse(line, payee.get(), day, circumstances.enrolled());
    if (refusal.isEmpty() && counts.isEmpty()) {
      refusal = Optional.of(terms.counting().trigger().refusal(line));
    }
    if (refusal.isPresent()) {
      sink.refused(id, line, refusal.get());
      return;
    }
    credit(line, periodOf(line, day, terms), payee.get(), conditions, sink);
  }

  /** The day on which the line counts; empty while its trigger has not happened. */
  private Optional<LocalDate> countsOn(SalesLine line) {
    return newest().counting().trigger().of(line).map(this::day);
  }

  private Period periodOf(SalesLine line, LocalDate day, Terms terms) {
    if (terms.returns() == ReturnsCount.IN_PERIOD_OF_RETURN) {
      LocalDate returned = day(line.soldAt());
      Terms then = termsOn(returned);
      // After the program's end there is no other period left than that of the sale.
      if (returned.isAfter(day) && then.term().contains(returned)) {
        return then.periodOf(returned);
      }
    }
    return terms.periodOf(day);
  }

  private LocalDate day(Instant instant) {
    return LocalDate.ofInstant(instant, zone());
  }

  /** To the payee, less what goes to others. */
  private void credit(
      SalesLine line, Period period, Party payee, Conditions conditions, Crediting.Sink sink) {
    Conditions then = on(period.start());
    SalesRule rule = then.terms().earns().orElseThrow();
    Exact qualifying = part(line, rule.qualifies(), then);
    Exact paying = part(line, rule.pays(), then);
    Exact rest = Exact.ONE;
    for (Part part : conditions.terms().counting().shared()) {
      Optional<Party> other = part.payee().of(line);
      if (other.isPresent() && !other.get().id().equals(payee.id())) {
        rest = rest.minus(part.share());
        credit(line, period, other.get(), qualifying, paying, part.share(), sink);
      }
    }
    credit(line, period, payee, qualifying, paying, rest, sink);
  }

  private void credit(
      SalesLine line,
      Period period,
      Party payee,
      Exact qualifying,
      Exact paying,
      Exact share,
      Crediting.Sink sink) {
    sink.credited(
        new AccrualKey(id, payee.id(), period, currency(line)),
        share.equals(Exact.ONE)
            ? new Credit(line, qualifying, paying)
            : new Credit(line, qualifying.times(share), paying.times(share)));
  }

  private Currency currency(SalesLine line) {
    return newest().currency().orElse(line.currency());
  }

  /** Lets the line count for what growth of later periods is measured against. */
  private void compareWith(SalesLine line, Crediting.Sink sink) {
    Optional<Yardstick> yardstick =
        newest().earns().flatMap(SalesRule::measuredAgainst).filter(Yardstick::readsPast);
    if (yardstick.isEmpty()) {
      return;
    }
    LocalDate day = day(line.countsAt());
    for (Past.Share later : Past.laterPeriods(yardstick.get(), this, day)) {
      Conditions conditions = on(later.period().start());
      Optional<Party> payee = conditions.terms().payee().of(line);
      boolean enrolled =
          payee.filter(p -> circumstances.enrolled().containsKey(p.id())).isPresent();
      if (payee.isPresent() && conditions.concern(line, payee.get(), enrolled)) {
        SalesRule rule = conditions.terms().earns().orElseThrow();
        Exact part =
            conditions.converted(line, rule.qualifies(), Exact.of(rule.qualifies().of(line)));
        sink.past(
            new AccrualKey(id, payee.get().id(), later.period(), currency(line)),
            part.times(later.weight()));
      }
    }
  }

  /** Of a line in a program that pays on claims, only the share that was claimed and approved. */
  private Exact part(SalesLine line, Measure measure, Conditions conditions) {
    Exact whole = conditions.converted(line, measure, Exact.of(measure.of(line)));
    BigDecimal admitted = line.admittedBy(id);
    if (conditions.terms().claim().isEmpty()
        || admitted.abs().compareTo(line.quantity().abs()) >= 0) {
      return whole;
    }
    return whole.times(admitted).dividedBy(Exact.of(line.quantity()));
  }

  /** The line's net amount in the currency in which the program pays for it. */
  Exact net(SalesLine line) {
    return on(day(line.countsAt())).converted(line, Measure.NET, Exact.of(line.net()));
  }

  /** Whether sales earn anything here; a fund is spent, not earned. */
  boolean earns() {
    return versions.values().stream().allMatch(version -> version.terms().earns().isPresent());
  }

  /** Whether the rule of the period, or the programs beside it, need the lines themselves. */
  public boolean needsLines(Period period) {
    Terms terms = termsOn(period.start());
    return terms.stacking().isPresent() || terms.earns().filter(SalesRule::needsLines).isPresent();
  }

  /** Days left in the period on the given day, that day included; zero when it is over. */
  public static long daysLeft(Period period, LocalDate today) {
    return Math.max(0, ChronoUnit.DAYS.between(today, period.end()));
  }
}
