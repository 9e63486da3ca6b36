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
  @Inject private Purse purse;
  @Inject private BusinessClock clock;

  /** What was earned on the facts known, beside what the accrual's row has in the books. */
  record Due(AccrualRows.Stored row, Money entitled) {
    private Money difference() {
      return entitled.minus(row.posted());
    }

    private int number() {
      return row.postings() + 1;
    }

    private String effect() {
      return "true-up " + row.id() + " " + number();
    }

    private boolean growsFund() {
      return row.settles() == Settles.FUND;
    }
  }

  /** A difference that found its way into the books. */
  private record Posting(Due due, Money amount, long entry) {}

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
    Set<Start> closed = closed(open);
    List<Posting> postings = new ArrayList<>(moved(actor, open, closed));
    List<Due> others = open.stream().filter(due -> !due.growsFund()).toList();
    List<Entry> entries = others.stream().map(due -> entry(due, closed)).toList();
    List<Long> numbers = ledger.postNew(actor, entries);
    for (int i = 0; i < others.size(); i++) {
      postings.add(new Posting(others.get(i), others.get(i).difference(), numbers.get(i)));
    }
    write(postings, closed, run);
    return postings.size();
  }

  /** What funds take up; of what they have no room for, nothing is posted. */
  private List<Posting> moved(Actor actor, List<Due> open, Set<Start> closed) {
    List<Posting> moved = new ArrayList<>();
    for (Due due : open) {
      if (due.growsFund()) {
        AccrualRows.Stored row = due.row();
        Purse.Change change =
            new Purse.Change(
                row.key(), row.posted(), due.entitled(), due.effect(), day(due, closed));
        purse
            .move(actor, row.partnerId(), change)
            .ifPresent(it -> moved.add(new Posting(due, it.amount(), it.entry())));
      }
    }
    return moved;
  }

  /** The unique number of a true-up, and its entry's key, decide who posts. */
  private void write(List<Posting> postings, Set<Start> closed, Optional<Long> run) {
    sql.batch(
        "UPDATE accrual SET posted = ?, postings = ? WHERE id = ?",
        postings.stream()
            .map(
                it ->
                    new Object[] {
                      it.due().row().posted().plus(it.amount()).amount(),
                      it.due().number(),
                      it.due().row().id()
                    })
            .toList());
    Instant now = clock.now();
    sql.batch(
        "INSERT INTO true_up (uid, accrual_id, number, amount, entitled, adjustment, effective_on,"
            + " entry_id, run_id, recorded_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        postings.stream()
            .map(
                it ->
                    new Object[] {
                      Uids.next(now),
                      it.due().row().id(),
                      it.due().number(),
                      it.amount().amount(),
                      it.due().entitled().amount(),
                      closed.contains(start(it.due())),
                      day(it.due(), closed),
                      it.entry(),
                      run.orElse(null),
                      now
                    })
            .toList());
  }

  private Entry entry(Due due, Set<Start> closed) {
    AccrualKey key = due.row().key();
    return Entry.move(
        due.effect(),
        day(due, closed),
        closed.contains(start(due)) ? "adjustment" : "accrual",
        Map.of(
            "program", key.program(),
            "partner", key.payee(),
            "from", key.period().start().toString(),
            "until", key.period().lastDay().toString()),
        due.difference(),
        new Entry.Place(EXPENSE, "", key.program()),
        new Entry.Place(account(due.row().settles()), key.payee(), key.program()));
  }

  private LocalDate day(Due due, Set<Start> closed) {
    return closed.contains(start(due)) ? clock.today() : effectiveIn(due.row().key());
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
