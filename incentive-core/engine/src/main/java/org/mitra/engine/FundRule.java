package org.mitra.engine;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mitra.money.Currency;
import org.mitra.money.Decimals;
import org.mitra.money.Exact;
import org.mitra.money.Money;
import org.mitra.money.Rate;

/**
 * A market development fund: the vendor's share of what a partner spends on agreed activities.
 *
 * @param share of eligible cost that is reimbursed, above 0% and up to 100%
 * @param perActivity most that one activity is reimbursed, in the program's currency; empty for no
 *     limit
 * @param claimWithinDays days after an activity ends within which it must be claimed, 1 to 366
 * @param accrual how the fund grows with purchases; empty where money is given by decision alone
 */
public record FundRule(
    Rate share,
    Optional<BigDecimal> perActivity,
    int claimWithinDays,
    Optional<FundAccrual> accrual)
    implements Rule {

  public FundRule {
    Check check = new Check();
    check.rate("share", share);
    check.that(!Rate.ZERO.equals(share), "share", "amount-not-positive");
    check.limit("perActivity", perActivity);
    check.within("claimWithinDays", claimWithinDays, 1, 366, "days-out-of-range");
    check.done();
    perActivity = perActivity.map(Decimals::normal);
  }

  public FundRule(Rate share, Optional<BigDecimal> perActivity, int claimWithinDays) {
    this(share, perActivity, claimWithinDays, Optional.empty());
  }

  @Override
  public String type() {
    return "fund";
  }

  /**
   * What is reimbursed: the least of what was approved and not reimbursed yet, the share of the
   * eligible cost, and the limit for one activity. 50% of 70M, approved 40M: 35M. What was cut off,
   * and why, is part of the explanation.
   *
   * @param approvedLeft approved and not reimbursed yet
   * @param eligibleCost what the partner proved to have spent
   */
  public Entitlement reimburse(Money approvedLeft, Money eligibleCost) {
    Currency currency = approvedLeft.currency();
    if (!currency.equals(eligibleCost.currency())) {
      throw new IllegalArgumentException("cost in " + eligibleCost.currency());
    }
    Exact shared = share.of(eligibleCost.exact());
    Exact limited = perActivity.map(Exact::of).orElse(shared).min(shared);
    Exact due = limited.min(approvedLeft.exact()).max(Exact.ZERO);
    List<Derivation> steps = new ArrayList<>();
    steps.add(
        Derivation.leaf(
            "fund-share", Facts.of("share", share, "cost", eligibleCost.exact()), shared));
    if (limited.compareTo(shared) < 0) {
      steps.add(
          Derivation.leaf("fund-above-limit", Facts.of("limit", limited), limited.minus(shared)));
    }
    if (due.compareTo(limited) < 0) {
      steps.add(
          Derivation.leaf(
              "fund-above-approval",
              Facts.of("approved", approvedLeft.exact()),
              due.minus(limited)));
    }
    Derivation why =
        new Derivation(
            "reimbursement",
            Facts.of(
                "share", share, "cost", eligibleCost.exact(), "approved", approvedLeft.exact()),
            due,
            steps.size() > 1 ? steps : List.of());
    return Entitlement.of(why, currency);
  }
}
