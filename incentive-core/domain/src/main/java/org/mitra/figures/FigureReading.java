package org.mitra.figures;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import org.mitra.access.PartnerScope;
import org.mitra.data.BusinessClock;
import org.mitra.data.Listing;
import org.mitra.data.Sql;

/** Figures as people see them: the house all of them, partners what was agreed with them. */
@ApplicationScoped
class FigureReading {
  @Inject private BusinessClock clock;

  Listing<AgreedFigure> listing(PartnerScope scope) {
    boolean insider = scope.isEveryone();
    Listing<AgreedFigure> listing =
        Listing.of(
                row -> figure(row, insider),
                "f.*, g.code AS program, v.name_id, v.name_en, p.code AS partner,"
                    + " p.name AS partner_name, c.amount AS current_amount",
                "agreed_figure f JOIN program g ON g.id = f.program_id"
                    + " JOIN program_version v ON v.program_id = g.id AND v.number = (SELECT"
                    + " MAX(newest.number) FROM program_version newest WHERE"
                    + " newest.program_id = g.id AND newest.state = 'PUBLISHED')"
                    + " JOIN partner p ON p.id = f.partner_id"
                    + " LEFT JOIN agreed_figure c ON c.program_id = f.program_id"
                    + " AND c.partner_id = f.partner_id AND c.period_start = f.period_start"
                    + " AND c.kind = f.kind AND c.slot = 1")
            .within(scope, "f.partner_id", clock.today())
            .filter("program", Listing.Match.CODE, "g.code")
            .filter("partner", Listing.Match.CODE, "p.code")
            .filter("kind", Listing.Match.EQUALS, "f.kind")
            .filter("state", Listing.Match.EQUALS, "f.state")
            .filter("from", Listing.Match.FROM, "f.period_start")
            .filter("until", Listing.Match.UNTIL, "f.period_start")
            .sort("periodStart", "f.period_start")
            .sort("program", "g.code")
            .sort("partner", "p.code")
            .newestFirst("f.id");
    return insider ? listing : listing.where("f.state = 'APPROVED'");
  }

  private static AgreedFigure figure(Sql.Row row, boolean insider) throws SQLException {
    String decidedBy = row.text("decided_by");
    return new AgreedFigure(
        row.uuid("uid"),
        row.text("program"),
        row.text("name_id"),
        row.text("name_en"),
        row.text("partner"),
        row.text("partner_name"),
        row.day("period_start"),
        row.constant("kind", FigureKind.class),
        row.decimal("amount"),
        row.decimal("current_amount"),
        row.constant("state", FigureState.class),
        insider ? row.text("reason") : "",
        insider ? row.text("proposed_by") : "",
        row.instant("proposed_at"),
        insider && decidedBy != null ? decidedBy : "",
        row.instant("decided_at"));
  }
}
