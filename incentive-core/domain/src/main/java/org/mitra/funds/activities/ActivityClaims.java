package org.mitra.funds.activities;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.mitra.access.Actor;
import org.mitra.access.FourEyes;
import org.mitra.access.Role;
import org.mitra.data.BusinessClock;
import org.mitra.data.BusinessKey;
import org.mitra.data.Sql;
import org.mitra.data.Uids;
import org.mitra.funds.Amounts;
import org.mitra.funds.Commitments;
import org.mitra.funds.FundProgram;
import org.mitra.funds.FundPrograms;
import org.mitra.money.Currency;
import org.mitra.money.Decimals;
import org.mitra.money.Money;
import org.mitra.problem.Problem;
import org.mitra.time.Period;

/** Claims for activities: made by the partner, decided by the vendor, paid from the promise. */
@ApplicationScoped
public class ActivityClaims {
  /** Days that a partner has at least to claim again what came back. */
  static final int DAYS_TO_CORRECT = 14;

  @Inject private Sql sql;
  @Inject private ActivityFile file;
  @Inject private FundPrograms programs;
  @Inject private Commitments commitments;
  @Inject private FinanceLimit financeLimit;
  @Inject private BusinessClock clock;

  /**
   * Asks to be reimbursed, with costs and proof.
   *
   * @throws Problem 404 for somebody else's activity or file, 409 unless it was executed, 422 when
   *     it is too late or without proof
   */
  @Transactional(rollbackOn = Exception.class)
  public FundActivitySummary claim(Actor actor, ClaimActivity command) {
    FundActivity activity = file.own(actor, command.activity(), command.version());
    Instant now = clock.now();
    int number = activity.claim(now);
    if (activity.isLate(now)) {
      throw Problem.refused("fund-activity.late").with("day", activity.claimBy());
    }
    Money claimed = sum(command, file.currency(activity.fundId()));
    checkDays(command, programs.version(activity.versionId()));
    long claim =
        sql.insert(
            "INSERT INTO fund_claim (uid, activity_id, number, state, claimed, more_to_come, note,"
                + " claimed_by, claimed_at, reason) VALUES (?, ?, ?, 'CLAIMED', ?, ?, ?, ?, ?, '')",
            Uids.next(now),
            activity.id(),
            number,
            claimed.amount(),
            command.moreToCome(),
            command.note(),
            actor.username(),
            now);
    sql.batch(
        "INSERT INTO fund_claim_cost (claim_id, line, description, document, document_key,"
            + " spent_on, amount) VALUES (?, ?, ?, ?, ?, ?, ?)",
        lines(claim, command.costs()));
    file.attach(activity, number, command.documents());
    return file.told(actor, activity, "CLAIMED", claimed.amount(), null, command.note());
  }

  private static Money sum(ClaimActivity command, Currency currency) {
    Money sum = Money.zero(currency);
    for (ClaimCost cost : command.costs()) {
      sum = sum.plus(Amounts.positive(cost.amount(), currency, "amount"));
    }
    return Amounts.positive(sum.amount(), currency, "amount");
  }

  private void checkDays(ClaimActivity command, FundProgram program) {
    LocalDate today = clock.today(program.zone());
    for (ClaimCost cost : command.costs()) {
      if (cost.spentOn().isAfter(today)) {
        throw Problem.refused("fund-claim.future-cost")
            .with("document", cost.document())
            .with("day", cost.spentOn())
            .at("/costs");
      }
    }
  }

  private static List<Object[]> lines(long claim, List<ClaimCost> costs) {
    List<Object[]> lines = new ArrayList<>();
    for (ClaimCost cost : costs) {
      lines.add(
          new Object[] {
            claim,
            lines.size() + 1,
            cost.description(),
            cost.document(),
            BusinessKey.require(cost.document(), "document"),
            cost.spentOn(),
            cost.amount()
          });
    }
    return lines;
  }

  /** A claim that waits for a decision. */
  private record Waiting(
      long id, UUID uid, BigDecimal claimed, boolean moreToCome, String claimedBy) {}

  private Waiting waiting(Actor actor, FundActivity activity) {
    activity.require(ActivityState.CLAIMED);
    Waiting claim =
        sql.row(
                row ->
                    new Waiting(
                        row.number("id"),
                        row.uuid("uid"),
                        row.decimal("claimed"),
                        row.flag("more_to_come"),
                        row.text("claimed_by")),
                "SELECT * FROM fund_claim WHERE activity_id = ? AND number = ?",
                activity.id(),
                activity.claims())
            .orElseThrow();
    FourEyes.check(activity.preApprovedBy(), actor);
    FourEyes.check(activity.requestedBy(), actor);
    FourEyes.check(claim.claimedBy(), actor);
    return claim;
  }

  /**
   * Accepts the cost, or a part of it: what the program pays of it becomes payable. Unless another
   * claim was announced, what is left of the promise is free again.
   *
   * @throws Problem 403 for whoever promised the money, and above the limit for managers; 409 when
   *     it was changed or decided since; 422 for more than was claimed
   */
  @Transactional(rollbackOn = Exception.class)
  public FundActivitySummary approve(Actor actor, ApproveClaim command) {
    FundActivity activity = file.toDecide(actor, command.activity(), command.version());
    Waiting claim = waiting(actor, activity);
    Currency currency = file.currency(activity.fundId());
    Money eligible = Amounts.positive(command.eligibleCost(), currency, "eligibleCost");
    checkEligible(claim, eligible, command.reason());
    Money approvedLeft = new Money(activity.approvedLeft(), currency);
    FundProgram program = programs.version(activity.versionId());
    Money amount = program.rule().reimburse(approvedLeft, eligible).amount();
    if (amount.isZero()) {
      throw Problem.refused("fund-claim.nothing").at("/eligibleCost");
    }
    financeLimit.check(actor, amount);
    activity.reimburse(amount.amount(), claim.moreToCome(), clock.now());
    file.store(activity);
    Commitments.Activity promised = ActivityFile.promised(activity);
    Period days = new Period(activity.startsOn(), activity.endsOn().plusDays(1));
    commitments.pay(actor, promised, claim.uid(), days, amount);
    decide(actor, claim, ClaimState.APPROVED, command.reason());
    sql.update(
        "UPDATE fund_claim SET eligible = ?, approved_left = ?, reimbursed = ? WHERE id = ?",
        eligible.amount(),
        approvedLeft.amount(),
        amount.amount(),
        claim.id());
    if (activity.state() == ActivityState.REIMBURSED) {
      commitments.release(actor, promised, "");
    }
    return file.told(actor, activity, "REIMBURSED", amount.amount(), null, command.reason());
  }

  private static void checkEligible(Waiting claim, Money eligible, String reason) {
    int compared = eligible.amount().compareTo(claim.claimed());
    if (compared > 0) {
      throw Problem.refused("fund-claim.above-claimed")
          .with("claimed", Decimals.plain(claim.claimed()))
          .with("currency", eligible.currency().code())
          .at("/eligibleCost");
    }
    if (compared < 0 && reason.isEmpty()) {
      throw Problem.refused("fund-activity.reason-missing").at("/reason");
    }
  }

  /** Sends the claim back: the partner corrects it and claims again, with time to do so. */
  @Transactional(rollbackOn = Exception.class)
  public FundActivitySummary giveBack(Actor actor, MoveActivity command) {
    FundActivity activity = file.toDecide(actor, command.activity(), command.version());
    Waiting claim = waiting(actor, activity);
    ActivityDecisions.requireReason(command);
    FundProgram program = programs.version(activity.versionId());
    LocalDate day = clock.today(program.zone()).plusDays(DAYS_TO_CORRECT);
    activity.giveClaimBack(day, program.endOf(day), clock.now());
    decide(actor, claim, ClaimState.RETURNED, command.reason());
    return file.told(actor, activity, "CLAIM_RETURNED", null, activity.claimBy(), command.reason());
  }

  /** Refuses the claim for good; what is left of the promise is free again. */
  @Transactional(rollbackOn = Exception.class)
  public FundActivitySummary reject(Actor actor, MoveActivity command) {
    FundActivity activity = file.toDecide(actor, command.activity(), command.version());
    Waiting claim = waiting(actor, activity);
    ActivityDecisions.requireReason(command);
    activity.rejectClaim(clock.now());
    file.store(activity);
    decide(actor, claim, ClaimState.REJECTED, command.reason());
    Money released = commitments.release(actor, ActivityFile.promised(activity), command.reason());
    return file.told(actor, activity, "CLAIM_REJECTED", released.amount(), null, command.reason());
  }

  private void decide(Actor actor, Waiting claim, ClaimState state, String reason) {
    int won =
        sql.update(
            "UPDATE fund_claim SET state = ?, decided_by = ?, decided_at = ?, reason = ?"
                + " WHERE id = ? AND state = 'CLAIMED'",
            state,
            actor.username(),
            clock.now(),
            reason,
            claim.id());
    if (won != 1) {
      throw Problem.conflict("stale");
    }
  }

  /**
   * Ends an activity of which a part was reimbursed: what is left of the promise is free again. The
   * partner may do so himself; the vendor says why.
   */
  @Transactional(rollbackOn = Exception.class)
  public FundActivitySummary close(Actor actor, MoveActivity command) {
    FundActivity activity;
    if (actor.partner().isPresent()) {
      activity = file.own(actor, command.activity(), command.version());
    } else {
      actor.require(Role.CHANNEL_MANAGER, Role.FINANCE);
      activity = file.toDecide(actor, command.activity(), command.version());
      ActivityDecisions.requireReason(command);
    }
    activity.close(clock.now());
    file.store(activity);
    Money released = commitments.release(actor, ActivityFile.promised(activity), command.reason());
    return file.told(actor, activity, "CLOSED", released.amount(), null, command.reason());
  }
}
