package org.mitra.funds.activities;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.mitra.access.Actor;
import org.mitra.access.FourEyes;
import org.mitra.data.BusinessClock;
import org.mitra.funds.Amounts;
import org.mitra.funds.Commitments;
import org.mitra.funds.FundProgram;
import org.mitra.funds.FundPrograms;
import org.mitra.money.Decimals;
import org.mitra.money.Money;
import org.mitra.problem.Problem;

/** What the vendor decides about an activity before it is claimed. */
@ApplicationScoped
public class ActivityDecisions {
  /** A deadline is moved by this many days at most. */
  static final int LONGEST_EXTENSION = 366;

  @Inject private ActivityFile file;
  @Inject private FundPrograms programs;
  @Inject private Commitments commitments;
  @Inject private FinanceLimit financeLimit;
  @Inject private BusinessClock clock;

  /**
   * Promises money for an activity, all of what was requested or less.
   *
   * @throws Problem 403 for his own request or above the limit for managers, 409 when it was
   *     changed or decided since, 422 above the request, the program's limit or what is available
   */
  @Transactional(rollbackOn = Exception.class)
  public FundActivitySummary approve(Actor actor, ApproveActivity command) {
    FundActivity activity = file.toDecide(actor, command.activity(), command.version());
    activity.require(ActivityState.SUBMITTED);
    FourEyes.check(activity.requestedBy(), actor);
    Money amount = Amounts.positive(command.amount(), file.currency(activity.fundId()), "amount");
    FundProgram program = programs.on(file.programId(activity.fundId()), activity.startsOn());
    checkAmount(activity, program, command, amount);
    financeLimit.check(actor, amount);
    LocalDate claimBy = activity.endsOn().plusDays(program.rule().claimWithinDays());
    Instant until = program.endOf(claimBy);
    Instant now = clock.now();
    if (!now.isBefore(until)) {
      throw Problem.refused("fund-activity.late").with("day", claimBy);
    }
    activity.approve(amount.amount(), actor.username(), program.versionId(), claimBy, until, now);
    file.store(activity);
    commitments.commit(actor, ActivityFile.promised(activity), amount);
    return file.told(actor, activity, "APPROVED", amount.amount(), claimBy, command.reason());
  }

  private static void checkAmount(
      FundActivity activity, FundProgram program, ApproveActivity command, Money amount) {
    if (!program.published()) {
      throw Problem.refused("fund.no-program").with("code", program.code());
    }
    int compared = amount.amount().compareTo(activity.requested());
    if (compared > 0) {
      throw Problem.refused("fund-activity.above-request")
          .with("requested", Decimals.plain(activity.requested()))
          .with("currency", amount.currency().code())
          .at("/amount");
    }
    if (compared < 0 && command.reason().isEmpty()) {
      throw Problem.refused("fund-activity.reason-missing").at("/reason");
    }
    Optional<BigDecimal> limit = program.rule().perActivity();
    if (limit.isPresent() && amount.amount().compareTo(limit.get()) > 0) {
      throw Problem.refused("fund-activity.above-limit")
          .with("limit", Decimals.plain(limit.get()))
          .with("currency", amount.currency().code())
          .at("/amount");
    }
  }

  /** Sends the request back; the partner may change it and hand it in again. */
  @Transactional(rollbackOn = Exception.class)
  public FundActivitySummary giveBack(Actor actor, MoveActivity command) {
    FundActivity activity = file.toDecide(actor, command.activity(), command.version());
    FourEyes.check(activity.requestedBy(), actor);
    requireReason(command);
    activity.giveBack(clock.now());
    return file.told(actor, activity, "RETURNED", null, null, command.reason());
  }

  /** Refuses the request for good. */
  @Transactional(rollbackOn = Exception.class)
  public FundActivitySummary reject(Actor actor, MoveActivity command) {
    FundActivity activity = file.toDecide(actor, command.activity(), command.version());
    FourEyes.check(activity.requestedBy(), actor);
    requireReason(command);
    activity.reject(clock.now());
    return file.told(actor, activity, "REJECTED", null, null, command.reason());
  }

  /**
   * Gives the partner more time to claim, once.
   *
   * @throws Problem 422 for a day that is not later, or a year later
   */
  @Transactional(rollbackOn = Exception.class)
  public FundActivitySummary extend(Actor actor, ExtendActivity command) {
    FundActivity activity = file.toDecide(actor, command.activity(), command.version());
    activity.require(ActivityState.APPROVED, ActivityState.EXECUTED);
    if (activity.isLate(clock.now())) {
      throw Problem.refused("fund-activity.late").with("day", activity.claimBy());
    }
    LocalDate latest = activity.claimBy().plusDays(LONGEST_EXTENSION);
    if (!command.claimBy().isAfter(activity.claimBy()) || command.claimBy().isAfter(latest)) {
      throw Problem.refused("fund-activity.extension")
          .with("claimBy", activity.claimBy())
          .with("latest", latest)
          .at("/claimBy");
    }
    FundProgram program = programs.version(activity.versionId());
    activity.extend(command.claimBy(), program.endOf(command.claimBy()), clock.now());
    return file.told(actor, activity, "EXTENDED", null, command.claimBy(), command.reason());
  }

  static void requireReason(MoveActivity command) {
    if (command.reason().isEmpty()) {
      throw Problem.refused("fund-activity.reason-missing").at("/reason");
    }
  }
}
