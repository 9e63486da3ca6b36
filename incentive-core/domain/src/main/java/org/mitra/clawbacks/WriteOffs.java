package org.mitra.clawbacks;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.mitra.access.Actor;
import org.mitra.access.FourEyes;
import org.mitra.access.Role;
import org.mitra.data.BusinessClock;
import org.mitra.data.Fields;
import org.mitra.data.Sql;
import org.mitra.data.Uids;
import org.mitra.event.DomainEvent;
import org.mitra.ledger.Entry;
import org.mitra.ledger.Ledger;
import org.mitra.money.Currency;
import org.mitra.money.Money;
import org.mitra.problem.Problem;

/** Giving up what a partner owes: one person asks, another agrees, the books say so. */
@ApplicationScoped
public class WriteOffs {
  /** Cost of what was given up. */
  public static final String WRITTEN_OFF = "clawback-written-off";

  @Inject private Sql sql;
  @Inject private Ledger ledger;
  @Inject private BusinessClock clock;
  @Inject private Event<DomainEvent> events;

  /**
   * Asks to give up some of what a partner owes.
   *
   * @param amount more than zero, at most what is open, with the currency's decimals
   * @return public id of the request
   * @throws Problem 404 without such a clawback, 409 while another request is undecided, 422 when
   *     less is open
   */
  @Transactional(rollbackOn = Exception.class)
  public UUID request(Actor actor, UUID clawback, BigDecimal amount, String reason) {
    actor.require(Role.FINANCE);
    Fields.present(amount, "amount");
    String why = Fields.text(reason, 500, "reason");
    record Open(long id, Money amount, String partner) {}
    Open open =
        sql.row(
                row ->
                    new Open(
                        row.number("id"),
                        new Money(row.decimal("open_amount"), Currency.of(row.text("currency"))),
                        row.text("code")),
                "SELECT c.id, c.currency, c.open_amount, p.code FROM clawback c"
                    + " JOIN partner p ON p.id = c.partner_id WHERE c.uid = ?",
                clawback)
            .orElseThrow(Problem::notFound);
    if (amount.signum() <= 0
        || amount.stripTrailingZeros().scale() > open.amount().currency().scale()) {
      throw Problem.invalid("field.amount").with("field", "amount").at("/amount");
    }
    if (amount.compareTo(open.amount().amount()) > 0) {
      throw tooMuch(open.amount());
    }
    Instant now = clock.now();
    UUID uid = Uids.next(now);
    boolean first =
        sql.insertOnce(
            "INSERT INTO clawback_write_off (uid, clawback_id, open_slot, amount, reason, state,"
                + " requested_by, requested_at) VALUES (?, ?, 0, ?, ?, 'PROPOSED', ?, ?)",
            uid,
            open.id(),
            amount,
            why,
            actor.username(),
            now);
    if (!first) {
      throw Problem.conflict("clawback.write-off-waiting");
    }
    events.fire(
        DomainEvent.of(
            actor,
            "write-off.requested",
            uid,
            "partner",
            open.partner(),
            "amount",
            amount.toPlainString(),
            "currency",
            open.amount().currency().code(),
            "reason",
            why));
    return uid;
  }

  private static Problem tooMuch(Money open) {
    return Problem.refused("clawback.less-open")
        .with("open", open.amount().toPlainString())
        .with("currency", open.currency().code())
        .at("/amount");
  }

  private record Asked(
      long id,
      long clawbackId,
      String partner,
      Money amount,
      Money open,
      String reason,
      String requestedBy) {}

  /**
   * Agrees, in the books, or refuses.
   *
   * @throws Problem 403 for whoever asked, 409 when it was decided meanwhile, 422 when less is open
   *     by now
   */
  @Transactional(rollbackOn = Exception.class)
  public void decide(Actor actor, UUID uid, boolean agreed) {
    actor.require(Role.FINANCE);
    Asked asked =
        sql.row(
                row -> {
                  Currency currency = Currency.of(row.text("currency"));
                  return new Asked(
                      row.number("id"),
                      row.number("clawback_id"),
                      row.text("code"),
                      new Money(row.decimal("amount"), currency),
                      new Money(row.decimal("open_amount"), currency),
                      row.text("reason"),
                      row.text("requested_by"));
                },
                "SELECT w.*, c.currency, c.open_amount, p.code FROM clawback_write_off w"
                    + " JOIN clawback c ON c.id = w.clawback_id JOIN partner p ON p.id = c.partner_id"
                    + " WHERE w.uid = ?",
                uid)
            .orElseThrow(Problem::notFound);
    FourEyes.check(asked.requestedBy(), actor);
    int won =
        sql.update(
            "UPDATE clawback_write_off SET state = ?, open_slot = id, decided_by = ?, decided_at = ?"
                + " WHERE id = ? AND state = 'PROPOSED'",
            agreed ? "APPROVED" : "REJECTED",
            actor.username(),
            clock.now(),
            asked.id());
    if (won != 1) {
      throw Problem.conflict("clawback.decided");
    }
    if (agreed) {
      writeOff(actor, uid, asked);
    }
    events.fire(
        DomainEvent.of(
            actor,
            agreed ? "write-off.approved" : "write-off.rejected",
            uid,
            "partner",
            asked.partner(),
            "amount",
            asked.amount().toString()));
  }

  private void writeOff(Actor actor, UUID uid, Asked asked) {
    int left =
        sql.update(
            "UPDATE clawback SET open_amount = open_amount - ? WHERE id = ? AND open_amount >= ?",
            asked.amount().amount(),
            asked.clawbackId(),
            asked.amount().amount());
    if (left != 1) {
      throw tooMuch(asked.open());
    }
    ledger.post(
        actor,
        Entry.move(
            "write-off " + uid,
            clock.today(),
            "clawback-written-off",
            Map.of("partner", asked.partner(), "reason", asked.reason()),
            asked.amount(),
            new Entry.Place(WRITTEN_OFF, "", asked.partner()),
            new Entry.Place(Clawbacks.RECEIVABLE, asked.partner(), "")));
  }
}
