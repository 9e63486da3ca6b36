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

  /** When the line was sold; for a return, its sale. */
  private final LocalDate sold;

  /** When the line counts; empty while its trigger has not happened. */
  private final Optional<LocalDate> counts;

  Verdict(CompiledProgram program, SalesLine line, LocalDate sold) {
    this.program = program;
    this.line = line;
    this.sold = sold;
    Trigger trigger = program.newest().counting().trigger();
    this.counts =
        trigger == Trigger.INVOICE
            ? Optional.of(sold)
            : trigger.of(line).map(at -> LocalDate.ofInstant(at, program.zone()));
  }

  void give(Crediting.Sink sink) {
    LocalDate day = counts.orElse(sold);
    Days.Day then = program.days.of(day);
    if (counts.isPresent()) {
      compareWith(then.later(), sink);
    }
    Conditions conditions = then.conditions();
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
    credit(payDay(then, day), payee.get(), conditions, sink);
  }

  /** The day in whose period the line counts. */
  private Days.Day payDay(Days.Day then, LocalDate day) {
    if (then.conditions().terms().returns() == ReturnsCount.IN_PERIOD_OF_RETURN) {
      LocalDate returned = LocalDate.ofInstant(line.soldAt(), program.zone());
      // After the program's end there is no other period left than that of the sale.
      if (returned.isAfter(day) && program.days.of(returned).period().isPresent()) {
        return program.days.of(returned);
      }
    }
    return then;
  }

  private void credit(Days.Day payDay, Party payee, Conditions conditions, Crediting.Sink sink) {
    Period period = payDay.period().orElseThrow();
    Conditions then = program.on(program.cuts().paidOn(line, period));
    SalesRule rule = then.terms().earns().orElseThrow();
    Exact qualifying = part(rule.qualifies(), then);
    Exact paying = rule.pays() == rule.qualifies() ? qualifying : part(rule.pays(), then);
    List<Late> late = late(conditions.terms());
    if (conditions.terms().counting().shared().isEmpty()) {
      AccrualKey key = new AccrualKey(program.id(), payee.id(), period, currency());
      sink.credited(key, new Credit(line, qualifying, paying, late));
      return;
    }
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
      int months =
          claim.monthsLate(counts.get(), LocalDate.ofInstant(part.submittedAt(), program.zone()));
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
    if (conditions.terms().claim().isEmpty()) {
      return whole;
    }
    BigDecimal admitted = line.admittedBy(program.id()).units();
    if (admitted.abs().compareTo(line.quantity().abs()) >= 0) {
      return whole;
    }
    return whole.times(admitted).dividedBy(Exact.of(line.quantity()));
  }

  /** Lets the line count for what growth of later periods is measured against. */
  private void compareWith(List<Past.Share> periods, Crediting.Sink sink) {
    for (Past.Share later : periods) {
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
