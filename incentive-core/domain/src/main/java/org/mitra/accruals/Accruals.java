package org.mitra.accruals;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.mitra.access.PartnerScope;
import org.mitra.data.Batch;
import org.mitra.data.BusinessClock;
import org.mitra.data.ListQuery;
import org.mitra.data.Listing;
import org.mitra.data.Slice;
import org.mitra.data.Sql;
import org.mitra.engine.AccrualKey;
import org.mitra.engine.Calculation;
import org.mitra.engine.CompiledProgram;
import org.mitra.engine.Kind;
import org.mitra.engine.SalesLine;
import org.mitra.engine.Settles;
import org.mitra.money.Currency;
import org.mitra.problem.Problem;
import org.mitra.programs.Programs;
import org.mitra.time.Period;

/** What partners have earned, and why. Live: a sale shows with the transaction that brings it. */
@ApplicationScoped
public class Accruals {
  @Inject private Sql sql;
  @Inject private Programs programs;
  @Inject private SalesLines salesLines;
  @Inject private Explaining explaining;
  @Inject private Admissions admissions;
  @Inject private Gains gains;
  @Inject private BusinessClock clock;

  /** Accruals, newest first; filters: program, partner, state of the period. */
  @Transactional
  public Slice<AccrualSummary> list(PartnerScope scope, ListQuery query) {
    return listing(scope).slice(sql, query);
  }

  @Transactional
  public Batch<AccrualSummary> batch(
      PartnerScope scope, String cursor, int size, Map<String, String> filters) {
    return listing(scope).batch(sql, cursor, size, filters);
  }

  /**
   * An accrual with its explanation, computed from the facts as they are.
   *
   * @throws Problem 404 when there is none, or it is none of the reader's business
   */
  @Transactional
  public AccrualDetail get(PartnerScope scope, UUID uid) {
    AccrualSummary summary =
        listing(scope).where("a.uid = ?", uid).slice(sql, ListQuery.firstRows(1)).rows().stream()
            .findFirst()
            .orElseThrow(Problem::notFound);
    CompiledProgram program =
        programs.compiled().stream()
            .filter(p -> p.id().equals(summary.programCode()))
            .findFirst()
            .orElseThrow();
    AccrualKey key =
        new AccrualKey(
            program.id(),
            summary.partnerCode(),
            new Period(summary.periodStart(), summary.periodEnd()),
            Currency.of(summary.currency()));
    Calculation calculation = explaining.of(partnerId(summary.partnerCode()), key);
    List<AccrualDetail.RefusedLine> refused =
        calculation.refusals().stream()
            .filter(r -> r.program().equals(program.id()) && program.pays(r.line(), key.payee()))
            .filter(r -> isOf(r.line(), key.period(), program.zone()))
            .map(Accruals::refusedLine)
            .toList();
    return new AccrualDetail(
        summary,
        calculation.entitlement(key).explanation(),
        refused.stream().limit(AccrualDetail.MOST).toList(),
        refused.size(),
        trueUps(uid));
  }

  /** Lines of other periods are read where they matter to this one; they were refused there. */
  private static boolean isOf(SalesLine line, Period period, ZoneId zone) {
    return period.contains(LocalDate.ofInstant(line.countsAt(), zone))
        || (line.kind() != Kind.SALE && period.contains(LocalDate.ofInstant(line.soldAt(), zone)));
  }

  private static AccrualDetail.RefusedLine refusedLine(Calculation.Refused refused) {
    SalesLine line = refused.line();
    return new AccrualDetail.RefusedLine(
        line.document(),
        line.line(),
        line.kind().name(),
        line.item().code(),
        line.soldAt(),
        line.quantity(),
        line.net(),
        line.currency().code(),
        refused.refusal().code(),
        refused.refusal().had(),
        refused.refusal().needed());
  }

  private List<AccrualDetail.TrueUp> trueUps(UUID accrual) {
    return sql.rows(
        row ->
            new AccrualDetail.TrueUp(
                row.integer("number"),
                row.decimal("amount"),
                row.decimal("entitled"),
                row.flag("adjustment"),
                row.day("effective_on"),
                row.instant("recorded_at"),
                row.uuid("entry_uid")),
        "SELECT t.*, e.uid AS entry_uid FROM true_up t JOIN accrual a ON a.id = t.accrual_id"
            + " JOIN journal_entry e ON e.id = t.entry_id WHERE a.uid = ? ORDER BY t.number",
        accrual);
  }

  private Listing<AccrualSummary> listing(PartnerScope scope) {
    return Listing.of(
            Accruals::summary,
            "a.*, p.code AS program_code, v.name_id, v.name_en, v.rule_type,"
                + " o.code AS partner_code, o.name AS partner_name, c.program_id IS NOT NULL AS closed",
            "accrual a JOIN program p ON p.id = a.program_id JOIN partner o ON o.id = a.partner_id"
                + " JOIN program_version v ON v.program_id = p.id AND v.number ="
                + " (SELECT MAX(n.number) FROM program_version n"
                + " WHERE n.program_id = p.id AND n.state = 'PUBLISHED')"
                + " LEFT JOIN closed_period c ON c.program_id = a.program_id"
                + " AND c.period_start = a.period_start")
        .within(scope, "a.partner_id", "a.period_start")
        .filter("program", Listing.Match.EQUALS, "p.code")
        .filter("partner", Listing.Match.CONTAINS, "o.code")
        .filter("partnerName", Listing.Match.CONTAINS, "o.name")
        .filter("ruleType", Listing.Match.EQUALS, "v.rule_type")
        .filterBy(
            "running",
            "CASE WHEN a.period_end > '" + clock.today() + "' THEN 'true' ELSE 'false' END = ?")
        .sort("program", "p.code")
        .sort("partner", "o.code")
        .sort("partnerName", "o.name")
        .sort("periodStart", "a.period_start")
        .sort("entitled", "a.entitled")
        .sort("posted", "a.posted")
        .newestFirst("a.id");
  }

  private static AccrualSummary summary(Sql.Row row) throws SQLException {
    return new AccrualSummary(
        row.uuid("uid"),
        row.text("program_code"),
        row.text("name_id"),
        row.text("name_en"),
        row.text("rule_type"),
        row.text("partner_code"),
        row.text("partner_name"),
        row.day("period_start"),
        row.day("period_end"),
        row.text("currency"),
        row.text("next_measure"),
        row.decimal("qualifying"),
        row.decimal("paying"),
        row.integer("line_count"),
        row.decimal("entitled"),
        row.decimal("posted"),
        row.decimal("next_threshold"),
        row.decimal("next_missing"),
        row.text("next_offer"),
        row.decimal("next_earned"),
        row.flag("closed"),
        row.constant("settles", Settles.class),
        row.instant("refreshed_at"));
  }

  private long partnerId(String code) {
    return sql.row(row -> row.number("id"), "SELECT id FROM partner WHERE code = ?", code)
        .orElseThrow(Problem::notFound);
  }

  /**
   * Counts units in a program that pays on claims, in the transaction of the approval: what the
   * partner has earned changes with it.
   *
   * @param claim public id of the claim that was approved
   * @param program code of the program
   * @param partnerId row id of the partner who claimed
   * @return keys of the units that count already by another claim; of these nothing was changed
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public Set<String> admit(UUID claim, String program, long partnerId, List<Admission> units) {
    return admissions.admit(claim, program, partnerId, units);
  }

  /**
   * What units would bring the partner, if they counted, by period; nothing is written.
   *
   * @param units none of which counts yet
   */
  @Transactional
  public List<Gain> gains(
      CompiledProgram program, long partnerId, String partner, List<Admission> units) {
    return gains.of(program, partnerId, partner, units);
  }

  /**
   * Sales lines as the engine judges them, by row id, as if no unit of them was claimed yet. Rows
   * that were superseded are left out.
   */
  @Transactional
  public Map<Long, SalesLine> linesUnclaimed(Collection<Long> rows) {
    return salesLines.unclaimed(rows);
  }
}
