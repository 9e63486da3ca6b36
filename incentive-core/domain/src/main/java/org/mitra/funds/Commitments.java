package org.mitra.funds;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.mitra.access.Actor;
import org.mitra.data.BusinessClock;
import org.mitra.data.Sql;
import org.mitra.funds.FundAccount.Effect;
import org.mitra.funds.Lots.Part;
import org.mitra.money.Money;
import org.mitra.payouts.NewPayable;
import org.mitra.payouts.Payables;
import org.mitra.problem.Problem;
import org.mitra.time.Period;

/**
 * Money that is promised to activities: promised, paid, given back. Each runs in the transaction of
 * the decision that it follows from, and brings the fund up to date first.
 */
@ApplicationScoped
public class Commitments {
  @Inject private FundAccount account;
  @Inject private FundLots fundLots;
  @Inject private Payables payables;
  @Inject private Sql sql;
  @Inject private BusinessClock clock;

  /**
   * What money is promised for.
   *
   * @param fundId row id of the fund
   * @param id row id of the activity
   * @param uid its public id
   * @param title as people know it
   */
  public record Activity(long fundId, long id, UUID uid, String title) {}

  /**
   * Promises an amount, from the lots that expire first.
   *
   * @throws Problem 422 when not so much is available
   */
  @Transactional(TxType.MANDATORY)
  public void commit(Actor actor, Activity activity, Money amount) {
    Fund fund = open(activity.fundId());
    List<Lot> lots = account.lots(fund);
    Money available = Lots.available(lots, Money.zero(fund.currency()));
    if (amount.compareTo(available) > 0) {
      throw Problem.refused("fund.not-enough")
          .with("available", available.amount().toPlainString())
          .with("currency", fund.currency().code())
          .at("/amount");
    }
    account.move(
        actor,
        fund,
        MovementKind.COMMIT,
        Lots.consume(lots, amount),
        effect("fund commit " + activity.uid(), "fund-committed", activity, ""),
        fund.available(),
        fund.committed());
  }

  /**
   * Makes a part of what is promised payable, from the lots that were consumed first.
   *
   * @param claim what was approved; it is paid once
   * @param days of the activity
   */
  @Transactional(TxType.MANDATORY)
  public void pay(Actor actor, Activity activity, UUID claim, Period days, Money amount) {
    Fund fund = open(activity.fundId());
    List<Part> parts = Lots.firstOf(account.held(fund, activity.id()), amount);
    UUID payable =
        payables.add(
            actor,
            new NewPayable(
                NewPayable.SourceKind.FUND,
                claim.toString(),
                fund.program(),
                fund.partnerId(),
                days,
                amount,
                fund.committed(),
                "fund-paid",
                Map.of(
                    "program", fund.program(),
                    "partner", fund.partner(),
                    "title", activity.title())));
    long entry =
        sql.row(
                row -> row.number("entry_id"),
                "SELECT entry_id FROM payable WHERE uid = ?",
                payable)
            .orElseThrow();
    account.record(
        actor, fund, MovementKind.PAY, parts, effect("", "fund-paid", activity, ""), entry);
  }

  /**
   * Gives back all that is still promised to the activity: to the lots that were consumed last, and
   * from there to nobody when they are over.
   *
   * @return how much came back
   */
  @Transactional(TxType.MANDATORY)
  public Money release(Actor actor, Activity activity, String reason) {
    Fund fund = open(activity.fundId());
    List<Part> held = account.held(fund, activity.id());
    Money amount = Lots.sum(held, Money.zero(fund.currency()));
    if (amount.isZero()) {
      return amount;
    }
    List<Part> parts = Lots.lastOf(held, amount);
    account.move(
        actor,
        fund,
        MovementKind.RELEASE,
        parts,
        effect("fund release " + activity.uid(), "fund-released", activity, reason),
        fund.committed(),
        fund.available());
    fundLots.expireAtOnce(fund, parts, activity.uid().toString(), activity.id(), activity.title());
    return amount;
  }

  private Effect effect(String key, String memo, Activity activity, String reason) {
    return new Effect(key, clock.today(), memo, activity.id(), activity.title(), reason);
  }

  private Fund open(long fundId) {
    Fund fund = account.lock(fundId);
    fundLots.expireDue(fund);
    return fund;
  }
}
