package org.mitra.accruals;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
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
    String code = code(partnerId);
    rows.write(changes(ties, partnerId, code, own, calculation, rows.of(partnerId, own)));
    growFunds(ties, partnerId, own);
    Set<String> behind = new TreeSet<>();
    concerned(ties, partnerId, joint, calculation).forEach(key -> behind.add(key.program()));
    jointMarks.mark(behind, days);
  }

  /** Computes everything that the partner has in the window, from the facts. */
  Calculation calculate(long partnerId, Window window) {
    Calculation calculation = Calculation.ofAmounts(programs.compiled());
    salesLines.of(partnerId, window.from(), window.until()).forEach(calculation::see);
    return calculation;
  }

  /** The keys of the partner in the window: known, credited, or paid sales or not. */
  private Set<AccrualKey> concerned(
      Ties ties, long partnerId, Window window, Calculation calculation) {
    Set<AccrualKey> keys = new HashSet<>(rows.of(partnerId, window).keySet());
    keys.addAll(fresh(ties, code(partnerId), window, calculation));
    return keys;
  }

  /** Of the payee, what was credited, or is paid or taken back in periods that have begun. */
  private List<AccrualKey> fresh(Ties ties, String code, Window window, Calculation calculation) {
    List<AccrualKey> fresh = new ArrayList<>();
    for (AccrualKey key : calculation.keysOf(code)) {
      boolean credited = calculation.measured(key).lines() > 0;
      if (window.holds(key) && (credited || hasBegun(key.period(), clock.zone()))) {
        fresh.add(key);
      }
      if (credited) {
        fresh.addAll(takenBack(ties.program(key.program()), key, window));
      }
    }
    for (CompiledProgram program : ties.programs()) {
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
  private List<AccrualKey> takenBack(CompiledProgram program, AccrualKey key, Window window) {
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
   * What the partner has earned and his rows do not show.
   *
   * @param stored his rows in the window, at least
   */
  List<AccrualRows.Change> changes(
      Ties ties,
      long partnerId,
      String code,
      Window window,
      Calculation calculation,
      Map<AccrualKey, AccrualRows.Stored> stored) {
    Set<AccrualKey> keys = new TreeSet<>(fresh(ties, code, window, calculation));
    stored.keySet().stream().filter(window::holds).forEach(keys::add);
    List<AccrualRows.Change> changes = new ArrayList<>();
    for (AccrualKey key : keys) {
      Figures figures = Figures.of(key, calculation);
      AccrualRows.Stored row = stored.get(key);
      if (row == null || !row.shows(figures)) {
        Settles settles = ties.program(key.program()).settles();
        changes.add(new AccrualRows.Change(partnerId, key, settles, figures));
      }
    }
    return changes;
  }

  /** What a fund has grown by can be asked for at once. */
  private void growFunds(Ties ties, long partnerId, Window own) {
    Window funds = own.only(program -> ties.program(program).settles() == Settles.FUND);
    if (!funds.periods().isEmpty()) {
      List<Books.Due> dues =
          rows.of(partnerId, funds).values().stream()
              .sorted(Comparator.comparing(AccrualRows.Stored::key))
              .map(row -> new Books.Due(row, row.entitled()))
              .toList();
      books.post(Actor.system(), dues, Optional.empty());
    }
  }

  private String code(long partnerId) {
    return sql.row(row -> row.text("code"), "SELECT code FROM partner WHERE id = ?", partnerId)
        .orElseThrow();
  }
}
