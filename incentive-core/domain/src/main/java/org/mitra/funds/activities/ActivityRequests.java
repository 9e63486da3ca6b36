package org.mitra.funds.activities;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.UUID;
import org.mitra.access.Actor;
import org.mitra.access.PartnerScope;
import org.mitra.data.BusinessClock;
import org.mitra.data.Sql;
import org.mitra.data.Uids;
import org.mitra.funds.Amounts;
import org.mitra.funds.Commitments;
import org.mitra.funds.FundProgram;
import org.mitra.funds.FundPrograms;
import org.mitra.money.Currency;
import org.mitra.money.Money;
import org.mitra.problem.Problem;

/** What a partner does about an activity before he claims it. */
@ApplicationScoped
public class ActivityRequests {
  @Inject private Sql sql;
  @Inject private ActivityFile file;
  @Inject private FundPrograms programs;
  @Inject private Commitments commitments;
  @Inject private BusinessClock clock;

  /**
   * Writes a request, or changes it as long as it is a draft or came back.
   *
   * @throws Problem 404 for a fund, activity or file of somebody else, 409 when it was changed or
   *     handed in since
   */
  @Transactional(rollbackOn = Exception.class)
  public FundActivitySummary save(Actor actor, SaveActivity command) {
    long fundId = ownFund(actor.requirePartner(), command.fund());
    Currency currency = file.currency(fundId);
    Amounts.positive(command.plannedCost(), currency, "plannedCost");
    Amounts.positive(command.requested(), currency, "requested");
    FundActivity activity;
    if (command.activity() == null) {
      activity =
          new FundActivity(
              Uids.next(clock.now()),
              fundId,
              actor.requirePartner().partnerId().getAsLong(),
              command,
              actor.username(),
              clock.now(),
              clock.today());
      file.add(activity);
    } else {
      activity = file.own(actor, command.activity(), command.version());
      if (activity.fundId() != fundId) {
        throw Problem.refused("fund-activity.fund-fixed").at("/fund");
      }
      activity.change(command, clock.now());
    }
    file.attach(activity, 0, command.documents());
    return file.told(
        actor,
        activity,
        command.activity() == null ? "CREATED" : "CHANGED",
        command.requested(),
        null,
        "");
  }

  private long ownFund(PartnerScope partner, UUID fund) {
    return sql.row(
            row -> row.number("id"),
            "SELECT id FROM fund WHERE uid = ? AND partner_id = ?",
            fund,
            partner.partnerId().getAsLong())
        .orElseThrow(Problem::notFound);
  }

  /**
   * Hands the request in.
   *
   * @throws Problem 422 when it is over already, or outside the program
   */
  @Transactional(rollbackOn = Exception.class)
  public FundActivitySummary submit(Actor actor, MoveActivity command) {
    FundActivity activity = file.own(actor, command.activity(), command.version());
    activity.submit(clock.now());
    FundProgram program = programs.on(file.programId(activity.fundId()), activity.startsOn());
    LocalDate today = clock.today(program.zone());
    if (activity.endsOn().isBefore(today)) {
      throw Problem.refused("fund-activity.past").at("/endsOn");
    }
    boolean inside =
        program.terms().term().contains(activity.startsOn())
            && program.terms().term().contains(activity.endsOn());
    if (!inside) {
      throw Problem.refused("fund-activity.outside-program")
          .with("from", program.terms().from())
          .with("until", program.terms().term().lastDay())
          .at("/startsOn");
    }
    return file.told(actor, activity, "SUBMITTED", activity.requested(), null, "");
  }

  /** Gives the activity up; what was promised is free again. */
  @Transactional(rollbackOn = Exception.class)
  public FundActivitySummary withdraw(Actor actor, MoveActivity command) {
    FundActivity activity = file.own(actor, command.activity(), command.version());
    activity.withdraw(clock.now());
    file.store(activity);
    Money released = commitments.release(actor, ActivityFile.promised(activity), command.reason());
    return file.told(
        actor,
        activity,
        "WITHDRAWN",
        released.isZero() ? null : released.amount(),
        null,
        command.reason());
  }

  /**
   * Says that the activity happened.
   *
   * @throws Problem 422 before it begins, or when it is too late to claim it
   */
  @Transactional(rollbackOn = Exception.class)
  public FundActivitySummary execute(Actor actor, MoveActivity command) {
    FundActivity activity = file.own(actor, command.activity(), command.version());
    activity.execute(clock.now());
    FundProgram program = programs.version(activity.versionId());
    if (clock.today(program.zone()).isBefore(activity.startsOn())) {
      throw Problem.refused("fund-activity.not-begun").with("day", activity.startsOn());
    }
    if (activity.isLate(clock.now())) {
      throw Problem.refused("fund-activity.late").with("day", activity.claimBy());
    }
    return file.told(actor, activity, "EXECUTED", null, null, command.reason());
  }
}
