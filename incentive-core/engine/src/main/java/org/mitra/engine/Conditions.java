package org.mitra.engine;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.mitra.money.Exact;
import org.mitra.time.Period;

/**
 * The conditions under which a line earns anything by the terms of one program version. A return is
 * judged like the sale that it undoes, so that the two always stand or fall together.
 */
final class Conditions {
  /**
   * @param code names the condition
   * @param values what passes; everything when empty
   * @param text what passes, as people read it; made once, since most lines fail most programs
   */
  private record Wanted(String code, Set<String> values, String text) {
    static Wanted of(String what, Set<String> values) {
      return new Wanted(what + "-not-in-scope", values, String.join(", ", new TreeSet<>(values)));
    }

    boolean passes(String had) {
      return values.isEmpty() || values.contains(had);
    }

    Refusal refusal(String had) {
      return new Refusal(code, had, text);
    }
  }

  private final String program;
  private final Terms terms;
  private final Circumstances circumstances;
  private final Wanted flow;
  private final Wanted item;
  private final Wanted group;
  private final Wanted type;
  private final Wanted level;
  private final Wanted region;
  private final Wanted territory;
  private final Wanted customer;
  private final Period term;
  private final boolean paysOnCash;
  private final boolean asksForCost;

  Conditions(String program, Terms terms, Circumstances circumstances) {
    this.program = program;
    this.circumstances = circumstances;
    this.terms = terms;
    Scope scope = terms.scope();
    flow = Wanted.of("flow", scope.flows().stream().map(Flow::name).collect(Collectors.toSet()));
    item = Wanted.of("product", scope.items());
    group = Wanted.of("group", scope.groups());
    type = Wanted.of("type", scope.types());
    boolean atEnd = scope.levelsOn() == LevelOn.PERIOD_END;
    level = Wanted.of(atEnd ? "level-at-end" : "level", scope.levels());
    region = Wanted.of("region", scope.regions());
    territory = Wanted.of("territory", scope.territories());
    customer = Wanted.of("customer", scope.customers());
    term = terms.term();
    paysOnCash = terms.earns().filter(rule -> rule.pays() == Measure.CASH).isPresent();
    asksForCost =
        terms
            .earns()
            .filter(rule -> rule.pays() == Measure.MARGIN || rule.qualifies() == Measure.MARGIN)
            .isPresent();
  }

  Terms terms() {
    return terms;
  }

  /**
   * The first condition that the line fails, if any.
   *
   * @param payee who would be paid
   * @param day the day of the sale in the program's zone
   * @param enrolled when partners took part, by partner id
   */
  Optional<Refusal> refuse(
      SalesLine line, Party payee, LocalDate day, Map<String, List<Period>> enrolled) {
    if (!rightKind(line)) {
      return Optional.of(refuseKind(line));
    }
    if (!term.contains(day)) {
      return Optional.of(
          new Refusal("outside-program", day.toString(), term.start() + " – " + term.lastDay()));
    }
    return refuseByScope(line, payee, day)
        .or(() -> refuseCurrency(line))
        .or(() -> refuseLate(line, day))
        .or(() -> refuseUnenrolled(day, payee, enrolled))
        .or(() -> refuseUnclaimed(line, day));
  }

  /**
   * Whether such sales are what the terms are about, whatever their day.
   *
   * @param enrolled whether the payee took part at some time
   */
  boolean concern(SalesLine line, Party payee, boolean enrolled) {
    return rightKind(line)
        && (enrolled || terms.enrollment() == EnrollmentMode.EVERYONE)
        && refuseByScope(line, payee, LocalDate.ofInstant(line.countsAt(), terms.zone())).isEmpty()
        && refuseCurrency(line).isEmpty();
  }

  /** Residuals are paid on money that came in, everything else on sales. */
  private boolean rightKind(SalesLine line) {
    return (line.kind() == Kind.PAYMENT_RECEIVED) == paysOnCash;
  }

  private Refusal refuseKind(SalesLine line) {
    return paysOnCash
        ? new Refusal("not-a-payment", line.kind().name(), Kind.PAYMENT_RECEIVED.name())
        : new Refusal("not-a-sale", line.kind().name(), Kind.SALE.name());
  }

  private Optional<Refusal> refuseByScope(SalesLine line, Party payee, LocalDate day) {
    if (!flow.passes(line.flow().name())) {
      return Optional.of(flow.refusal(line.flow().name()));
    }
    return refuseItem(line.item())
        .or(() -> outside(type, payee.type()))
        .or(() -> outside(level, levelOf(payee, day)))
        .or(() -> outside(region, payee.region()))
        .or(() -> outside(territory, payee.territory()))
        .or(() -> outside(customer, line.customer().code()))
        .or(() -> refuseUncertified(payee))
        .or(() -> refuseOutsideLaunch(line))
        .or(() -> refuseCostless(line));
  }

  /** His level on the day of the sale, or when the day's period ends. */
  private String levelOf(Party payee, LocalDate day) {
    return terms.scope().levelsOn() == LevelOn.SALE
        ? payee.level()
        : circumstances.level(payee.id(), terms.periodOf(day).lastDay()).orElseGet(payee::level);
  }

  private Optional<Refusal> refuseUncertified(Party payee) {
    if (payee.certificates().containsAll(terms.scope().certificates())) {
      return Optional.empty();
    }
    Set<String> missing = new TreeSet<>(terms.scope().certificates());
    missing.removeAll(payee.certificates());
    return Optional.of(
        new Refusal(
            "certificate-missing",
            String.join(", ", new TreeSet<>(payee.certificates())),
            String.join(", ", missing)));
  }

  private Optional<Refusal> refuseOutsideLaunch(SalesLine line) {
    if (terms.scope().launchDays().isEmpty()) {
      return Optional.empty();
    }
    if (line.item().launchedOn().isEmpty()) {
      return Optional.of(new Refusal("launch-unknown", line.item().code(), ""));
    }
    LocalDate launched = line.item().launchedOn().get();
    Period window = new Period(launched, launched.plusDays(terms.scope().launchDays().get()));
    LocalDate day = LocalDate.ofInstant(line.countsAt(), terms.zone());
    return window.contains(day)
        ? Optional.empty()
        : Optional.of(
            new Refusal(
                "outside-launch", day.toString(), window.start() + " – " + window.lastDay()));
  }

  private Optional<Refusal> refuseCostless(SalesLine line) {
    return asksForCost && line.unitCost().isEmpty()
        ? Optional.of(new Refusal("cost-unknown", line.item().code(), ""))
        : Optional.empty();
  }

  /** Products and groups widen each other: a line passes by either. */
  private Optional<Refusal> refuseItem(Item had) {
    if (item.values().contains(had.code()) || group.values().contains(had.group())) {
      return Optional.empty();
    }
    return group.values().isEmpty() ? outside(item, had.code()) : outside(group, had.group());
  }

  private static Optional<Refusal> outside(Wanted wanted, String had) {
    return wanted.passes(had) ? Optional.empty() : Optional.of(wanted.refusal(had));
  }

  private Optional<Refusal> refuseCurrency(SalesLine line) {
    return terms
        .currency()
        .filter(currency -> !currency.equals(line.currency()))
        .filter(currency -> rate(line).isEmpty())
        .map(
            currency ->
                new Refusal(
                    terms.counting().conversion().isPresent()
                        ? "no-exchange-rate"
                        : "currency-differs",
                    line.currency().code(),
                    currency.code()));
  }

  /**
   * What one unit of the line's currency is in the program's on the economic date: a return counts
   * at the rate of its sale. Empty when the program does not convert, or nobody knows.
   */
  private Optional<BigDecimal> rate(SalesLine line) {
    return terms
        .counting()
        .conversion()
        .flatMap(
            conversion ->
                circumstances
                    .rates()
                    .on(
                        line.currency(),
                        terms.currency().orElseThrow(),
                        LocalDate.ofInstant(line.countsAt(), terms.zone())));
  }

  /** A part of a measure; an amount of money in the program's currency. */
  Exact converted(SalesLine line, Measure measure, Exact amount) {
    if (!measure.isMoney()
        || terms.currency().isEmpty()
        || terms.currency().get().equals(line.currency())) {
      return amount;
    }
    return terms
        .counting()
        .conversion()
        .orElseThrow()
        .of(amount.times(rate(line).orElseThrow()), terms.currency().get());
  }

  private Optional<Refusal> refuseLate(SalesLine line, LocalDate day) {
    if (terms.graceDays().isEmpty()) {
      return Optional.empty();
    }
    LocalDate received = LocalDate.ofInstant(line.receivedAt(), terms.zone());
    LocalDate deadline = terms.periodOf(day).lastDay().plusDays(terms.graceDays().get());
    // A contest's result stands: what comes back after the cut-off moves no place.
    LocalDate happened = LocalDate.ofInstant(line.soldAt(), terms.zone());
    if (terms.rule() instanceof Contest && happened.isAfter(deadline)) {
      return Optional.of(new Refusal("after-cut-off", happened.toString(), deadline.toString()));
    }
    return received.isAfter(deadline)
        ? Optional.of(new Refusal("reported-late", received.toString(), deadline.toString()))
        : Optional.empty();
  }

  private Optional<Refusal> refuseUnenrolled(
      LocalDate day, Party payee, Map<String, List<Period>> enrolled) {
    if (terms.enrollment() == EnrollmentMode.EVERYONE) {
      return Optional.empty();
    }
    boolean takesPart =
        enrolled.getOrDefault(payee.id(), List.of()).stream()
            .anyMatch(time -> takesPart(time, day));
    return takesPart
        ? Optional.empty()
        : Optional.of(new Refusal("not-enrolled", day.toString(), program));
  }

  /** Credit from the period's start reaches back to before he joined, never on to after he left. */
  private boolean takesPart(Period time, LocalDate day) {
    return terms.creditFrom() == CreditFrom.ENROLLMENT
        ? time.contains(day)
        : day.isBefore(time.end()) && time.start().isBefore(terms.periodOf(day).end());
  }

  private Optional<Refusal> refuseUnclaimed(SalesLine line, LocalDate day) {
    if (terms.claim().isEmpty()) {
      return Optional.empty();
    }
    if (line.kind() != Kind.SALE) {
      return Optional.of(new Refusal("counts-with-its-sale", line.kind().name(), ""));
    }
    if (line.admittedBy(program).units().signum() > 0 && line.quantity().signum() > 0) {
      return Optional.empty();
    }
    LocalDate deadline = terms.claim().get().claimableUntil(day);
    return Optional.of(new Refusal("not-claimed", "0", deadline.toString()));
  }
}
