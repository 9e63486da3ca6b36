package org.mitra.engine;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.mitra.money.Currency;
import org.mitra.money.Exact;
import org.mitra.time.Period;

/** What a program says about a sales line: credited to whom and when, or why not. */
final class Verdict {
  private final CompiledProgram program;
  private final SalesLine line;

  /** When the line counts; empty while its trigger has not happened. */
  private final Optional<LocalDate> counts;

  Verdict(CompiledProgram program, SalesLine line) {
    this.program = program;
    this.line = line;
    this.counts = program.newest().counting().trigger().of(line).map(program::day);
  }

  void give(Crediting.Sink sink) {
    counts.ifPresent(day -> compareWith(day, sink));
    LocalDate day = counts.orElseGet(() -> program.day(line.countsAt()));
    Conditions conditions = program.on(day);
    Terms terms = conditions.terms();
    Optional<Party> payee = terms.payee().of(line);
    Optional<Refusal> refusal =
        payee.isEmpty()
            ? Optional.of(new Refusal("no-payee", "", terms.payee().name()))
            : conditions.refuse(line, payee.get(), day, program.circumstances().enrolled());
    if (refusal.isEmpty() && counts.isEmpty()) {
      refusal = Optional.of(terms.counting().trigger().refusal(line));
    }
    if (refusal.isPresent()) {
      sink.refused(program.id(), line, refusal.get());
      return;
    }
    credit(periodOf(day, terms), payee.get(), conditions, sink);
  }

  private Period periodOf(LocalDate day, Terms terms) {
    if (terms.returns() == ReturnsCount.IN_PERIOD_OF_RETURN) {
      LocalDate returned = program.day(line.soldAt());
      Terms then = program.termsOn(returned);
      // After the program's end there is no other period left than that of the sale.
      if (returned.isAfter(day) && then.term().contains(returned)) {
        return then.periodOf(returned);
      }
    }
    return terms.periodOf(day);
  }

  private void credit(Period period, Party payee, Conditions conditions, Crediting.Sink sink) {
    Conditions then = program.on(period.start());
    SalesRule rule = then.terms().earns().orElseThrow();
    Exact qualifying = part(rule.qualifies(), then);
    Exact paying = part(rule.pays(), then);
    List<Late> late = late(conditions.terms());
    shares(payee, conditions.terms())
        .forEach(
            (who, share) ->
                sink.credited(
                    new AccrualKey(program.id(), who, period, currency()),
                    share.equals(Exact.ONE)
                        ? new Credit(line, qualifying, paying, late)
                        : new Credit(line, qualifying.times(share), paying.times(share), late)));
  }

  /** What of the line was claimed after the window that its day had. */
  private List<Late> late(Terms terms) {
    if (counts.isEmpty() || terms.claim().flatMap(ClaimTerms::late).isEmpty()) {
      return List.of();
    }
    ClaimTerms claim = terms.claim().get();
    Admitted counted = line.admittedBy(program.id()).atMost(line.quantity());
    SortedMap<Integer, BigDecimal> units = new TreeMap<>();
    for (Admitted.Part part : counted.parts()) {
      int months = claim.monthsLate(counts.get(), program.day(part.submittedAt()));
      if (months > 0) {
        units.merge(months, part.units(), BigDecimal::add);
      }
    }
    Exact all = Exact.of(counted.units());
    List<Late> late = new ArrayList<>();
    units.forEach(
        (months, many) ->
            late.add(
                new Late(
                    months,
                    many,
                    Exact.of(many).dividedBy(all),
                    claim.late().orElseThrow().taken(months))));
    return late;
  }

  /** Who gets how much of the credit: others their part, and the payee, last, what is left. */
  private Map<String, Exact> shares(Party payee, Terms terms) {
    Map<String, Exact> shares = new LinkedHashMap<>();
    Exact rest = Exact.ONE;
    for (Part part : terms.counting().shared()) {
      Optional<Party> other = part.payee().of(line);
      if (other.isPresent() && !other.get().id().equals(payee.id())) {
        rest = rest.minus(part.share());
        shares.merge(other.get().id(), part.share(), Exact::plus);
      }
    }
    shares.put(payee.id(), rest);
    return shares;
  }

  private Currency currency() {
    return program.newest().currency().orElse(line.currency());
  }

  /** Of a line in a program that pays on claims, only the share that was claimed and approved. */
  private Exact part(Measure measure, Conditions conditions) {
    Exact whole = conditions.converted(line, measure, Exact.of(measure.of(line)));
    BigDecimal admitted = line.admittedBy(program.id()).units();
    if (conditions.terms().claim().isEmpty()
        || admitted.abs().compareTo(line.quantity().abs()) >= 0) {
      return whole;
    }
    return whole.times(admitted).dividedBy(Exact.of(line.quantity()));
  }

  /** Lets the line count for what growth of later periods is measured against. */
  private void compareWith(LocalDate day, Crediting.Sink sink) {
    for (Past.Share later : Past.laterPeriods(program, day)) {
      Conditions conditions = program.on(later.period().start());
      Optional<Party> payee = conditions.terms().payee().of(line);
      if (payee.isPresent() && conditions.concern(line, payee.get(), takesPart(payee.get()))) {
        Measure measure = conditions.terms().earns().orElseThrow().qualifies();
        Exact whole = conditions.converted(line, measure, Exact.of(measure.of(line)));
        shares(payee.get(), conditions.terms())
            .forEach(
                (who, share) ->
                    sink.past(
                        new AccrualKey(program.id(), who, later.period(), currency()),
                        whole.times(later.weight()).times(share)));
      }
    }
  }

  private boolean takesPart(Party payee) {
    return program.circumstances().enrolled().containsKey(payee.id());
  }
}
