package org.mitra.funds;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.mitra.access.Actor;
import org.mitra.accruals.Purse;
import org.mitra.data.Sql;
import org.mitra.engine.FundAccrual;
import org.mitra.funds.FundAccount.Effect;
import org.mitra.funds.FundLots.NewLot;
import org.mitra.funds.Lots.Part;
import org.mitra.money.Money;
import org.mitra.problem.Problem;

/**
 * Funds that grow with purchases: each period has a lot of its own. Goods that come back take their
 * share out of it; what was promised or spent of it by then is taken from lots that other periods
 * have brought, as far as something is free in them.
 */
@ApplicationScoped
class FundAccruals implements Purse {
  @Inject private Sql sql;
  @Inject private FundAccount account;
  @Inject private FundLots fundLots;
  @Inject private FundPrograms programs;
  @Inject private FundBudget budget;

  @Override
  @Transactional(Transactional.TxType.MANDATORY)
  public Optional<Moved> move(Actor actor, long partnerId, Change change) {
    LocalDate day = change.key().period().start();
    FundProgram program = programs.on(id(change.key().program()), day);
    Fund fund = account.lock(fundLots.fundOf(program.id(), partnerId, change.key().currency()));
    fundLots.expireDue(fund);
    Money more = change.entitled().minus(change.taken());
    return more.signum() > 0
        ? give(actor, fund, program, change, more)
        : takeBack(actor, fund, program, change, more.negated());
  }

  private long id(String code) {
    return sql.row(row -> row.number("id"), "SELECT id FROM program WHERE code = ?", code)
        .orElseThrow(Problem::notFound);
  }

  private OptionalLong lotOf(Fund fund, Change change) {
    return sql.row(
            row -> OptionalLong.of(row.number("id")),
            "SELECT id FROM fund_allocation WHERE fund_id = ? AND accrued_for = ?",
            fund.id(),
            change.key().period().start())
        .orElse(OptionalLong.empty());
  }

  private Optional<Moved> give(
      Actor actor, Fund fund, FundProgram program, Change change, Money more) {
    Money given = budget.takeUpTo(program, more);
    if (given.isZero()) {
      return Optional.empty();
    }
    OptionalLong known = lotOf(fund, change);
    long lot = known.isPresent() ? known.getAsLong() : open(actor, fund, program, change);
    List<Part> parts = List.of(new Part(lot, given));
    long entry = move(actor, fund, change, parts, "fund-accrued");
    // A sale of long ago may bring something when its lot is over already.
    fundLots.expireAtOnce(fund, parts, change.effect());
    fundLots.expireDue(fund);
    return Optional.of(new Moved(given, entry));
  }

  private long open(Actor actor, Fund fund, FundProgram program, Change change) {
    FundAccrual accrual = program.rule().accrual().orElseThrow();
    LocalDate last = accrual.expiresOn(change.key().period());
    NewLot lot = new NewLot(Money.zero(fund.currency()), last, true, null, null, "");
    long id = fundLots.open(actor, fund, program.endOf(last), lot);
    sql.update(
        "UPDATE fund_allocation SET accrued_for = ? WHERE id = ?",
        change.key().period().start(),
        id);
    return id;
  }

  private Optional<Moved> takeBack(
      Actor actor, Fund fund, FundProgram program, Change change, Money wanted) {
    OptionalLong own = lotOf(fund, change);
    if (own.isEmpty()) {
      return Optional.empty();
    }
    Money none = Money.zero(fund.currency());
    List<Lot> lots = account.lots(fund);
    Lot lot = lots.stream().filter(it -> it.id() == own.getAsLong()).findFirst().orElseThrow();
    List<Part> parts = new ArrayList<>();
    Money here = wanted.min(lot.lapsed() ? none : lot.available());
    if (here.signum() > 0) {
      parts.add(new Part(lot.id(), here.negated()));
    }
    // What was used of it beyond what it earned, less what others gave for that before.
    Money used = lot.committed().plus(lot.paid()).minus(change.entitled().max(none)).max(none);
    Money missing = used.minus(lot.allocated().minus(change.taken())).min(wanted.minus(here));
    for (long other : accrued(fund, lot.id())) {
      Lot free = lots.stream().filter(it -> it.id() == other).findFirst().orElseThrow();
      Money part = missing.min(free.available());
      if (part.signum() > 0) {
        parts.add(new Part(other, part.negated()));
        missing = missing.minus(part);
      }
    }
    if (parts.isEmpty()) {
      return Optional.empty();
    }
    Money back = Lots.sum(parts, none);
    long entry = move(actor, fund, change, parts, "fund-accrual-lowered");
    budget.giveBack(program.id(), back.negated());
    return Optional.of(new Moved(back, entry));
  }

  /** Open lots that other periods have brought, those that expire last first. */
  private List<Long> accrued(Fund fund, long except) {
    return sql.rows(
        row -> row.number("id"),
        "SELECT id FROM fund_allocation WHERE fund_id = ? AND origin = 'ACCRUED'"
            + " AND lapsed = FALSE AND id <> ? ORDER BY expires_on DESC, number DESC",
        fund.id(),
        except);
  }

  private long move(Actor actor, Fund fund, Change change, List<Part> parts, String memo) {
    return account.move(
        actor,
        fund,
        MovementKind.ALLOCATE,
        parts,
        new Effect(change.effect(), change.day(), memo, null, "", ""),
        fund.expense(),
        fund.available());
  }
}
