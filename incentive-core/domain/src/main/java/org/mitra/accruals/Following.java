package org.mitra.accruals;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.mitra.data.BusinessClock;
import org.mitra.engine.CompiledProgram;
import org.mitra.event.DomainEvent;
import org.mitra.programs.Programs;
import org.mitra.sales.SalesRecorded;
import org.mitra.time.Period;

/**
 * Keeps accruals with the facts. A few sales renew what their partners earn in the transaction that
 * records them; after many sales, and after changes of programs and master data, the partners are
 * told to be behind in that transaction and are caught up with right after it.
 */
@ApplicationScoped
class Following {
  /** More touched days than this are not worth waiting for. */
  private static final int AT_ONCE = 20;

  @Inject private PayeeRefresh payeeRefresh;
  @Inject private AccrualStates states;
  @Inject private Programs programs;
  @Inject private BusinessClock clock;

  void sales(@Observes SalesRecorded sales) {
    SortedMap<Long, Period> days = new TreeMap<>();
    for (SalesRecorded.Touched touched : sales.touched()) {
      LocalDate day = LocalDate.ofInstant(touched.countsAt(), clock.zone());
      days.merge(touched.partnerId(), new Period(day, day.plusDays(1)), Ties::hull);
    }
    boolean few = sales.touched().size() <= AT_ONCE;
    payeeRefresh.follow(days, few ? days.keySet() : Set.of());
  }

  void changes(@Observes DomainEvent event) {
    switch (event.action()) {
      case "program.published", "program.closed", "program.partners-enrolled" ->
          term(event.subject()).ifPresent(states::markAllStale);
      case "program.partner-enrolled", "program.partner-left" ->
          term(event.subject())
              .ifPresent(term -> states.markStale(event.facts().get("partner"), term));
      case "partner.saved", "certificate.saved", "certificate.removed" ->
          anyTerm().ifPresent(term -> states.markKinStale(event.subject(), term));
      case "product.saved" ->
          anyTerm().ifPresent(term -> states.markTradersStale(event.subject(), term));
      case "rate.saved" ->
          states.markTradersStale(
              event.facts().get("from"), day(event, "day"), day(event, "holdsUntil"));
      case "figure.approved" -> figure(event.facts());
      default -> {
        // Nobody earns more or less by it.
      }
    }
  }

  private static LocalDate day(DomainEvent event, String fact) {
    return LocalDate.parse(event.facts().get(fact));
  }

  private void figure(Map<String, String> facts) {
    LocalDate start = LocalDate.parse(facts.get("period"));
    states.markStale(facts.get("partner"), new Period(start, start.plusDays(1)));
  }

  private Optional<Period> term(String program) {
    return programs.compiled(program).map(CompiledProgram::term);
  }

  private Optional<Period> anyTerm() {
    return programs.compiled().stream().map(CompiledProgram::term).reduce(Ties::hull);
  }
}
