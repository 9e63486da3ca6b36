package org.mitra.feeds;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.mitra.data.Listing;
import org.mitra.data.Sql;
import org.mitra.mappings.FeedKind;
import org.mitra.problem.Problem;

/** Rows of the quarantine as people see them. */
@ApplicationScoped
class QuarantineReading {
  private static final String COLUMNS =
      "q.uid, i.uid AS import_uid, q.feed, q.kind, q.number, q.document, q.state, q.problems,"
          + " q.amount, q.currency, i.uploaded_at, q.decided_by, q.decided_at, q.note";
  private static final String FROM = "quarantined_row q JOIN feed_import i ON i.id = q.import_id";

  @Inject private Sql sql;

  static Listing<QuarantineSummary> listing() {
    return filtered(Listing.of(QuarantineReading::summary, COLUMNS, FROM));
  }

  static Listing<Quarantine.Reject> rejects() {
    return filtered(
        Listing.of(
            row ->
                new Quarantine.Reject(
                    row.text("feed"),
                    row.text("file_name"),
                    row.constant("kind", FeedKind.class),
                    row.number("number"),
                    RowProblem.of(RowJson.problems(row.text("problems")))),
            "q.feed, i.file_name, q.kind, q.number, q.problems",
            FROM));
  }

  private static <T> Listing<T> filtered(Listing<T> listing) {
    return listing
        .where("q.state <> 'WAITING'")
        .filter("state", Listing.Match.EQUALS, "q.state")
        .filter("reason", Listing.Match.EQUALS, "q.reason")
        .filter("kind", Listing.Match.EQUALS, "q.kind")
        .filter("feed", Listing.Match.CONTAINS, "q.feed")
        .filter("document", Listing.Match.CONTAINS, "q.document")
        .filter("import", Listing.Match.UID, "i.uid = ?")
        .sort("number", "q.number")
        .sort("document", "q.document")
        .sort("reason", "q.reason")
        .sort("amount", "q.amount")
        .newestFirst("q.id");
  }

  private static QuarantineSummary summary(Sql.Row row) throws SQLException {
    List<RowProblem> problems = RowProblem.of(RowJson.problems(row.text("problems")));
    return new QuarantineSummary(
        row.uuid("uid"),
        row.uuid("import_uid"),
        row.text("feed"),
        row.constant("kind", FeedKind.class),
        row.number("number"),
        row.text("document"),
        row.constant("state", QuarantineState.class),
        problems.isEmpty() ? null : problems.get(0),
        row.decimal("amount"),
        row.text("currency"),
        row.instant("uploaded_at"),
        row.text("decided_by"),
        row.instant("decided_at"),
        row.text("note"));
  }

  QuarantineDetail get(UUID uid) {
    return sql.row(
            row ->
                new QuarantineDetail(
                    summary(row),
                    RowJson.cells(row.text("cells")),
                    RowProblem.of(RowJson.problems(row.text("problems"))),
                    row.text("outcome").isEmpty() ? null : row.constant("outcome", Outcome.class),
                    row.uuid("result_uid"),
                    row.integer("version")),
            "SELECT "
                + COLUMNS
                + ", q.cells, q.outcome, q.result_uid, q.version FROM "
                + FROM
                + " WHERE q.uid = ? AND q.state <> 'WAITING'",
            uid)
        .orElseThrow(Problem::notFound);
  }

  long id(UUID uid) {
    return sql.row(row -> row.number("id"), "SELECT id FROM quarantined_row WHERE uid = ?", uid)
        .orElseThrow(Problem::notFound);
  }

  List<Preview.Reason> reasons() {
    return sql.rows(
        row -> new Preview.Reason(row.text("reason"), row.number("n")),
        "SELECT reason, COUNT(*) AS n FROM quarantined_row WHERE state = 'QUARANTINED'"
            + " GROUP BY reason ORDER BY n DESC, reason");
  }
}
