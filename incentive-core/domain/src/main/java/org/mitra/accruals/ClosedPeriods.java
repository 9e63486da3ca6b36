package org.mitra.accruals;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mitra.access.Actor;
import org.mitra.data.BusinessClock;
import org.mitra.data.Sql;
import org.mitra.engine.CompiledProgram;
import org.mitra.engine.Terms;
import org.mitra.programs.Programs;
import org.mitra.time.Period;

/**
 * The door for settlements: program periods that are over are brought to the books, closed, and
 * taken up partner by partner. A closed period never changes; what comes later is an adjustment in
 * the open one.
 */
@ApplicationScoped
public class ClosedPeriods {
  private static final int BATCH = 50;

  @Inject private Sql sql;
  @Inject private Programs programs;
  @Inject private ChannelPass pass;
  @Inject private Settling settling;
  @Inject private BusinessClock clock;

  /** Hears how far a piece of work is. */
  public interface Progress {
    void done(long done, long total);
  }

  /**
   * Periods that ended by the day, are over in their program's zone, and are not closed.
   *
   * @param lastDay in the zone of each program
   * @param chosen codes of the programs; empty for all
   */
  @Transactional
  public List<EndedPeriod> ended(LocalDate lastDay, Set<String> chosen) {
    Set<String> closed = new HashSet<>();
    sql.each(
        row -> closed.add(row.text("code") + " " + row.day("period_start")),
        "SELECT p.code, c.period_start FROM closed_period c JOIN program p ON p.id = c.program_id");
    Instant now = clock.now();
    List<EndedPeriod> ended = new ArrayList<>();
    for (CompiledProgram program : programs.compiled()) {
      if (!chosen.isEmpty() && !chosen.contains(program.id())) {
        continue;
      }
      for (Period period : program.periods(LocalDate.EPOCH, lastDay.plusDays(1))) {
        boolean over =
            !period.lastDay().isAfter(lastDay) && !period.until(program.zone()).isAfter(now);
        if (over && !closed.contains(program.id() + " " + period.start())) {
          ended.add(endedPeriod(program, period));
        }
      }
    }
    return ended;
  }

  private static EndedPeriod endedPeriod(CompiledProgram program, Period period) {
    Terms terms = program.termsOn(period.start());
    return new EndedPeriod(
        program.id(),
        terms.name().id(),
        terms.name().en(),
        period,
        terms.graceDays().map(period.lastDay()::plusDays).orElse(null));
  }

  /**
   * Posts what everyone has earned in the periods and is not in the books, computed from the facts.
   * Many short transactions; interrupted and called again, it posts the rest.
   */
  public void bringUpToDate(Actor actor, Collection<EndedPeriod> periods, Progress progress) {
    if (periods.isEmpty()) {
      return;
    }
    Map<String, Set<Period>> byProgram =
        periods.stream()
            .collect(
                Collectors.groupingBy(
                    EndedPeriod::program,
                    Collectors.mapping(EndedPeriod::period, Collectors.toSet())));
    ChannelPass.Read read =
        pass.read(byProgram, (done, total) -> progress.done(done, total * 2 + 1));
    List<Long> partners = read.partners();
    for (int start = 0; start < partners.size(); start += BATCH) {
      int end = Math.min(partners.size(), start + BATCH);
      pass.write(actor, read, partners.subList(start, end), Optional.empty(), true);
      progress.done(partners.size() + end, partners.size() * 2L + 1);
    }
  }

  /**
   * Closes the periods, program by program. One that another settlement closed meanwhile stays its
   * own.
   */
  public void close(long settlementId, Collection<EndedPeriod> periods) {
    Map<String, List<Period>> byProgram = new TreeMap<>();
    for (EndedPeriod ended : periods) {
      byProgram.computeIfAbsent(ended.program(), code -> new ArrayList<>()).add(ended.period());
    }
    byProgram.forEach((program, closing) -> settling.close(settlementId, program, closing));
  }

  /** Row ids of partners who have something in closed periods that no settlement has taken up. */
  @Transactional
  public List<Long> partnersToSettle(Set<String> chosen) {
    String ofChosen =
        chosen.isEmpty()
            ? ""
            : " AND p.code IN ("
                + chosen.stream().map(c -> "?").collect(Collectors.joining(", "))
                + ")";
    String closed =
        " JOIN program p ON p.id = a.program_id JOIN closed_period c"
            + " ON c.program_id = a.program_id AND c.period_start = a.period_start";
    return sql.rows(
        row -> row.number("partner_id"),
        "SELECT a.partner_id FROM accrual a"
            + closed
            + " WHERE a.settles = 'PAYOUT' AND a.entitled <> a.posted"
            + ofChosen
            + " UNION SELECT a.partner_id FROM true_up t JOIN accrual a ON a.id = t.accrual_id"
            + closed
            + " WHERE a.settles = 'PAYOUT' AND t.settlement_id IS NULL"
            + ofChosen
            + " ORDER BY partner_id",
        Stream.concat(chosen.stream(), chosen.stream()).toArray());
  }

  /**
   * Takes up what a partner has in closed periods, in the running transaction and under his lock:
   * posts what his facts came to meanwhile, marks his true-ups as taken, and says why each amount
   * is what it is. Called again, it finds nothing.
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public List<SettledAccrual> settle(
      Actor actor, long partnerId, long settlementId, Set<String> chosen) {
    Map<String, CompiledProgram> byId = new HashMap<>();
    for (CompiledProgram program : programs.compiled()) {
      if (chosen.isEmpty() || chosen.contains(program.id())) {
        byId.put(program.id(), program);
      }
    }
    return settling.settle(actor, partnerId, settlementId, byId);
  }
}
