package org.mitra.funds.activities;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.util.Map;
import java.util.UUID;
import org.mitra.access.PartnerScope;
import org.mitra.data.Batch;
import org.mitra.data.ListQuery;
import org.mitra.data.Slice;
import org.mitra.data.Sql;
import org.mitra.documents.Documents;
import org.mitra.engine.Explanation;
import org.mitra.engine.FundRule;
import org.mitra.funds.Amounts;
import org.mitra.funds.FundProgram;
import org.mitra.funds.FundPrograms;
import org.mitra.money.Currency;
import org.mitra.money.Money;
import org.mitra.problem.Problem;

/** What partners do with fund money. */
@ApplicationScoped
public class FundActivities {
  @Inject private Sql sql;
  @Inject private ActivityRows rows;
  @Inject private ClaimRows claims;
  @Inject private FundPrograms programs;
  @Inject private Documents documents;

  /** Activities, newest first; filters: number, title, state, kind, program, partner, fund. */
  @Transactional
  public Slice<FundActivitySummary> list(PartnerScope scope, ListQuery query) {
    return rows.summaries(scope).slice(sql, query);
  }

  @Transactional
  public Batch<FundActivitySummary> batch(
      PartnerScope scope, String cursor, int size, Map<String, String> filters) {
    return rows.summaries(scope).batch(sql, cursor, size, filters);
  }

  /**
   * An activity with its claims and its story.
   *
   * @throws Problem 404 when there is none, or it is none of the reader's business
   */
  @Transactional
  public FundActivityDetail get(PartnerScope scope, UUID uid) {
    FundActivitySummary summary = rows.summary(scope, uid);
    ActivityRows.Rest rest = rows.rest(uid);
    FundProgram program = program(summary, rest);
    FundRule rule = program.rule();
    Currency currency = Currency.of(summary.currency());
    Money approvedLeft = new Money(summary.approved().subtract(summary.reimbursed()), currency);
    BigDecimal most = rule.perActivity().orElse(summary.plannedCost()).min(summary.plannedCost());
    return new FundActivityDetail(
        summary,
        rest.description(),
        rule.share().toString(),
        rule.perActivity().orElse(null),
        rule.reimburse(new Money(most, currency), new Money(summary.plannedCost(), currency))
            .amount()
            .amount(),
        rest.available(),
        approvedLeft.amount(),
        rule.claimWithinDays(),
        rest.extended(),
        rest.begunBefore(),
        rest.preApprovedBy(),
        documents.of(rest.partnerId(), rows.documents(rest.id(), 0)),
        claims.claims(new ClaimRows.Of(rest.id(), rest.partnerId(), rule, approvedLeft)),
        rows.events(rest.id()));
  }

  /**
   * What would be reimbursed, and why, if so much of the claimed cost were accepted now.
   *
   * @param eligibleCost in the currency of the fund
   * @throws Problem 400 for an amount that cannot be paid, 404 for an activity that is none of the
   *     reader's business
   */
  @Transactional
  public Explanation preview(PartnerScope scope, UUID uid, BigDecimal eligibleCost) {
    FundActivitySummary summary = rows.summary(scope, uid);
    ActivityRows.Rest rest = rows.rest(uid);
    FundProgram program = program(summary, rest);
    Currency currency = Currency.of(summary.currency());
    return program
        .rule()
        .reimburse(
            new Money(summary.approved().subtract(summary.reimbursed()), currency),
            Amounts.positive(eligibleCost, currency, "eligibleCost"))
        .explanation();
  }

  /** The program on the terms that were promised; before a promise, on those of its first day. */
  private FundProgram program(FundActivitySummary summary, ActivityRows.Rest rest) {
    return rest.versionId() == null
        ? programs.on(rest.programId(), summary.startsOn())
        : programs.version(rest.versionId());
  }
}
