package org.mitra.payouts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.UUID;
import org.mitra.access.Actor;
import org.mitra.data.BusinessClock;
import org.mitra.data.Sql;
import org.mitra.data.Uids;
import org.mitra.ledger.Entry;
import org.mitra.ledger.Ledger;

/** Amounts that are approved and wait to be paid. */
@ApplicationScoped
public class Payables {
  /** What the house owes partners, by partner and program. */
  public static final String PAYABLE = "incentives-payable";

  @Inject private Sql sql;
  @Inject private Ledger ledger;
  @Inject private BusinessClock clock;

  /**
   * Makes an approved amount payable, in the books and in the queue of what is to be paid, once for
   * each source. Runs in the transaction of the approval.
   *
   * @return public id of the payable, whether it was made now or before
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public UUID add(Actor approver, NewPayable payable) {
    String partner =
        sql.row(
                row -> row.text("code"),
                "SELECT code FROM partner WHERE id = ?",
                payable.partnerId())
            .orElseThrow();
    String key = payable.sourceKind() + " " + payable.source();
    long entry =
        ledger.post(
            approver,
            Entry.move(
                "payable " + key,
                clock.today(),
                payable.memo(),
                payable.facts(),
                payable.amount(),
                payable.from(),
                new Entry.Place(PAYABLE, partner, payable.program())));
    Instant now = clock.now();
    sql.insertOnce(
        "INSERT INTO payable (uid, source_kind, source, program_id, partner_id, earned_from,"
            + " earned_until, currency, amount, entry_id, approved_by, approved_at)"
            + " SELECT ?, ?, ?, id, ?, ?, ?, ?, ?, ?, ?, ? FROM program WHERE code = ?",
        Uids.next(now),
        payable.sourceKind(),
        payable.source(),
        payable.partnerId(),
        payable.earned().start(),
        payable.earned().end(),
        payable.amount().currency().code(),
        payable.amount().amount(),
        entry,
        approver.username(),
        now,
        payable.program());
    return sql.row(
            row -> row.uuid("uid"),
            "SELECT uid FROM payable WHERE source_kind = ? AND source = ?",
            payable.sourceKind(),
            payable.source())
        .orElseThrow();
  }
}
