package org.mitra.funds;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.mitra.access.Actor;
import org.mitra.access.PartnerScope;
import org.mitra.access.Role;
import org.mitra.data.Batch;
import org.mitra.data.BusinessClock;
import org.mitra.data.ListQuery;
import org.mitra.data.Slice;
import org.mitra.data.Sql;
import org.mitra.engine.FundRule;
import org.mitra.money.Currency;
import org.mitra.problem.Problem;

/** Market development funds: what partners were given, and what became of it. */
@ApplicationScoped
public class Funds {
  @Inject private Sql sql;
  @Inject private FundRows rows;
  @Inject private FundPrograms programs;
  @Inject private FundCheck check;
  @Inject private BusinessClock clock;

  /** Funds, newest first; filters: program, partner, partnerName. */
  @Transactional
  public Slice<FundSummary> list(PartnerScope scope, ListQuery query) {
    return rows.summaries(scope).slice(sql, query);
  }

  @Transactional
  public Batch<FundSummary> batch(
      PartnerScope scope, String cursor, int size, Map<String, String> filters) {
    return rows.summaries(scope).batch(sql, cursor, size, filters);
  }

  /**
   * A fund with its lots, and why each figure is what it is.
   *
   * @throws Problem 404 when there is none, or it is none of the reader's business today
   */
  @Transactional
  public FundDetail get(PartnerScope scope, UUID uid) {
    FundSummary summary = summary(scope, uid);
    FundProgram program = programs.on(programId(uid), clock.today());
    FundRule rule = program.rule();
    List<FundAllocation> lots = rows.allocations(uid);
    List<FundMovement> movements =
        new ArrayList<>(
            rows.movements(scope, uid).slice(sql, ListQuery.firstRows(ListQuery.MOST)).rows());
    Collections.reverse(movements);
    return new FundDetail(
        summary,
        rule.share().toString(),
        rule.perActivity().orElse(null),
        rule.claimWithinDays(),
        program.terms().until(),
        lots,
        FundFigure.explain(lots, movements, Currency.of(summary.currency())));
  }

  private FundSummary summary(PartnerScope scope, UUID uid) {
    return rows
        .summaries(scope)
        .where("f.uid = ?", uid)
        .slice(sql, ListQuery.firstRows(1))
        .rows()
        .stream()
        .findFirst()
        .orElseThrow(Problem::notFound);
  }

  private long programId(UUID fund) {
    return sql.row(
            row -> row.number("program_id"), "SELECT program_id FROM fund WHERE uid = ?", fund)
        .orElseThrow(Problem::notFound);
  }

  /** What happened to a fund, newest first; filters: kind, lot. */
  @Transactional
  public Slice<FundMovement> movements(PartnerScope scope, UUID fund, ListQuery query) {
    summary(scope, fund);
    return rows.movements(scope, fund).slice(sql, query);
  }

  @Transactional
  public Batch<FundMovement> movements(
      PartnerScope scope, UUID fund, String cursor, int size, Map<String, String> filters) {
    summary(scope, fund);
    return rows.movements(scope, fund).batch(sql, cursor, size, filters);
  }

  /** Sums that do not agree with movements or books; always empty. */
  @Transactional
  public List<FundDifference> differences(Actor actor) {
    actor.require(Role.FINANCE, Role.AUDITOR);
    return check.differences();
  }
}
