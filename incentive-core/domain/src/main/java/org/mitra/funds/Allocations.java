package org.mitra.funds;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.mitra.access.Actor;
import org.mitra.access.Role;
import org.mitra.data.BusinessClock;
import org.mitra.data.Sql;
import org.mitra.engine.EnrollmentMode;
import org.mitra.event.DomainEvent;
import org.mitra.funds.FundAccount.Effect;
import org.mitra.funds.FundLots.NewLot;
import org.mitra.funds.Lots.Part;
import org.mitra.money.Currency;
import org.mitra.money.Money;
import org.mitra.problem.Problem;

/** Gives money to funds, and takes back what is not promised. */
@ApplicationScoped
public class Allocations {
  @Inject private Sql sql;
  @Inject private FundRows rows;
  @Inject private FundAccount account;
  @Inject private FundLots fundLots;
  @Inject private FundPrograms programs;
  @Inject private FundBudget budget;
  @Inject private BusinessClock clock;
  @Inject private Event<DomainEvent> events;

  /**
   * Gives a partner a lot.
   *
   * @throws Problem 422 without such a program or partner, for a day that is over, or above the
   *     budget of the program
   */
  @Transactional(rollbackOn = Exception.class)
  public FundAllocation allocate(Actor actor, AllocateFund command) {
    actor.require(Role.CHANNEL_MANAGER, Role.FINANCE);
    FundProgram program = programs.require(command.program());
    return allocate(actor, program, command, false);
  }

  /** Like {@link #allocate(Actor, AllocateFund)}, for a decision that was made before. */
  @Transactional(Transactional.TxType.MANDATORY)
  public FundAllocation allocate(
      Actor actor, FundProgram program, AllocateFund command, boolean accrued) {
    Receiver partner = receiver(program, command.partner());
    Currency currency = program.terms().currency().orElse(partner.currency());
    Money amount = Amounts.positive(command.amount(), currency, "amount");
    checkDays(program, command);
    if (command.carryOver() != null && command.carryOver().limit() != null) {
      Amounts.positive(command.carryOver().limit(), currency, "carryOver/limit");
    }
    Fund fund = account.lock(fundLots.fundOf(program.id(), partner.id(), currency));
    fundLots.expireDue(fund);
    budget.take(program, amount);
    UUID lot =
        fundLots.allocate(
            actor,
            fund,
            program.endOf(command.expiresOn()),
            new NewLot(
                amount, command.expiresOn(), accrued, command.carryOver(), null, command.note()));
    events.fire(
        DomainEvent.of(
            actor,
            "fund.allocated",
            fund.uid(),
            "lot",
            lot.toString(),
            "partner",
            partner.code(),
            "program",
            program.code(),
            "amount",
            amount.toString(),
            "expiresOn",
            command.expiresOn().toString()));
    return rows.allocation(lot);
  }

  private record Receiver(long id, String code, Currency currency, boolean active) {}

  private Receiver receiver(FundProgram program, String code) {
    Receiver partner =
        sql.row(
                row ->
                    new Receiver(
                        row.number("id"),
                        row.text("code"),
                        Currency.of(row.text("currency")),
                        row.flag("active")),
                "SELECT id, code, currency, active FROM partner WHERE code = ?",
                code)
            .orElseThrow(
                () -> Problem.refused("partner.unknown").with("code", code).at("/partner"));
    if (!partner.active()) {
      throw Problem.refused("fund.partner-inactive").with("code", code).at("/partner");
    }
    LocalDate today = clock.today(program.zone());
    boolean enrolled =
        program.terms().enrollment() == EnrollmentMode.EVERYONE
            || !sql.rows(
                    row -> row.number("id"),
                    "SELECT id FROM enrollment WHERE program_id = ? AND partner_id = ?"
                        + " AND valid_from <= ? AND valid_to > ?",
                    program.id(),
                    partner.id(),
                    today,
                    today)
                .isEmpty();
    if (!enrolled) {
      throw Problem.refused("fund.not-enrolled")
          .with("partner", code)
          .with("program", program.code())
          .at("/partner");
    }
    return partner;
  }

  private void checkDays(FundProgram program, AllocateFund command) {
    if (command.expiresOn().isBefore(clock.today(program.zone()))) {
      throw Problem.refused("fund.expiry-past").with("day", command.expiresOn()).at("/expiresOn");
    }
    LocalDate latest = program.terms().until().plusYears(1);
    LocalDate last =
        command.carryOver() == null ? command.expiresOn() : command.carryOver().until();
    if (command.carryOver() != null && !last.isAfter(command.expiresOn())) {
      throw Problem.refused("fund.carry-until").at("/carryOver/until");
    }
    if (last.isAfter(latest)) {
      throw Problem.refused("fund.expiry-late").with("latest", latest).at("/expiresOn");
    }
  }

  /**
   * Takes back a part of a lot.
   *
   * @throws Problem 404 for an unknown lot, 409 when it was changed since, 422 for more than is
   *     available
   */
  @Transactional(rollbackOn = Exception.class)
  public FundAllocation lower(Actor actor, LowerAllocation command) {
    actor.require(Role.CHANNEL_MANAGER, Role.FINANCE);
    UUID uid = command.allocation();
    long fundId =
        sql.row(
                row -> row.number("fund_id"),
                "SELECT fund_id FROM fund_allocation WHERE uid = ?",
                uid)
            .orElseThrow(Problem::notFound);
    Fund fund = account.lock(fundId);
    fundLots.expireDue(fund);
    int won =
        sql.update(
            "UPDATE fund_allocation SET version = version + 1 WHERE uid = ? AND version = ?",
            uid,
            command.version());
    if (won != 1) {
      throw Problem.conflict("stale");
    }
    Lot lot =
        account.lots(fund).stream().filter(l -> l.uid().equals(uid)).findFirst().orElseThrow();
    Money amount = Amounts.positive(command.amount(), fund.currency(), "amount");
    if (amount.compareTo(lot.available()) > 0) {
      throw Problem.refused("fund.lot-committed")
          .with("available", lot.available().amount().toPlainString())
          .with("currency", fund.currency().code())
          .at("/amount");
    }
    account.move(
        actor,
        fund,
        MovementKind.ALLOCATE,
        List.of(new Part(lot.id(), amount.negated())),
        new Effect(
            "fund lower " + uid + " " + command.version(),
            clock.today(),
            "fund-lowered",
            null,
            "",
            command.reason()),
        fund.expense(),
        fund.available());
    budget.giveBack(fund.programId(), amount);
    events.fire(
        DomainEvent.of(
            actor,
            "fund.lowered",
            fund.uid(),
            "lot",
            uid.toString(),
            "amount",
            amount.toString(),
            "reason",
            command.reason()));
    return rows.allocation(uid);
  }
}
