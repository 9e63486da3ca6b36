package org.mitra.bank;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
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
import org.mitra.notices.Notices;
import org.mitra.problem.Problem;

/** Proposals and what is decided about them. No event, notice or log names a whole number. */
@ApplicationScoped
class AccountDecisions {
  @Inject private Sql sql;
  @Inject private BusinessClock clock;
  @Inject private Notices notices;
  @Inject private Event<DomainEvent> events;

  @Transactional(Transactional.TxType.MANDATORY)
  UUID propose(Actor actor, ProposeBankAccount command, int holdDays) {
    long partnerId = actor.requirePartner().partnerId().getAsLong();
    Instant now = clock.now();
    UUID uid = Uids.next(now);
    sql.update(
        "UPDATE bank_account SET state = 'REPLACED', open_slot = id"
            + " WHERE partner_id = ? AND currency = ? AND open_slot = 0",
        partnerId,
        command.currency());
    boolean first =
        sql.insertOnce(
            "INSERT INTO bank_account (uid, partner_id, currency, bic, bank_name, number, holder,"
                + " state, open_slot, proposed_by, proposed_at, usable_from, remark)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?, 'PROPOSED', 0, ?, ?, ?, '')",
            uid,
            partnerId,
            command.currency(),
            command.bic(),
            command.bankName(),
            command.number(),
            command.holder(),
            actor.username(),
            now,
            now.plus(Duration.ofDays(holdDays)));
    if (!first) {
      throw Problem.conflict("bank-account.proposed-meanwhile");
    }
    String masked = BankAccounts.masked(command.number());
    notices.tell(
        partnerId,
        "bank-account-proposed",
        Map.of(
            "who", actor.displayName(),
            "bank", command.bankName(),
            "number", masked,
            "currency", command.currency(),
            "usableFrom", now.plus(Duration.ofDays(holdDays)).toString()));
    events.fire(
        DomainEvent.of(
            actor,
            "bank-account.proposed",
            uid,
            "partner",
            actor.requirePartner().code(),
            "currency",
            command.currency(),
            "bic",
            command.bic(),
            "number",
            masked));
    return uid;
  }

  private record Proposal(
      long id, long partnerId, String partner, String bank, String number, String proposedBy) {}

  @Transactional(Transactional.TxType.MANDATORY)
  void decide(Actor actor, UUID uid, BankAccountState decision, String reason) {
    actor.require(Role.FINANCE);
    boolean approved = decision == BankAccountState.APPROVED;
    String remark = approved ? "" : Fields.text(reason, 500, "reason");
    Proposal proposal =
        sql.row(
                row ->
                    new Proposal(
                        row.number("id"),
                        row.number("partner_id"),
                        row.text("code"),
                        row.text("bank_name"),
                        BankAccounts.masked(row.text("number")),
                        row.text("proposed_by")),
                "SELECT b.*, p.code FROM bank_account b JOIN partner p ON p.id = b.partner_id"
                    + " WHERE b.uid = ?",
                uid)
            .orElseThrow(Problem::notFound);
    FourEyes.check(proposal.proposedBy(), actor);
    int won =
        sql.update(
            "UPDATE bank_account SET state = ?, open_slot = id, decided_by = ?, decided_at = ?,"
                + " remark = ? WHERE id = ? AND state = 'PROPOSED'",
            decision,
            actor.username(),
            clock.now(),
            remark,
            proposal.id());
    if (won != 1) {
      throw Problem.conflict("bank-account.decided");
    }
    notices.tell(
        proposal.partnerId(),
        approved ? "bank-account-approved" : "bank-account-rejected",
        Map.of("bank", proposal.bank(), "number", proposal.number(), "reason", remark));
    events.fire(
        DomainEvent.of(
            actor,
            approved ? "bank-account.approved" : "bank-account.rejected",
            uid,
            "partner",
            proposal.partner(),
            "number",
            proposal.number(),
            "reason",
            remark));
  }
}
