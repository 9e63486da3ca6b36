package org.mitra.accruals;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.mitra.access.Actor;
import org.mitra.data.BusinessClock;
import org.mitra.data.Sql;
import org.mitra.engine.AccrualKey;
import org.mitra.engine.Calculation;
import org.mitra.engine.CompiledProgram;
import org.mitra.engine.Payee;
import org.mitra.engine.Settles;
import org.mitra.money.Currency;
import org.mitra.programs.Programs;
import org.mitra.time.Period;

/**
 * Renews one partner's accruals from the facts, under his lock: what is committed with it is never
 * behind. What he earns by what others sold, too, is marked to be computed with theirs.
 */
@ApplicationScoped
class PayeeRefresh {
  @Inject private Sql sql;
  @Inject private Programs programs;
  @Inject private SalesLines salesLines;
  @Inject private AccrualStates states;
  @Inject private AccrualRows rows;
  @Inject private JointMarks jointMarks;
  @Inject private Books books;
  @Inject private BusinessClock clock;

  /**
   * Renews the live figures of partners, and tells all others whom it may concern to be behind:
   * those above them may be paid for what they sell.
   *
   * @param days by row id of the partner
   * @param atOnce whose figures are renewed in the running transaction
   */
  @Transactional(rollbackOn = Exception.class)
  void follow(SortedMap<Long, Period> days, Set<Long> atOnce) {
    SortedMap<Long, Period> all = new TreeMap<>(days);
    addAbove(all, days);
    if (atOnce.isEmpty()) {
      states.markStale(all);
      return;
    }
    // Each locks its partner: always in the same order.
    all.forEach(
        (partner, touched) -> {
          if (atOnce.contains(partner)) {
            states.lock(partner);
            renew(partner, touched);
          } else {
            states.markStale(new TreeMap<>(Map.of(partner, touched)));
          }
        });
  }

  private void addAbove(SortedMap<Long, Period> all, SortedMap<Long, Period> days) {
    boolean paid =
        programs.compiled().stream()
            .flatMap(program -> program.payees().stream())
            .anyMatch(payee -> payee == Payee.ABOVE_SELLER || payee == Payee.ABOVE_BUYER);
    if (!paid || days.isEmpty()) {
      return;
    }
    sql.each(
        row -> all.merge(row.number("parent_id"), days.get(row.number("partner_id")), Ties::hull),
        "SELECT DISTINCT partner_id, parent_id FROM partner_standing"
            + " WHERE parent_id IS NOT NULL AND partner_id IN "
            + Sql.list(days.size()),
        days.keySet().toArray());
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
    Ties ties = new Ties(programs.compiled());
    Window own = Window.of(ties, days, clock.zone(), program -> !ties.isJoint(program.id()));
    Window joint = Window.of(ties, days, clock.zone(), program -> ties.isJoint(program.id()));
    Calculation calculation = calculate(partnerId, own);
    write(Actor.system(), partnerId, own, calculation, Optional.empty(), false);
    // What a fund has grown by can be asked for at once.
    post(Actor.system(), partnerId, own.only(this::growsFund), Optional.empty());
    Set<String> behind = new TreeSet<>();
    concerned(partnerId, joint, calculation).forEach(key -> behind.add(key.program()));
    jointMarks.mark(behind, days);
  }

  /** Computes everything that the partner has in the window, from the facts. */
  Calculation calculate(long partnerId, Window window) {
    Calculation calculation = Calculation.ofAmounts(programs.compiled());
    salesLines.of(partnerId, window.from(), window.until()).forEach(calculation::see);
    return calculation;
  }

  /** The keys of the partner in the window: known, credited, or paid sales or not. */
  private Set<AccrualKey> concerned(long partnerId, Window window, Calculation calculation) {
    Set<AccrualKey> keys = new HashSet<>(rows.of(partnerId, window).keySet());
    keys.addAll(fresh(code(partnerId), window, calculation));
    return keys;
  }

  /** Of the payee, what was credited, or is paid or taken back in periods that have begun. */
  private List<AccrualKey> fresh(String code, Window window, Calculation calculation) {
    List<AccrualKey> fresh = new ArrayList<>();
    calculation
        .measures()
        .forEach(
            (key, measured) -> {
              if (key.payee().equals(code)
                  && window.holds(key)
                  && (measured.lines() > 0 || hasBegun(key.period(), clock.zone()))) {
                fresh.add(key);
              }
              if (key.payee().equals(code) && measured.lines() > 0) {
                fresh.addAll(takenBack(key, window));
              }
            });
    for (CompiledProgram program : programs.compiled()) {
      for (Period period : window.periods().getOrDefault(program.id(), Set.of())) {
        if (program.onRoster(code, period) && hasBegun(period, program.zone())) {
          Currency currency = program.termsOn(period.start()).currency().orElseThrow();
          fresh.add(new AccrualKey(program.id(), code, period, currency));
        }
      }
    }
    return fresh;
  }

  /** What later periods of a span may take back of the key's amount without a sale in them. */
  private List<AccrualKey> takenBack(AccrualKey key, Window window) {
    CompiledProgram program = programs.compiled(key.program()).orElseThrow();
    return program.takesBackIn(key.period()).stream()
        .filter(later -> hasBegun(later, program.zone()))
        .map(later -> new AccrualKey(key.program(), key.payee(), later, key.currency()))
        .filter(window::holds)
        .toList();
  }

  private boolean hasBegun(Period period, ZoneId zone) {
    return !period.from(zone).isAfter(clock.now());
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
    if (window.periods().isEmpty()) {
      return 0;
    }
    Map<AccrualKey, AccrualRows.Stored> stored = rows.of(partnerId, window);
    Set<AccrualKey> keys = new TreeSet<>(stored.keySet());
    keys.addAll(fresh(code(partnerId), window, calculation));
    for (AccrualKey key : keys) {
      Figures figures = Figures.of(key, calculation);
      AccrualRows.Stored row = stored.get(key);
      if (row == null) {
        rows.insert(partnerId, key, settles(key), figures);
      } else if (!row.shows(figures)) {
        rows.update(row.id(), figures);
      }
    }
    return posting ? post(actor, partnerId, window, run) : 0;
  }

  /** Brings the books to what the rows in the window show. */
  int post(Actor actor, long partnerId, Window window, Optional<Long> run) {
    Map<AccrualKey, AccrualRows.Stored> stored = rows.of(partnerId, window);
    int postings = 0;
    for (AccrualKey key : stored.keySet().stream().sorted().toList()) {
      AccrualRows.Stored row = stored.get(key);
      postings += books.post(actor, partnerId, row, row.entitled(), run) ? 1 : 0;
    }
    return postings;
  }

  private boolean growsFund(String program) {
    return programs.compiled(program).filter(it -> it.settles() == Settles.FUND).isPresent();
  }

  private Settles settles(AccrualKey key) {
    return programs.compiled(key.program()).orElseThrow().settles();
  }

  private String code(long partnerId) {
    return sql.row(row -> row.text("code"), "SELECT code FROM partner WHERE id = ?", partnerId)
        .orElseThrow();
  }
}
