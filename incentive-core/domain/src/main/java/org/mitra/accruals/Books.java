package org.mitra.accruals;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
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

  /**
   * Posts what is missing for one accrual, under the partner's lock.
   *
   * @param entitled what was earned on the facts known
   * @param run id of the run that posts; empty for none
   * @return whether there was anything to post
   */
  boolean post(
      Actor actor, long partnerId, AccrualRows.Stored row, Money entitled, Optional<Long> run) {
    Money difference = entitled.minus(row.posted());
    if (difference.isZero()) {
      return false;
    }
    int number = row.postings() + 1;
    AccrualKey key = row.key();
    boolean adjustment = isClosed(key);
    LocalDate effectiveOn = adjustment ? clock.today() : effectiveIn(key);
    String effect = "true-up " + row.id() + " " + number;
    long entry;
    if (row.settles() == Settles.FUND) {
      Purse.Change change = new Purse.Change(key, row.posted(), entitled, effect, effectiveOn);
      Optional<Purse.Moved> moved = purse.move(actor, partnerId, change);
      if (moved.isEmpty()) {
        return false;
      }
      difference = moved.get().amount();
      entry = moved.get().entry();
    } else {
      entry = move(actor, row, difference, effect, adjustment, effectiveOn);
    }
    int won =
        sql.update(
            "UPDATE accrual SET posted = ?, postings = ? WHERE id = ? AND postings = ?",
            row.posted().plus(difference).amount(),
            number,
            row.id(),
            row.postings());
    if (won != 1) {
      throw new IllegalStateException("accrual " + row.id() + " was posted without its lock");
    }
    Instant now = clock.now();
    sql.update(
        "INSERT INTO true_up (uid, accrual_id, number, amount, entitled, adjustment, effective_on,"
            + " entry_id, run_id, recorded_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        Uids.next(now),
        row.id(),
        number,
        difference.amount(),
        entitled.amount(),
        adjustment,
        effectiveOn,
        entry,
        run.orElse(null),
        now);
    return true;
  }

  private long move(
      Actor actor,
      AccrualRows.Stored row,
      Money difference,
      String effect,
      boolean adjustment,
      LocalDate effectiveOn) {
    AccrualKey key = row.key();
    return ledger.post(
        actor,
        Entry.move(
            effect,
            effectiveOn,
            adjustment ? "adjustment" : "accrual",
            Map.of(
                "program", key.program(),
                "partner", key.payee(),
                "from", key.period().start().toString(),
                "until", key.period().lastDay().toString()),
            difference,
            new Entry.Place(EXPENSE, "", key.program()),
            new Entry.Place(account(row.settles()), key.payee(), key.program())));
  }

  private static String account(Settles settles) {
    return settles == Settles.RECORDED ? GIVEN : ACCRUED;
  }

  /**
   * Holds the program's periods open, or finds the period closed, until this transaction ends:
   * nothing is posted into a period while it is being closed.
   */
  private boolean isClosed(AccrualKey key) {
    sql.row(
        row -> row.number("id"),
        "SELECT id FROM program WHERE code = ? LOCK IN SHARE MODE",
        key.program());
    return sql.row(
                row -> row.number("n"),
                "SELECT COUNT(*) AS n FROM closed_period c JOIN program p ON p.id = c.program_id"
                    + " WHERE p.code = ? AND c.period_start = ?",
                key.program(),
                key.period().start())
            .orElse(0L)
        > 0;
  }

  /** Today while the period runs; its last day once it is over. */
  private LocalDate effectiveIn(AccrualKey key) {
    LocalDate today = clock.today();
    LocalDate last = key.period().lastDay();
    LocalDate day = today.isAfter(last) ? last : today;
    return day.isBefore(key.period().start()) ? key.period().start() : day;
  }
}
