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
import java.util.TreeMap;
import org.mitra.money.Exact;
import org.mitra.time.Period;

/**
 * A program ready to judge sales lines: its versions by the day from which they hold, and who is
 * enrolled.
 *
 * <p>Thread-safe: nothing changes after construction.
 */
public final class CompiledProgram {
  private final String id;
  private final NavigableMap<LocalDate, Conditions> versions = new TreeMap<>();
  private final Map<String, List<Period>> enrolled;

  /**
   * @param id of the program
   * @param versions terms by the first day on which they hold; at least one, and all with the same
   *     zone, schedule and treatment of returns, so that a line falls into the same period
   *     whichever of them is asked
   * @param enrolled when partners take part, by partner id; read only where terms ask for enrolment
   */
  public CompiledProgram(
      String id, Map<LocalDate, Terms> versions, Map<String, List<Period>> enrolled) {
    if (versions.isEmpty()) {
      throw new IllegalArgumentException("a program without terms: " + id);
    }
    this.id = id;
    versions.forEach((from, terms) -> this.versions.put(from, new Conditions(id, terms)));
    this.enrolled = Map.copyOf(enrolled);
    if (versions.values().stream().anyMatch(terms -> !keepsTime(terms, newest()))) {
      throw new IllegalArgumentException("versions of " + id + " cut time differently");
    }
  }

  public static CompiledProgram of(String id, Terms terms) {
    return new CompiledProgram(id, Map.of(terms.from(), terms), Map.of());
  }

  /** Whether both put every line into the same period, as far as both run. */
  public static boolean keepsTime(Terms one, Terms other) {
    return one.zone().equals(other.zone())
        && one.schedule().equals(other.schedule())
        && one.returns() == other.returns();
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
    return terms.payee().of(line).filter(party -> party.id().equals(payee)).isPresent();
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
        .filter(payee -> conditions.concern(line, payee, enrolled.containsKey(payee.id())));
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

  /** Credits the line, or says why not. */
  void judge(SalesLine line, Crediting.Sink sink) {
    LocalDate day = day(line.countsAt());
    Conditions conditions = on(day);
    Terms terms = conditions.terms();
    Optional<Party> payee = terms.payee().of(line);
    Optional<Refusal> refusal =
        payee.isEmpty()
            ? Optional.of(new Refusal("no-payee", "", terms.payee().name()))
            : conditions.refuse(line, payee.get(), day, enrolled);
    if (refusal.isPresent()) {
      sink.refused(id, line, refusal.get());
      return;
    }
    Period period = periodOf(line, day, terms);
    sink.credited(
        new AccrualKey(id, payee.get().id(), period, line.currency()),
        credit(line, termsOn(period.start())));
  }

  private Period periodOf(SalesLine line, LocalDate day, Terms terms) {
    if (terms.returns() == ReturnsCount.IN_PERIOD_OF_RETURN) {
      LocalDate returned = day(line.soldAt());
      Terms then = termsOn(returned);
      // After the program's end there is no other period left than that of the sale.
      if (then.term().contains(returned)) {
        return then.periodOf(returned);
      }
    }
    return terms.periodOf(day);
  }

  private LocalDate day(Instant instant) {
    return LocalDate.ofInstant(instant, zone());
  }

  private Credit credit(SalesLine line, Terms terms) {
    EarningRule rule = (EarningRule) terms.rule();
    return new Credit(line, part(line, rule.qualifies(), terms), part(line, rule.pays(), terms));
  }

  /** Of a line in a program that pays on claims, only the share that was claimed and approved. */
  private Exact part(SalesLine line, Measure measure, Terms terms) {
    Exact whole = Exact.of(measure.of(line));
    BigDecimal admitted = line.admittedBy(id);
    if (terms.claim().isEmpty() || admitted.abs().compareTo(line.quantity().abs()) >= 0) {
      return whole;
    }
    return whole.times(admitted).dividedBy(Exact.of(line.quantity()));
  }

  /** Whether sales earn anything here; a fund is spent, not earned. */
  boolean earns() {
    return versions.values().stream()
        .allMatch(version -> version.terms().rule() instanceof EarningRule);
  }

  /** Whether the rule of the period needs the lines themselves. */
  public boolean needsLines(Period period) {
    return termsOn(period.start()).rule() instanceof EarningRule rule && rule.needsLines();
  }

  /** What the measures of a payee in a period earn: rule, limits, and the one rounding. */
  public Entitlement entitle(AccrualKey key, Measured measured) {
    Terms terms = termsOn(key.period().start());
    EarningRule rule = (EarningRule) terms.rule();
    Derivation earned = rule.earn(measured).why();
    Derivation limited =
        terms
            .limits()
            .perPayee()
            .filter(limit -> earned.exact().compareTo(Exact.of(limit)) > 0)
            .map(limit -> capped(earned, limit))
            .orElse(earned);
    return Entitlement.of(limited, key.currency());
  }

  private static Derivation capped(Derivation earned, BigDecimal limit) {
    Exact over = Exact.of(limit).minus(earned.exact());
    Derivation cut = Derivation.leaf("over-limit", Facts.of("limit", Exact.of(limit)), over);
    return Derivation.sumOf("limited", Facts.of("limit", Exact.of(limit)), List.of(earned, cut));
  }

  /** What the payee has to gain in the period. */
  public Optional<NextTier> next(AccrualKey key, Measured measured) {
    return termsOn(key.period().start()).rule() instanceof EarningRule rule
        ? rule.next(measured)
        : Optional.empty();
  }

  /** Days left in the period on the given day, that day included; zero when it is over. */
  public static long daysLeft(Period period, LocalDate today) {
    return Math.max(0, ChronoUnit.DAYS.between(today, period.end()));
  }
}
