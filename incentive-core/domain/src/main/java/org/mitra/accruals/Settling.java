package org.mitra.accruals;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.mitra.access.Actor;
import org.mitra.data.BusinessClock;
import org.mitra.data.Sql;
import org.mitra.engine.AccrualKey;
import org.mitra.engine.Calculation;
import org.mitra.engine.CompiledProgram;
import org.mitra.engine.Entitlement;
import org.mitra.money.Currency;
import org.mitra.money.Money;
import org.mitra.time.Period;

/** The transactions of {@link ClosedPeriods}. */
@ApplicationScoped
class Settling {
  @Inject private Sql sql;
  @Inject private Explaining explaining;
  @Inject private AccrualStates states;
  @Inject private AccrualRows rows;
  @Inject private Books books;
  @Inject private BusinessClock clock;

  /** Closes periods of a program, once whatever is being posted into them is posted. */
  @Transactional(value = Transactional.TxType.REQUIRES_NEW, rollbackOn = Exception.class)
  void close(long settlementId, String program, List<Period> periods) {
    long id =
        sql.row(
                row -> row.number("id"),
                "SELECT id FROM program WHERE code = ? FOR UPDATE",
                program)
            .orElseThrow();
    for (Period period : periods) {
      sql.insertOnce(
          "INSERT INTO closed_period (program_id, period_start, period_end, settlement_id, closed_at)"
              + " VALUES (?, ?, ?, ?, ?)",
          id,
          period.start(),
          period.end(),
          settlementId,
          clock.now());
    }
  }

  /** An accrual of a closed period with something to take up. */
  private record Candidate(
      long id, UUID uid, String program, LocalDate periodStart, String currency, long closedBy) {}

  List<SettledAccrual> settle(
      Actor actor, long partnerId, long settlementId, Map<String, CompiledProgram> programs) {
    states.lock(partnerId);
    List<Candidate> candidates =
        candidates(partnerId, settlementId).stream()
            .filter(c -> programs.containsKey(c.program()))
            .toList();
    if (candidates.isEmpty()) {
      return List.of();
    }
    Map<Long, AccrualRows.Stored> stored = stored(partnerId, candidates, programs);
    Map<String, Calculation> calculations = new HashMap<>();
    List<SettledAccrual> settled = new ArrayList<>();
    for (Candidate candidate : candidates) {
      AccrualRows.Stored row = stored.get(candidate.id());
      Calculation calculation =
          calculations.computeIfAbsent(
              candidate.program() + " " + candidate.periodStart(),
              period -> explaining.of(partnerId, row.key()));
      take(actor, settlementId, candidate, row, calculation).ifPresent(settled::add);
    }
    return settled;
  }

  /** What this settlement took up before it was interrupted is not taken up by it once more. */
  private List<Candidate> candidates(long partnerId, long settlementId) {
    return sql.rows(
        row ->
            new Candidate(
                row.number("id"),
                row.uuid("uid"),
                row.text("code"),
                row.day("period_start"),
                row.text("currency"),
                row.number("settlement_id")),
        "SELECT a.id, a.uid, p.code, a.period_start, a.currency, c.settlement_id FROM accrual a"
            + " JOIN program p ON p.id = a.program_id JOIN closed_period c"
            + " ON c.program_id = a.program_id AND c.period_start = a.period_start"
            + " WHERE a.partner_id = ? AND a.settles = 'PAYOUT' AND (a.entitled <> a.posted OR EXISTS (SELECT 1 FROM true_up t"
            + " WHERE t.accrual_id = a.id AND t.settlement_id IS NULL))"
            + " AND NOT EXISTS (SELECT 1 FROM true_up t WHERE t.accrual_id = a.id"
            + " AND t.settlement_id = ?)"
            + " ORDER BY a.period_start, p.code, a.currency",
        partnerId,
        settlementId);
  }

  private Map<Long, AccrualRows.Stored> stored(
      long partnerId, List<Candidate> candidates, Map<String, CompiledProgram> programs) {
    Map<String, Set<Period>> periods = new HashMap<>();
    for (Candidate candidate : candidates) {
      Period period =
          programs
              .get(candidate.program())
              .periods(candidate.periodStart(), candidate.periodStart().plusDays(1))
              .get(0);
      periods.computeIfAbsent(candidate.program(), program -> new HashSet<>()).add(period);
    }
    Window window = Window.of(new Ties(List.copyOf(programs.values())), periods, clock.zone());
    Map<Long, AccrualRows.Stored> byId = new HashMap<>();
    rows.of(partnerId, window).values().forEach(row -> byId.put(row.id(), row));
    return byId;
  }

  private Optional<SettledAccrual> take(
      Actor actor,
      long settlementId,
      Candidate candidate,
      AccrualRows.Stored row,
      Calculation calculation) {
    AccrualKey key = row.key();
    Figures figures = Figures.of(key, calculation);
    if (!row.shows(figures)) {
      rows.write(List.of(new AccrualRows.Change(row.partnerId(), key, row.settles(), figures)));
    }
    Entitlement entitlement = calculation.entitlement(key);
    Books.Due due = new Books.Due(row, entitlement.amount());
    books.post(actor, List.of(due), Optional.empty());
    Money settledBefore = settledBefore(row.id(), key.currency());
    sql.update(
        "UPDATE true_up SET settlement_id = ? WHERE accrual_id = ? AND settlement_id IS NULL",
        settlementId,
        row.id());
    Money amount = entitlement.amount().minus(settledBefore);
    return amount.isZero()
        ? Optional.empty()
        : Optional.of(
            new SettledAccrual(
                candidate.uid(),
                key,
                entitlement.amount(),
                settledBefore,
                amount,
                candidate.closedBy(),
                entitlement.explanation()));
  }

  private Money settledBefore(long accrualId, Currency currency) {
    return sql.row(
            row -> new Money(row.decimal("amount"), currency),
            "SELECT COALESCE(SUM(amount), 0) AS amount FROM true_up"
                + " WHERE accrual_id = ? AND settlement_id IS NOT NULL",
            accrualId)
        .orElseThrow();
  }
}
