package org.mitra.accruals;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mitra.access.Actor;
import org.mitra.data.BusinessClock;
import org.mitra.data.Sql;
import org.mitra.data.Uids;
import org.mitra.engine.AccrualKey;
import org.mitra.engine.Settles;
import org.mitra.ledger.Entry;
import org.mitra.ledger.Ledger;
import org.mitra.money.Money;

/**
 * Brings the books to what was earned: posts the difference between entitled and posted, once. A
 * period that is closed gets an adjustment in the open one instead.
 */
@ApplicationScoped
public class Books {
  /** Cost of incentives; reduces revenue. */
  public static final String EXPENSE = "incentive-expense";

  /** Earned by partners and not approved for payment yet. */
  public static final String ACCRUED = "accrued-incentives";

  /** What partners have had already, as a discount or in kind, by partner and program. */
  public static final String GIVEN = "incentives-given";

  @Inject private Sql sql;
  @Inject private Ledger ledger;
  @Inject private BusinessClock clock;

  /** What was earned on the facts known, beside what the accrual's row has in the books. */
  record Due(AccrualRows.Stored row, Money entitled) {
    private Money difference() {
      return entitled.minus(row.posted());
    }

    private int number() {
      return row.postings() + 1;
    }
  }

  /** Of a program, the first day of a period. */
  private record Start(String program, LocalDate day) {}

  /**
   * Posts what is missing, under the partners' locks.
   *
   * @param run id of the run that posts; empty for none
   * @return how many differences there were to post
   */
  int post(Actor actor, List<Due> dues, Optional<Long> run) {
    List<Due> open = dues.stream().filter(due -> !due.difference().isZero()).toList();
    if (open.isEmpty()) {
      return 0;
    }
    sql.batch(
        "UPDATE accrual SET posted = ?, postings = ? WHERE id = ?",
        open.stream()
            .map(due -> new Object[] {due.entitled().amount(), due.number(), due.row().id()})
            .toList());
    Set<Start> closed = closed(open);
    List<Entry> entries = open.stream().map(due -> entry(due, closed)).toList();
    List<Long> numbers = ledger.postNew(actor, entries);
    Instant now = clock.now();
    List<Object[]> trueUps = new ArrayList<>();
    for (int i = 0; i < open.size(); i++) {
      Due due = open.get(i);
      trueUps.add(
          new Object[] {
            Uids.next(now),
            due.row().id(),
            due.number(),
            due.difference().amount(),
            due.entitled().amount(),
            closed.contains(start(due)),
            entries.get(i).effectiveOn(),
            numbers.get(i),
            run.orElse(null),
            now
          });
    }
    sql.batch(
        "INSERT INTO true_up (uid, accrual_id, number, amount, entitled, adjustment, effective_on,"
            + " entry_id, run_id, recorded_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        trueUps);
    return open.size();
  }

  private Entry entry(Due due, Set<Start> closed) {
    AccrualKey key = due.row().key();
    boolean adjustment = closed.contains(start(due));
    return Entry.move(
        "true-up " + due.row().id() + " " + due.number(),
        adjustment ? clock.today() : effectiveIn(key),
        adjustment ? "adjustment" : "accrual",
        Map.of(
            "program", key.program(),
            "partner", key.payee(),
            "from", key.period().start().toString(),
            "until", key.period().lastDay().toString()),
        due.difference(),
        new Entry.Place(EXPENSE, "", key.program()),
        new Entry.Place(account(due.row().settles()), key.payee(), key.program()));
  }

  private static String account(Settles settles) {
    return settles == Settles.RECORDED ? GIVEN : ACCRUED;
  }

  /**
   * Holds the programs' periods open, or finds periods closed, until this transaction ends: nothing
   * is posted into a period while it is being closed.
   */
  private Set<Start> closed(List<Due> dues) {
    Object[] programs =
        dues.stream().map(due -> due.row().key().program()).distinct().sorted().toArray();
    String among = " WHERE p.code IN " + Sql.list(programs.length);
    sql.rows(
        row -> row.number("id"),
        "SELECT p.id FROM program p" + among + " ORDER BY p.id LOCK IN SHARE MODE",
        programs);
    return Set.copyOf(
        sql.rows(
            row -> new Start(row.text("code"), row.day("period_start")),
            "SELECT p.code, c.period_start FROM closed_period c JOIN program p"
                + " ON p.id = c.program_id"
                + among,
            programs));
  }

  private static Start start(Due due) {
    return new Start(due.row().key().program(), due.row().key().period().start());
  }

  /** Today while the period runs; its last day once it is over. */
  private LocalDate effectiveIn(AccrualKey key) {
    LocalDate today = clock.today();
    LocalDate last = key.period().lastDay();
    LocalDate day = today.isAfter(last) ? last : today;
    return day.isBefore(key.period().start()) ? key.period().start() : day;
  }
}
