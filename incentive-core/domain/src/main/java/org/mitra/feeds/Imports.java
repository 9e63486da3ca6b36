package org.mitra.feeds;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.mitra.access.Actor;
import org.mitra.access.Role;
import org.mitra.data.Batch;
import org.mitra.data.BusinessClock;
import org.mitra.data.Fields;
import org.mitra.data.ListQuery;
import org.mitra.data.Sha256;
import org.mitra.data.Slice;
import org.mitra.data.Sql;
import org.mitra.data.Uids;
import org.mitra.event.DomainEvent;
import org.mitra.jobs.JobDetail;
import org.mitra.jobs.JobState;
import org.mitra.jobs.Jobs;
import org.mitra.mappings.Mappings;
import org.mitra.problem.Problem;

/**
 * Files on their way in: uploaded, looked at, committed or discarded. Nothing of a file becomes a
 * fact before somebody has committed it, and committing the same file again changes nothing.
 */
@ApplicationScoped
public class Imports {
  /** The largest file that is taken, in bytes. */
  public static final long LARGEST = ImportFiles.LARGEST;

  @Inject private Sql sql;
  @Inject private Mappings mappings;
  @Inject private ImportFiles files;
  @Inject private ImportReading reading;
  @Inject private Jobs jobs;
  @Inject private BusinessClock clock;
  @Inject private Event<DomainEvent> events;

  /**
   * Stores a file and has it looked at.
   *
   * @param mapping name of a mapping, whose newest version is meant, or the id of a version
   * @param fileName for people
   * @param content read to its end; not closed
   * @throws Problem 413 when the file is too large, 422 for an unknown mapping or an empty file
   */
  @Transactional(rollbackOn = Exception.class)
  public ImportDetail upload(Actor actor, String mapping, String fileName, InputStream content)
      throws IOException {
    requireWriter(actor);
    Mappings.Stored chosen = mappings.find(mapping);
    Instant now = clock.now();
    UUID uid = Uids.next(now);
    String name = Fields.optional(baseName(fileName), 200, "file");
    long id =
        sql.insert(
            "INSERT INTO feed_import (uid, kind, origin, mapping_id, file_name, file_size,"
                + " file_hash, state, row_count, phase, next_row, preview, refusal, uploaded_by,"
                + " uploaded_at, committed_by, version)"
                + " VALUES (?, ?, 'FILE', ?, ?, 0, ?, 'UPLOADED', 0, 'ROWS', 0, '', '', ?, ?, '', 0)",
            uid,
            chosen.mapping().kind(),
            chosen.id(),
            name.isEmpty() ? "file" : name,
            Sha256.NONE,
            actor.username(),
            now);
    ImportFiles.Stored stored = files.store(id, content);
    if (stored.size() == 0) {
      throw Problem.refused("file.empty").at("/file");
    }
    sql.update(
        "UPDATE feed_import SET file_size = ?, file_hash = ? WHERE id = ?",
        stored.size(),
        stored.hash(),
        id);
    queue(actor, id, uid, PreviewJob.KIND, name);
    events.fire(
        DomainEvent.of(
            actor,
            "import.uploaded",
            uid,
            "file",
            name,
            "sha256",
            stored.hash().hex(),
            "mapping",
            chosen.name()));
    return get(actor, uid);
  }

  /** What comes after the last slash: browsers and programs send all kinds of paths. */
  private static String baseName(String fileName) {
    String name = fileName == null ? "" : fileName.replaceAll("[\\p{Cc}\\u202A-\\u202E]", "");
    return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
  }

  /** Every job of an import has a number: asked for again, the same job is the answer. */
  private void queue(Actor actor, long id, UUID uid, String kind, String name) {
    sql.update("UPDATE feed_import SET version = version + 1 WHERE id = ?", id);
    int version =
        sql.row(row -> row.integer("version"), "SELECT version FROM feed_import WHERE id = ?", id)
            .orElseThrow();
    JobDetail job = jobs.queue(actor, kind, name, uid + "/" + version, String.valueOf(id));
    sql.update("UPDATE feed_import SET job_uid = ? WHERE id = ?", job.uid(), id);
  }

  /**
   * Looks at an uploaded file again, perhaps with another mapping.
   *
   * @param mapping name or id of a mapping; empty for the newest version of its own
   * @throws Problem 409 when it is being committed, or was; 422 for a mapping of another kind
   */
  @Transactional(rollbackOn = Exception.class)
  public ImportDetail preview(Actor actor, UUID uid, String mapping) {
    requireWriter(actor);
    ImportSummary summary = reading.get(uid).summary();
    Mappings.Stored chosen =
        mappings.find(mapping == null || mapping.isBlank() ? summary.mapping() : mapping);
    if (chosen.mapping().kind() != summary.kind()) {
      throw Problem.refused("import.other-kind").at("/mapping");
    }
    int moved =
        sql.update(
            "UPDATE feed_import SET state = 'UPLOADED', mapping_id = ?, preview = '', refusal = ''"
                + " WHERE uid = ? AND origin = 'FILE'"
                + " AND state IN ('UPLOADED', 'PREVIEWED', 'REFUSED')",
            chosen.id(),
            uid);
    if (moved == 0) {
      throw Problem.conflict("import.not-open");
    }
    queue(actor, id(uid), uid, PreviewJob.KIND, summary.fileName());
    return get(actor, uid);
  }

  /**
   * Has the rows of a file taken in. Asked for again, it is already being done; after a failure it
   * goes on where it was.
   *
   * @throws Problem 409 when the file was not looked at yet, cannot be read, or was discarded
   */
  @Transactional(rollbackOn = Exception.class)
  public ImportDetail commit(Actor actor, UUID uid) {
    requireWriter(actor);
    ImportDetail detail = reading.get(uid);
    long id = id(uid);
    int moved =
        sql.update(
            "UPDATE feed_import SET state = 'COMMITTING', committed_by = ?, committed_at = ?"
                + " WHERE id = ? AND state = 'PREVIEWED'",
            actor.username(),
            clock.now(),
            id);
    boolean failed =
        detail.summary().state() == ImportState.COMMITTING
            && detail.job() != null
            && detail.job().state() == JobState.FAILED;
    if (moved == 1 || failed) {
      queue(actor, id, uid, CommitJob.KIND, detail.summary().fileName());
      events.fire(
          DomainEvent.of(actor, "import.committed", uid, "file", detail.summary().fileName()));
    } else if (detail.summary().state() != ImportState.COMMITTING
        && detail.summary().state() != ImportState.COMMITTED) {
      throw Problem.conflict("import.not-previewed");
    }
    return get(actor, uid);
  }

  /**
   * Gives an upload up, before it is committed.
   *
   * @throws Problem 409 when it is being committed, or was
   */
  @Transactional(rollbackOn = Exception.class)
  public ImportDetail discard(Actor actor, UUID uid) {
    requireWriter(actor);
    ImportDetail detail = reading.get(uid);
    int moved =
        sql.update(
            "UPDATE feed_import SET state = 'DISCARDED', version = version + 1, finished_at = ?"
                + " WHERE uid = ? AND origin = 'FILE'"
                + " AND state IN ('UPLOADED', 'PREVIEWED', 'REFUSED')",
            clock.now(),
            uid);
    if (moved == 1) {
      sql.update("DELETE FROM feed_file_part WHERE import_id = ?", id(uid));
      events.fire(
          DomainEvent.of(actor, "import.discarded", uid, "file", detail.summary().fileName()));
    } else if (detail.summary().state() != ImportState.DISCARDED) {
      throw Problem.conflict("import.not-open");
    }
    return get(actor, uid);
  }

  private long id(UUID uid) {
    return sql.row(row -> row.number("id"), "SELECT id FROM feed_import WHERE uid = ?", uid)
        .orElseThrow(Problem::notFound);
  }

  private static void requireWriter(Actor actor) {
    actor.require(Role.ADMINISTRATOR, Role.CHANNEL_MANAGER);
  }

  static void requireReader(Actor actor) {
    actor.require(Role.ADMINISTRATOR, Role.CHANNEL_MANAGER, Role.FINANCE, Role.AUDITOR);
  }

  /** Imports, newest first. */
  @Transactional
  public Slice<ImportSummary> list(Actor actor, ListQuery query) {
    requireReader(actor);
    return ImportReading.listing().slice(sql, query);
  }

  @Transactional
  public Batch<ImportSummary> batch(
      Actor actor, String cursor, int size, Map<String, String> filters) {
    requireReader(actor);
    return ImportReading.listing().batch(sql, cursor, size, filters);
  }

  /**
   * @throws Problem 404 when there is no such import
   */
  @Transactional
  public ImportDetail get(Actor actor, UUID uid) {
    requireReader(actor);
    return reading.get(uid);
  }

  /**
   * A temporary copy of the file as it was uploaded, which the caller deletes.
   *
   * @throws Problem 404 when the import has no file
   */
  @Transactional
  public Path file(Actor actor, UUID uid) {
    requireReader(actor);
    ImportSummary summary = reading.get(uid).summary();
    if (!summary.origin().equals("FILE") || summary.state() == ImportState.DISCARDED) {
      throw Problem.notFound();
    }
    return files.copy(id(uid));
  }
}
