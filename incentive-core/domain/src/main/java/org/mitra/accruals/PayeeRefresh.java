package org.mitra.accruals;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.mitra.access.Actor;
import org.mitra.data.BusinessClock;
import org.mitra.data.Sql;
import org.mitra.engine.AccrualKey;
import org.mitra.engine.Calculation;
import org.mitra.engine.CompiledProgram;
import org.mitra.programs.Programs;
import org.mitra.time.Period;

/**
 * Renews one partner's accruals from the facts, under his lock: what is committed with it is never
 * behind.
 */
@ApplicationScoped
class PayeeRefresh {
  @Inject private Sql sql;
  @Inject private Programs programs;
  @Inject private SalesLines salesLines;
  @Inject private AccrualStates states;
  @Inject private AccrualRows rows;
  @Inject private Books books;
  @Inject private BusinessClock clock;

  /** Renews the live figures of the periods that the days touch. */
  @Transactional(rollbackOn = Exception.class)
  void refresh(long partnerId, Period days) {
    states.lock(partnerId);
    renew(partnerId, days);
  }

  /** Renews what is behind the facts, if anything still is. */
  @Transactional(value = Transactional.TxType.REQUIRES_NEW, rollbackOn = Exception.class)
  void catchUp(long partnerId) {
    states.lock(partnerId);
    states
        .stale(partnerId)
        .ifPresent(
            days -> {
              renew(partnerId, days);
              states.markFresh(partnerId);
            });
  }

  private void renew(long partnerId, Period days) {
    Window window = Window.of(programs.compiled(), days, clock.zone());
    write(Actor.system(), partnerId, window, calculate(partnerId, window), Optional.empty(), false);
  }

  /** Computes everything that the partner has in the window, from the facts. */
  Calculation calculate(long partnerId, Window window) {
    Calculation calculation = Calculation.ofAmounts(programs.compiled());
    salesLines.of(partnerId, window.from(), window.until()).forEach(calculation::see);
    return calculation;
  }

  /**
   * Writes what changed.
   *
   * @param run the run that asks; empty for a refresh
   * @param posting whether differences go to the books
   * @return how many differences were posted
   */
  int write(
      Actor actor,
      long partnerId,
      Window window,
      Calculation calculation,
      Optional<Long> run,
      boolean posting) {
    Map<String, CompiledProgram> byId =
        programs.compiled().stream()
            .collect(Collectors.toMap(CompiledProgram::id, Function.identity()));
    String code = code(partnerId);
    Map<AccrualKey, AccrualRows.Stored> stored = rows.of(partnerId, window);
    Set<AccrualKey> keys = new HashSet<>(stored.keySet());
    calculation.measures().keySet().stream()
        .filter(key -> key.payee().equals(code) && window.holds(key))
        .forEach(keys::add);
    List<AccrualKey> inserted = new ArrayList<>();
    for (AccrualKey key : keys.stream().sorted().toList()) {
      Figures figures = Figures.of(key, calculation, byId.get(key.program()));
      AccrualRows.Stored row = stored.get(key);
      if (row == null) {
        rows.insert(partnerId, key, figures);
        inserted.add(key);
      } else if (!row.shows(figures)) {
        rows.update(row.id(), figures);
      }
    }
    return posting ? post(actor, partnerId, window, calculation, run, stored, inserted) : 0;
  }

  private int post(
      Actor actor,
      long partnerId,
      Window window,
      Calculation calculation,
      Optional<Long> run,
      Map<AccrualKey, AccrualRows.Stored> known,
      List<AccrualKey> inserted) {
    Map<AccrualKey, AccrualRows.Stored> stored =
        inserted.isEmpty() ? known : rows.of(partnerId, window);
    int postings = 0;
    for (AccrualKey key : stored.keySet().stream().sorted().toList()) {
      boolean posted =
          books.post(actor, stored.get(key), calculation.entitlement(key).amount(), run);
      postings += posted ? 1 : 0;
    }
    return postings;
  }

  private String code(long partnerId) {
    return sql.row(row -> row.text("code"), "SELECT code FROM partner WHERE id = ?", partnerId)
        .orElseThrow();
  }
}
