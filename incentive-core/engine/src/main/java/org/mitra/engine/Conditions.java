package org.mitra.engine;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
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
  private final Wanted flow;
  private final Wanted item;
  private final Wanted group;
  private final Wanted type;
  private final Wanted level;
  private final Wanted region;

  Conditions(String program, Terms terms) {
    this.program = program;
    this.terms = terms;
    Scope scope = terms.scope();
    flow = Wanted.of("flow", scope.flows().stream().map(Flow::name).collect(Collectors.toSet()));
    item = Wanted.of("product", scope.items());
    group = Wanted.of("group", scope.groups());
    type = Wanted.of("type", scope.types());
    level = Wanted.of("level", scope.levels());
    region = Wanted.of("region", scope.regions());
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
    if (line.kind() == Kind.PAYMENT_RECEIVED) {
      return Optional.of(new Refusal("not-a-sale", line.kind().name(), Kind.SALE.name()));
    }
    if (!terms.term().contains(day)) {
      Period term = terms.term();
      return Optional.of(
          new Refusal("outside-program", day.toString(), term.start() + " – " + term.lastDay()));
    }
    return refuseByScope(line, payee)
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
    return line.kind() != Kind.PAYMENT_RECEIVED
        && (enrolled || terms.enrollment() == EnrollmentMode.EVERYONE)
        && refuseByScope(line, payee).isEmpty()
        && refuseCurrency(line).isEmpty();
  }

  private Optional<Refusal> refuseByScope(SalesLine line, Party payee) {
    if (!flow.passes(line.flow().name())) {
      return Optional.of(flow.refusal(line.flow().name()));
    }
    return refuseItem(line.item())
        .or(() -> outside(type, payee.type()))
        .or(() -> outside(level, payee.level()))
        .or(() -> outside(region, payee.region()));
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
        .map(currency -> new Refusal("currency-differs", line.currency().code(), currency.code()));
  }

  private Optional<Refusal> refuseLate(SalesLine line, LocalDate day) {
    if (terms.graceDays().isEmpty()) {
      return Optional.empty();
    }
    LocalDate received = LocalDate.ofInstant(line.receivedAt(), terms.zone());
    LocalDate deadline = terms.periodOf(day).lastDay().plusDays(terms.graceDays().get());
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
    if (line.admittedBy(program).signum() > 0 && line.quantity().signum() > 0) {
      return Optional.empty();
    }
    LocalDate deadline = day.plus(terms.claim().get().withinDays(), ChronoUnit.DAYS);
    return Optional.of(new Refusal("not-claimed", "0", deadline.toString()));
  }
}
