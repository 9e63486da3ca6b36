package org.mitra.funds.activities;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.mitra.access.PartnerScope;
import org.mitra.data.ListQuery;
import org.mitra.data.Listing;
import org.mitra.data.Listing.Match;
import org.mitra.data.Sql;
import org.mitra.problem.Problem;

/** Reads activities, their claims and their stories. */
@ApplicationScoped
class ActivityRows {
  static final String NUMBER = "CONCAT('MDF-', LPAD(a.id, 6, '0'))";

  @Inject private Sql sql;

  /** Activities of partners, as far as they were visible on the day of the request. */
  Listing<FundActivitySummary> summaries(PartnerScope scope) {
    return Listing.of(
            ActivityRows::summary,
            "a.uid, a.title, a.kind, a.starts_on, a.ends_on, a.planned_cost, a.requested,"
                + " a.approved, a.reimbursed, a.state, a.claim_by, a.requested_at, a.changed_at,"
                + " a.version, f.uid AS fund, f.currency, g.code AS program_code, v.name_id,"
                + " v.name_en, p.code AS partner_code, p.name AS partner_name, "
                + NUMBER
                + " AS number",
            "fund_activity a JOIN fund f ON f.id = a.fund_id JOIN program g ON g.id = f.program_id"
                + " JOIN partner p ON p.id = a.partner_id"
                + " JOIN program_version v ON v.program_id = g.id AND v.number ="
                + " (SELECT MAX(o.number) FROM program_version o"
                + " WHERE o.program_id = g.id AND o.state = 'PUBLISHED')")
        .within(scope, "a.partner_id", "a.requested_on")
        .filter("number", Match.CONTAINS, NUMBER)
        .filter("title", Match.CONTAINS, "a.title")
        .filter("state", Match.EQUALS, "a.state")
        .filter("kind", Match.EQUALS, "a.kind")
        .filter("program", Match.CONTAINS, "g.code")
        .filter("partner", Match.CONTAINS, "p.code")
        .filter("partnerName", Match.CONTAINS, "p.name")
        .filterBy("fund", "f.uid = UNHEX(REPLACE(?, '-', ''))")
        .filterBy(
            "waiting",
            "CASE WHEN a.state IN ('SUBMITTED', 'CLAIMED') THEN 'true' ELSE 'false' END = ?")
        .sort("number", "a.id")
        .sort("title", "a.title")
        .sort("partnerName", "p.name")
        .sort("state", "a.state")
        .sort("startsOn", "a.starts_on")
        .sort("requested", "a.requested")
        .sort("approved", "a.approved")
        .sort("reimbursed", "a.reimbursed")
        .sort("claimBy", "a.claim_by")
        .sort("changedAt", "a.changed_at")
        .newestFirst("a.id");
  }

  private static FundActivitySummary summary(Sql.Row row) throws SQLException {
    return new FundActivitySummary(
        row.uuid("uid"),
        row.text("number"),
        row.uuid("fund"),
        row.text("program_code"),
        row.text("name_id"),
        row.text("name_en"),
        row.text("partner_code"),
        row.text("partner_name"),
        row.text("title"),
        row.constant("kind", ActivityKind.class),
        row.day("starts_on"),
        row.day("ends_on"),
        row.text("currency"),
        row.decimal("planned_cost"),
        row.decimal("requested"),
        row.decimal("approved"),
        row.decimal("reimbursed"),
        row.constant("state", ActivityState.class),
        row.day("claim_by"),
        row.instant("requested_at"),
        row.instant("changed_at"),
        row.integer("version"));
  }

  /**
   * @throws Problem 404 when there is none, or it is none of the reader's business
   */
  FundActivitySummary summary(PartnerScope scope, UUID uid) {
    return summaries(scope)
        .where("a.uid = ?", uid)
        .slice(sql, ListQuery.firstRows(1))
        .rows()
        .stream()
        .findFirst()
        .orElseThrow(Problem::notFound);
  }

  /** What only the page of one activity shows. */
  record Rest(
      long id,
      long partnerId,
      long programId,
      Long versionId,
      String description,
      boolean extended,
      boolean begunBefore,
      String preApprovedBy,
      BigDecimal available) {}

  Rest rest(UUID uid) {
    return sql.row(
            row -> {
              var version = row.optionalNumber("version_id");
              return new Rest(
                  row.number("id"),
                  row.number("partner_id"),
                  row.number("program_id"),
                  version.isEmpty() ? null : version.getAsLong(),
                  row.text("description"),
                  row.flag("extended"),
                  row.flag("begun_before"),
                  row.text("pre_approved_by"),
                  row.decimal("available"));
            },
            "SELECT a.*, f.program_id, a.starts_on < a.requested_on AS begun_before,"
                + " (SELECT COALESCE(SUM(l.allocated - l.committed - l.paid - l.expired), 0)"
                + " FROM fund_allocation l WHERE l.fund_id = f.id AND l.lapsed = FALSE) AS available"
                + " FROM fund_activity a JOIN fund f ON f.id = a.fund_id WHERE a.uid = ?",
            uid)
        .orElseThrow();
  }

  List<ActivityEvent> events(long activity) {
    return sql.rows(
        row ->
            new ActivityEvent(
                row.text("action"),
                row.constant("state", ActivityState.class),
                row.decimal("amount"),
                row.day("day"),
                row.text("reason"),
                row.text("actor"),
                row.text("actor_name"),
                row.instant("at")),
        "SELECT * FROM fund_activity_event WHERE activity_id = ? ORDER BY id",
        activity);
  }

  /** Files of the request, or of a claim. */
  List<UUID> documents(long activity, int claim) {
    return sql.rows(
        row -> row.uuid("document_uid"),
        "SELECT document_uid FROM fund_activity_document WHERE activity_id = ? AND claim = ?",
        activity,
        claim);
  }
}
