package org.mitra.engine;

import java.math.BigDecimal;
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
  private final NavigableMap<LocalDate, Terms> versions;
  private final Map<String, List<Period>> enrolled;

  /**
   * @param id of the program
   * @param versions terms by the first day on which they hold; at least one
   * @param enrolled when partners take part, by partner id; read only where terms ask for enrolment
   */
  public CompiledProgram(
      String id, Map<LocalDate, Terms> versions, Map<String, List<Period>> enrolled) {
    if (versions.isEmpty()) {
      throw new IllegalArgumentException("a program without terms: " + id);
    }
    this.id = id;
    this.versions = new TreeMap<>(versions);
    this.enrolled = Map.copyOf(enrolled);
  }

  public static CompiledProgram of(String id, Terms terms) {
    return new CompiledProgram(id, Map.of(terms.from(), terms), Map.of());
  }

  public String id() {
    return id;
  }

  /** The terms that hold on the day; before the first version, the first. */
  public Terms termsOn(LocalDate day) {
    var version = versions.floorEntry(day);
    return version == null ? versions.firstEntry().getValue() : version.getValue();
  }

  /** Zone in which the program's days begin. */
  public ZoneId zone() {
    return newest().zone();
  }

  /** The days on which the program runs, from its first version to its newest. */
  public Period term() {
    return new Period(versions.firstEntry().getValue().from(), newest().until());
  }

  private Terms newest() {
    return versions.lastEntry().getValue();
  }

  /** Whether the program would pay the payee for the line, if it paid for it at all. */
  public boolean pays(SalesLine line, String payee) {
    Terms terms = termsOn(dayOf(line, newest()));
    return terms.payee().of(line).filter(party -> party.id().equals(payee)).isPresent();
  }

  /**
   * The partner whose sale the line is, if the program is about such sales: in its scope and its
   * currency, of somebody who takes part at some time. Neither the day nor a claim matters, nor
   * whether anything is earned: this is for comparing sales before, during and after a program.
   */
  public Optional<Party> concerns(SalesLine line) {
    Terms terms = termsOn(LocalDate.ofInstant(line.countsAt(), zone()));
    if (line.kind() == Kind.PAYMENT_RECEIVED || refuseCurrency(line, terms).isPresent()) {
      return Optional.empty();
    }
    return terms
        .payee()
        .of(line)
        .filter(payee -> terms.scope().refuse(line, payee).isEmpty())
        .filter(
            payee ->
                terms.enrollment() == EnrollmentMode.EVERYONE || enrolled.containsKey(payee.id()));
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
    LocalDate day = dayOf(line, newest());
    Terms terms = termsOn(day);
    Optional<Party> payee = terms.payee().of(line);
    Optional<Refusal> refusal =
        payee.isEmpty()
            ? Optional.of(new Refusal("no-payee", "", terms.payee().name()))
            : refuse(line, day, payee.get(), terms);
    if (refusal.isPresent()) {
      sink.refused(id, line, refusal.get());
      return;
    }
    AccrualKey key = new AccrualKey(id, payee.get().id(), terms.periodOf(day), line.currency());
    sink.credited(key, credit(line, terms));
  }

  private static LocalDate dayOf(SalesLine line, Terms terms) {
    var instant =
        terms.returns() == ReturnsCount.IN_PERIOD_OF_SALE ? line.countsAt() : line.soldAt();
    return LocalDate.ofInstant(instant, terms.zone());
  }

  private Optional<Refusal> refuse(SalesLine line, LocalDate day, Party payee, Terms terms) {
    if (!(terms.rule() instanceof EarningRule)) {
      return Optional.of(new Refusal("pays-no-sales", terms.rule().type(), ""));
    }
    if (line.kind() == Kind.PAYMENT_RECEIVED) {
      return Optional.of(new Refusal("not-a-sale", line.kind().name(), Kind.SALE.name()));
    }
    if (!terms.term().contains(day)) {
      return Optional.of(new Refusal("outside-program", day.toString(), days(terms.term())));
    }
    return terms
        .scope()
        .refuse(line, payee)
        .or(() -> refuseCurrency(line, terms))
        .or(() -> refuseLate(line, day, terms))
        .or(() -> refuseUnenrolled(day, payee, terms))
        .or(() -> refuseUnclaimed(line, day, terms));
  }

  private static Optional<Refusal> refuseCurrency(SalesLine line, Terms terms) {
    return terms
        .currency()
        .filter(currency -> !currency.equals(line.currency()))
        .map(currency -> new Refusal("currency-differs", line.currency().code(), currency.code()));
  }

  private static Optional<Refusal> refuseLate(SalesLine line, LocalDate day, Terms terms) {
    if (terms.graceDays().isEmpty()) {
      return Optional.empty();
    }
    LocalDate received = LocalDate.ofInstant(line.receivedAt(), terms.zone());
    LocalDate deadline = terms.periodOf(day).lastDay().plusDays(terms.graceDays().get());
    return received.isAfter(deadline)
        ? Optional.of(new Refusal("reported-late", received.toString(), deadline.toString()))
        : Optional.empty();
  }

  private Optional<Refusal> refuseUnenrolled(LocalDate day, Party payee, Terms terms) {
    if (terms.enrollment() == EnrollmentMode.EVERYONE) {
      return Optional.empty();
    }
    Period period = terms.periodOf(day);
    List<Period> times = enrolled.getOrDefault(payee.id(), List.of());
    boolean takesPart =
        times.stream()
            .anyMatch(
                time ->
                    terms.creditFrom() == CreditFrom.PERIOD_START
                        ? time.overlaps(period)
                        : time.contains(day));
    return takesPart
        ? Optional.empty()
        : Optional.of(new Refusal("not-enrolled", day.toString(), id));
  }

  private Optional<Refusal> refuseUnclaimed(SalesLine line, LocalDate day, Terms terms) {
    if (terms.claim().isEmpty() || line.admittedBy(id).signum() != 0) {
      return Optional.empty();
    }
    if (line.kind() != Kind.SALE) {
      return Optional.of(new Refusal("counts-with-its-sale", line.kind().name(), ""));
    }
    LocalDate deadline = day.plusDays(terms.claim().get().withinDays());
    return Optional.of(new Refusal("not-claimed", "0", deadline.toString()));
  }

  private Credit credit(SalesLine line, Terms terms) {
    EarningRule rule = (EarningRule) terms.rule();
    return new Credit(line, part(line, rule.qualifies(), terms), part(line, rule.pays(), terms));
  }

  private Exact part(SalesLine line, Measure measure, Terms terms) {
    Exact whole = Exact.of(measure.of(line));
    if (terms.claim().isEmpty() || line.admittedBy(id).compareTo(line.quantity()) == 0) {
      return whole;
    }
    return whole.times(line.admittedBy(id)).dividedBy(Exact.of(line.quantity()));
  }

  private static String days(Period period) {
    return period.start() + " – " + period.lastDay();
  }

  /** Whether the explanation or the rule of the period needs the lines themselves. */
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
