package org.mitra.feeds;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.mitra.access.Actor;
import org.mitra.data.Listing;
import org.mitra.data.Sha256;
import org.mitra.data.Sql;
import org.mitra.jobs.JobDetail;
import org.mitra.jobs.Jobs;
import org.mitra.mappings.FeedKind;
import org.mitra.problem.Problem;

/** Imports as people see them. */
@ApplicationScoped
class ImportReading {
  private static final String COLUMNS =
      "i.uid, i.kind, i.origin, COALESCE(m.name, '') AS mapping, i.file_name, i.state, i.row_count,"
          + " (SELECT COUNT(*) FROM quarantined_row q WHERE q.import_id = i.id"
          + " AND q.state = 'QUARANTINED') AS quarantined, i.uploaded_by, i.uploaded_at";
  private static final String FROM =
      "feed_import i LEFT JOIN feed_mapping m ON m.id = i.mapping_id";

  @Inject private Sql sql;
  @Inject private Jobs jobs;
  @Inject private ControlTotals totals;

  private final Jsonb json = JsonbBuilder.create();

  static Listing<ImportSummary> listing() {
    return Listing.of(ImportReading::summary, COLUMNS, FROM)
        .filter("fileName", Listing.Match.CONTAINS, "i.file_name")
        .filter("kind", Listing.Match.EQUALS, "i.kind")
        .filter("origin", Listing.Match.EQUALS, "i.origin")
        .filter("mapping", Listing.Match.CONTAINS, "m.name")
        .filter("state", Listing.Match.EQUALS, "i.state")
        .sort("fileName", "i.file_name")
        .sort("uploadedAt", "i.uploaded_at")
        .newestFirst("i.id");
  }

  private static ImportSummary summary(Sql.Row row) throws SQLException {
    return new ImportSummary(
        row.uuid("uid"),
        row.constant("kind", FeedKind.class),
        row.text("origin"),
        row.text("mapping"),
        row.text("file_name"),
        row.constant("state", ImportState.class),
        row.number("row_count"),
        row.number("quarantined"),
        row.text("uploaded_by"),
        row.instant("uploaded_at"));
  }

  private record Found(
      long id,
      ImportSummary summary,
      UUID mappingUid,
      int mappingNumber,
      long size,
      Sha256 hash,
      String preview,
      String refusal,
      UUID jobUid,
      String committedBy,
      Instant committedAt,
      Instant finishedAt) {}

  ImportDetail get(UUID uid) {
    Found found =
        sql.row(
                ImportReading::found,
                "SELECT "
                    + COLUMNS
                    + ", i.id, m.uid AS mapping_uid, m.number, i.file_size, i.file_hash, i.preview,"
                    + " i.refusal, i.job_uid, i.committed_by, i.committed_at, i.finished_at FROM "
                    + FROM
                    + " WHERE i.uid = ?",
                uid)
            .orElseThrow(Problem::notFound);
    return new ImportDetail(
        found.summary(),
        found.mappingUid(),
        found.mappingNumber(),
        found.size(),
        found.hash().hex(),
        sameFile(found),
        found.preview().isEmpty() ? null : json.fromJson(found.preview(), Preview.class),
        refusal(found.refusal()),
        job(found.jobUid()),
        found.committedBy(),
        found.committedAt(),
        found.finishedAt(),
        totals.ofImport(found.id()),
        sql.rows(
            row -> new Preview.Reason(row.text("reason"), row.number("n")),
            "SELECT reason, COUNT(*) AS n FROM quarantined_row WHERE import_id = ?"
                + " AND state = 'QUARANTINED' GROUP BY reason ORDER BY n DESC, reason",
            found.id()));
  }

  private static Found found(Sql.Row row) throws SQLException {
    return new Found(
        row.number("id"),
        summary(row),
        row.uuid("mapping_uid"),
        row.integer("number"),
        row.number("file_size"),
        row.hash("file_hash"),
        row.text("preview"),
        row.text("refusal"),
        row.uuid("job_uid"),
        row.text("committed_by"),
        row.instant("committed_at"),
        row.instant("finished_at"));
  }

  private JobDetail job(UUID uid) {
    return uid == null ? null : jobs.get(Actor.system(), uid);
  }

  private static ImportDetail.Refusal refusal(String stored) {
    if (stored.isEmpty()) {
      return null;
    }
    Problem problem = RowJson.problem(stored);
    return new ImportDetail.Refusal(problem.code(), problem.facts());
  }

  private List<ImportDetail.SameFile> sameFile(Found found) {
    return sql.rows(
        row ->
            new ImportDetail.SameFile(
                row.uuid("uid"),
                row.constant("state", ImportState.class),
                row.text("uploaded_by"),
                row.instant("uploaded_at")),
        "SELECT uid, state, uploaded_by, uploaded_at FROM feed_import WHERE file_hash = ?"
            + " AND origin = 'FILE' AND id < ? AND state <> 'DISCARDED' ORDER BY id DESC LIMIT 5",
        found.hash(),
        found.id());
  }
}
