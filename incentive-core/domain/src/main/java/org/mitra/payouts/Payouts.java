package org.mitra.payouts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.mitra.access.Actor;
import org.mitra.access.FourEyes;
import org.mitra.access.PartnerScope;
import org.mitra.access.Role;
import org.mitra.bank.BankAccounts;
import org.mitra.clawbacks.Clawbacks;
import org.mitra.data.Batch;
import org.mitra.data.BusinessClock;
import org.mitra.data.Fields;
import org.mitra.data.ListQuery;
import org.mitra.data.SerialNumber;
import org.mitra.data.Slice;
import org.mitra.data.Sql;
import org.mitra.event.DomainEvent;
import org.mitra.ledger.Entry;
import org.mitra.ledger.Ledger;
import org.mitra.money.Currency;
import org.mitra.money.Money;
import org.mitra.notices.Notices;
import org.mitra.problem.Problem;
import org.mitra.statements.StatementDetail;

/** Payouts: what each partner gets out of each settlement, and what the bank made of it. */
@ApplicationScoped
public class Payouts {
  /** What was paid out. */
  public static final String CASH = "cash";

  @Inject private Sql sql;
  @Inject private PayoutList payoutList;
  @Inject private Clawbacks clawbacks;
  @Inject private Ledger ledger;
  @Inject private Notices notices;
  @Inject private BusinessClock clock;
  @Inject private Event<DomainEvent> events;

  /** Payouts, newest first; filters: partner, partnerName, currency, state, settlement. */
  @Transactional
  public Slice<PayoutSummary> list(Actor actor, ListQuery query) {
    return payoutList.payouts(reader(actor)).slice(sql, query);
  }

  @Transactional
  public Batch<PayoutSummary> batch(
      Actor actor, String cursor, int size, Map<String, String> filters) {
    return payoutList.payouts(reader(actor)).batch(sql, cursor, size, filters);
  }

  private static PartnerScope reader(Actor actor) {
    if (actor.partner().isEmpty()) {
      actor.require(Role.FINANCE, Role.EXECUTIVE, Role.AUDITOR);
    }
    return actor.scope();
  }

  /**
   * @throws Problem 404 when there is none, or it is none of the reader's business
   */
  @Transactional
  public PayoutDetail get(Actor actor, UUID uid) {
    PayoutSummary summary = summary(actor, uid);
    List<PayableSummary> payables =
        payoutList
            .payables(reader(actor))
            .where("o.uid = ?", uid)
            .slice(sql, ListQuery.firstRows(ListQuery.MOST))
            .rows();
    String settlementState =
        sql.row(
                row -> row.text("state"),
                "SELECT state FROM settlement WHERE uid = ?",
                summary.settlement())
            .orElseThrow();
    return new PayoutDetail(summary, payables, transfers(uid), settlementState);
  }

  private PayoutSummary summary(Actor actor, UUID uid) {
    return payoutList
        .payouts(reader(actor))
        .where("o.uid = ?", uid)
        .slice(sql, ListQuery.firstRows(1))
        .rows()
        .stream()
        .findFirst()
        .orElseThrow(Problem::notFound);
  }

  private List<StatementDetail.Transfer> transfers(UUID uid) {
    return sql.rows(
        row ->
            new StatementDetail.Transfer(
                row.integer("attempt"),
                row.text("bank_name"),
                BankAccounts.masked(row.text("number")),
                row.instant("made_at"),
                row.text("outcome"),
                row.day("outcome_on"),
                row.text("remark")),
        "SELECT i.attempt, i.outcome, i.outcome_on, i.remark, b.bank_name, b.number, f.made_at"
            + " FROM payout o JOIN remittance_item i ON i.payout_id = o.id"
            + " JOIN remittance_file f ON f.id = i.file_id JOIN bank_account b ON b.id = i.account_id"
            + " WHERE o.uid = ? ORDER BY i.attempt",
        uid);
  }

  private record Found(
      long id, long partnerId, String partner, int attempt, Money net, String number) {}

  private Found found(UUID uid) {
    return sql.row(
            row ->
                new Found(
                    row.number("id"),
                    row.number("partner_id"),
                    row.text("code"),
                    row.integer("attempt"),
                    new Money(row.decimal("net"), Currency.of(row.text("currency"))),
                    SerialNumber.of("P", row.number("id"))),
            "SELECT o.id, o.partner_id, o.attempt, o.net, o.currency, p.code FROM payout o"
                + " JOIN partner p ON p.id = o.partner_id WHERE o.uid = ?",
            uid)
        .orElseThrow(Problem::notFound);
  }

  /**
   * Takes a prepared payout out of its settlement, with a reason; its payables wait for the next
   * one.
   *
   * @throws Problem 409 when it is not prepared any more, or its settlement is being worked on
   */
  @Transactional(rollbackOn = Exception.class)
  public PayoutSummary exclude(Actor actor, UUID uid, String reason) {
    actor.require(Role.FINANCE);
    String why = Fields.text(reason, 500, "reason");
    Found payout = found(uid);
    int won =
        sql.update(
            "UPDATE payout o JOIN settlement s ON s.id = o.settlement_id"
                + " SET o.state = 'EXCLUDED', o.reason = ?, o.decided_by = ?"
                + " WHERE o.id = ? AND o.state = 'PREPARED' AND s.state = 'READY'",
            why,
            actor.username(),
            payout.id());
    if (won != 1) {
      throw Problem.conflict("payout.not-prepared");
    }
    sql.update("UPDATE payable SET payout_id = NULL WHERE payout_id = ?", payout.id());
    clawbacks.giveBack(payout.id());
    events.fire(
        DomainEvent.of(
            actor,
            "payout.excluded",
            uid,
            "payout",
            payout.number(),
            "partner",
            payout.partner(),
            "reason",
            why));
    return summary(actor, uid);
  }

  /**
   * Notes that the bank paid.
   *
   * @param on the bank's day
   * @param reference the bank's; may be empty
   * @throws Problem 409 unless a transfer was sent and has no outcome yet
   */
  @Transactional(rollbackOn = Exception.class)
  public PayoutSummary markPaid(Actor actor, UUID uid, LocalDate on, String reference) {
    actor.require(Role.FINANCE);
    Fields.present(on, "on");
    String remark = Fields.optional(reference, 500, "reference");
    Found payout = found(uid);
    outcome(actor, payout, "PAID", on, remark, "RELEASED");
    events.fire(
        DomainEvent.of(
            actor,
            "payout.paid",
            uid,
            "payout",
            payout.number(),
            "partner",
            payout.partner(),
            "on",
            on.toString()));
    return summary(actor, uid);
  }

  /**
   * Notes that the bank sent the money back: the books say so, and the payout waits for a corrected
   * account. It is then paid once more, so whoever released it does not say that it came back.
   *
   * @param reason the bank's
   * @throws Problem 403 for whoever released it; 409 unless a transfer was sent and did not come
   *     back yet
   */
  @Transactional(rollbackOn = Exception.class)
  public PayoutSummary markReturned(Actor actor, UUID uid, LocalDate on, String reason) {
    actor.require(Role.FINANCE);
    Fields.present(on, "on");
    String why = Fields.text(reason, 500, "reason");
    Found payout = found(uid);
    releaser(payout).ifPresent(releaser -> FourEyes.check(releaser, actor));
    outcome(actor, payout, "RETURNED", on, why, "RELEASED', 'PAID");
    ledger.post(
        actor,
        Entry.move(
            "payout " + uid + " returned " + payout.attempt(),
            clock.today(),
            "payout-returned",
            Map.of("partner", payout.partner(), "payout", payout.number(), "reason", why),
            payout.net(),
            new Entry.Place(CASH, "", ""),
            new Entry.Place(Payables.PAYABLE, payout.partner(), "")));
    notices.tell(
        payout.partnerId(),
        "payout-returned",
        Map.of(
            "payout", payout.number(),
            "amount", payout.net().amount().toPlainString(),
            "currency", payout.net().currency().code(),
            "reason", why));
    events.fire(
        DomainEvent.of(
            actor,
            "payout.returned",
            uid,
            "payout",
            payout.number(),
            "partner",
            payout.partner(),
            "reason",
            why));
    return summary(actor, uid);
  }

  /** Whether he released it, so that somebody else has to say that it came back. */
  @Transactional
  public boolean isReleasedBy(Actor actor, UUID uid) {
    return releaser(found(uid)).filter(actor.username()::equals).isPresent();
  }

  private Optional<String> releaser(Found payout) {
    return sql.row(
        row -> row.text("released_by"),
        "SELECT r.released_by FROM payout o JOIN settlement_release r ON r.id = o.release_id"
            + " WHERE o.id = ?",
        payout.id());
  }

  /** Notes what became of the last transfer; the row counts say who was first. */
  private void outcome(
      Actor actor, Found payout, String outcome, LocalDate on, String remark, String from) {
    if (on.isAfter(clock.today())) {
      throw Problem.invalid("payout.future").at("/on");
    }
    int won =
        sql.update(
            "UPDATE payout SET state = ?, reason = ? WHERE id = ? AND attempt = ? AND state IN ('"
                + from
                + "')",
            outcome,
            outcome.equals("RETURNED") ? remark : "",
            payout.id(),
            payout.attempt());
    int noted =
        won == 0
            ? 0
            : sql.update(
                "UPDATE remittance_item SET outcome = ?, outcome_on = ?, remark = ?,"
                    + " recorded_by = ? WHERE payout_id = ? AND attempt = ? AND outcome IN ('SENT',"
                    + " 'PAID')",
                outcome,
                on,
                remark,
                actor.username(),
                payout.id(),
                payout.attempt());
    if (noted != 1) {
      throw Problem.conflict("payout.not-sent");
    }
  }
}
