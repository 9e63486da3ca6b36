package org.mitra.funds;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.mitra.access.PartnerScope;
import org.mitra.data.BusinessClock;
import org.mitra.data.Listing;
import org.mitra.data.Listing.Match;
import org.mitra.data.Sql;

/** Reads funds, lots and movements. */
@ApplicationScoped
class FundRows {
  private static final String SUMS =
      "SELECT fund_id, SUM(CASE origin WHEN 'ALLOCATED' THEN allocated ELSE 0 END) AS allocated,"
          + " SUM(CASE origin WHEN 'ACCRUED' THEN allocated ELSE 0 END) AS accrued,"
          + " SUM(committed) AS committed, SUM(paid) AS paid, SUM(expired) AS expired,"
          + " SUM(allocated - committed - paid - expired) AS available"
          + " FROM fund_allocation GROUP BY fund_id";

  private static final String NEXT =
      "SELECT x.id FROM fund_allocation x WHERE x.fund_id = f.id AND x.lapsed = FALSE"
          + " AND x.allocated - x.committed - x.paid - x.expired > 0"
          + " ORDER BY x.expires_on, x.number LIMIT 1";

  @Inject private Sql sql;
  @Inject private BusinessClock clock;

  /** Funds of partners who are visible today: a balance is about now. */
  Listing<FundSummary> summaries(PartnerScope scope) {
    return Listing.of(
            FundRows::summary,
            "f.uid, f.currency, g.code AS program_code, v.name_id, v.name_en,"
                + " p.code AS partner_code, p.name AS partner_name, s.*,"
                + " n.expires_on AS next_expiry,"
                + " n.allocated - n.committed - n.paid - n.expired AS expiring",
            "fund f JOIN program g ON g.id = f.program_id JOIN partner p ON p.id = f.partner_id"
                + " JOIN program_version v ON v.program_id = g.id AND v.number ="
                + " (SELECT MAX(o.number) FROM program_version o"
                + " WHERE o.program_id = g.id AND o.state = 'PUBLISHED')"
                + " JOIN ("
                + SUMS
                + ") s ON s.fund_id = f.id LEFT JOIN fund_allocation n ON n.id = ("
                + NEXT
                + ")")
        .within(scope, "f.partner_id", clock.today())
        .filter("program", Match.CONTAINS, "g.code")
        .filter("partner", Match.CONTAINS, "p.code")
        .filter("partnerName", Match.CONTAINS, "p.name")
        .sort("program", "g.code")
        .sort("partner", "p.code")
        .sort("partnerName", "p.name")
        .sort("given", "s.allocated + s.accrued")
        .sort("committed", "s.committed")
        .sort("paid", "s.paid")
        .sort("expired", "s.expired")
        .sort("available", "s.available")
        .sort("nextExpiry", "n.expires_on")
        .newestFirst("f.id");
  }

  private static FundSummary summary(Sql.Row row) throws SQLException {
    return new FundSummary(
        row.uuid("uid"),
        row.text("program_code"),
        row.text("name_id"),
        row.text("name_en"),
        row.text("partner_code"),
        row.text("partner_name"),
        row.text("currency"),
        row.decimal("allocated"),
        row.decimal("accrued"),
        row.decimal("committed"),
        row.decimal("paid"),
        row.decimal("expired"),
        row.decimal("available"),
        row.day("next_expiry"),
        row.decimal("expiring"));
  }

  private static final String LOTS =
      "SELECT a.*, c.number AS carried_number, e.uid AS accrual_uid"
          + " FROM fund_allocation a JOIN fund f ON f.id = a.fund_id LEFT JOIN accrual e"
          + " ON e.program_id = f.program_id AND e.partner_id = f.partner_id"
          + " AND e.period_start = a.accrued_for AND e.currency = f.currency"
          + " LEFT JOIN fund_allocation c ON c.id = a.carried_from";

  /** The lots of a fund in the order in which they are consumed. */
  List<FundAllocation> allocations(UUID fund) {
    return sql.rows(
        FundRows::allocation, LOTS + " WHERE f.uid = ? ORDER BY a.expires_on, a.number", fund);
  }

  FundAllocation allocation(UUID uid) {
    return sql.row(FundRows::allocation, LOTS + " WHERE a.uid = ?", uid).orElseThrow();
  }

  private static FundAllocation allocation(Sql.Row row) throws SQLException {
    var percent = row.decimal("carry_percent");
    var allocated = row.decimal("allocated");
    var committed = row.decimal("committed");
    var paid = row.decimal("paid");
    var expired = row.decimal("expired");
    var carried = row.optionalNumber("carried_number");
    return new FundAllocation(
        row.uuid("uid"),
        row.integer("number"),
        row.text("origin").equals("ACCRUED"),
        row.day("accrued_for"),
        row.uuid("accrual_uid"),
        carried.isEmpty() ? null : (int) carried.getAsLong(),
        row.day("expires_on"),
        row.flag("lapsed"),
        percent == null
            ? null
            : new CarryOver(percent, row.decimal("carry_limit"), row.day("carry_until")),
        allocated,
        committed,
        paid,
        expired,
        allocated.subtract(committed).subtract(paid).subtract(expired),
        row.text("note"),
        row.text("created_by"),
        row.instant("created_at"),
        row.integer("version"));
  }

  /** Movements of a fund, each as far as its partner was visible on the day on which it counts. */
  Listing<FundMovement> movements(PartnerScope scope, UUID fund) {
    return Listing.of(
            FundRows::movement,
            "a.number AS lot, m.*, e.uid AS entry_uid, t.uid AS activity_uid,"
                + " COALESCE(t.title, '') AS title",
            "fund_movement m JOIN fund f ON f.id = m.fund_id"
                + " JOIN fund_allocation a ON a.id = m.allocation_id"
                + " JOIN journal_entry e ON e.id = m.entry_id"
                + " LEFT JOIN fund_activity t ON t.id = m.activity_id")
        .where("f.uid = ?", fund)
        .within(scope, "f.partner_id", "m.effective_on")
        .filter("kind", Match.EQUALS, "m.kind")
        .filter("lot", Match.EQUALS, "a.number")
        .sort("effectiveOn", "m.effective_on")
        .sort("amount", "m.amount")
        .newestFirst("m.id");
  }

  private static FundMovement movement(Sql.Row row) throws SQLException {
    return new FundMovement(
        row.integer("lot"),
        row.constant("kind", MovementKind.class),
        row.decimal("amount"),
        row.uuid("activity_uid"),
        row.text("title"),
        row.text("reason"),
        row.day("effective_on"),
        row.instant("recorded_at"),
        row.text("recorded_by"),
        row.uuid("entry_uid"));
  }
}
