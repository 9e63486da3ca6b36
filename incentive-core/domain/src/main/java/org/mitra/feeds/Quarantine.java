package org.mitra.feeds;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.mitra.access.Actor;
import org.mitra.access.Role;
import org.mitra.data.Batch;
import org.mitra.data.BusinessClock;
import org.mitra.data.Fields;
import org.mitra.data.ListQuery;
import org.mitra.data.Slice;
import org.mitra.data.Sql;
import org.mitra.event.DomainEvent;
import org.mitra.jobs.JobDetail;
import org.mitra.jobs.Jobs;
import org.mitra.mappings.FeedKind;
import org.mitra.problem.Problem;

/**
 * Rows that cannot be believed, until somebody repairs and releases them, or dismisses them with a
 * reason. A released row goes the same road as a fresh one.
 */
@ApplicationScoped
public class Quarantine {
  private static final int LONGEST_CELL = 4_000;

  @Inject private Sql sql;
  @Inject private RowStore store;
  @Inject private Settling settling;
  @Inject private QuarantineReading reading;
  @Inject private Jobs jobs;
  @Inject private BusinessClock clock;
  @Inject private Event<DomainEvent> events;

  /**
   * Tries a row again, with repaired cells or because something else was put right. What is still
   * wrong afterwards stands in the answer, and the repaired cells are kept.
   *
   * @param cells text by column; null to leave the row as it is
   * @param version as read
   * @throws Problem 409 when it was changed or decided meanwhile
   */
  @Transactional(rollbackOn = Exception.class)
  public QuarantineDetail release(Actor actor, UUID uid, Map<String, String> cells, int version) {
    requireWriter(actor);
    QuarantineDetail before = reading.get(uid);
    KeptRow row =
        store.lock(List.of(reading.id(uid)), Outcome.QUARANTINED).stream()
            .filter(kept -> kept.version() == version)
            .findFirst()
            .orElseThrow(() -> Problem.conflict("stale"));
    KeptRow wanted = cells == null || cells.equals(row.cells()) ? row : repaired(row, cells);
    boolean released =
        !settling
            .settleKept(
                List.of(wanted),
                Outcome.QUARANTINED,
                true,
                actor.username(),
                wanted.isUnedited() ? "" : "repaired")
            .isEmpty();
    if (released || !wanted.isUnedited()) {
      events.fire(
          DomainEvent.of(
              actor,
              released ? "quarantine.released" : "quarantine.repaired",
              uid,
              "number",
              String.valueOf(row.number()),
              "reason",
              before.summary().problem().code(),
              "repaired",
              String.valueOf(!wanted.isUnedited()),
              "before",
              wanted.isUnedited() ? "" : RowJson.cells(row.cells())));
    }
    return reading.get(uid);
  }

  private static KeptRow repaired(KeptRow row, Map<String, String> cells) {
    if (!cells.keySet().equals(row.cells().keySet())) {
      throw Problem.invalid("quarantine.columns")
          .with("columns", String.join(", ", row.cells().keySet()))
          .at("/cells");
    }
    Map<String, String> ordered = new java.util.LinkedHashMap<>();
    row.cells()
        .keySet()
        .forEach(
            column ->
                ordered.put(column, Fields.optional(cells.get(column), LONGEST_CELL, column)));
    return row.edited(ordered);
  }

  /**
   * Sets a row aside.
   *
   * @param note why, for those who look later
   * @param version as read
   * @throws Problem 409 when it was changed or decided meanwhile
   */
  @Transactional(rollbackOn = Exception.class)
  public QuarantineDetail dismiss(Actor actor, UUID uid, String note, int version) {
    requireWriter(actor);
    String why = Fields.text(note, 500, "note");
    reading.get(uid);
    if (dismissed(actor, why, " AND uid = ? AND version = ?", uid, version) == 0) {
      throw Problem.conflict("stale");
    }
    events.fire(DomainEvent.of(actor, "quarantine.dismissed", uid, "note", why));
    return reading.get(uid);
  }

  /**
   * Sets all rows with a reason aside.
   *
   * @param importUid of that import only; null for all
   * @return how many
   */
  @Transactional(rollbackOn = Exception.class)
  public int dismissAll(Actor actor, UUID importUid, String reason, String note) {
    requireWriter(actor);
    String why = Fields.text(note, 500, "note");
    String code = Fields.text(reason, 64, "reason");
    int rows =
        importUid == null
            ? dismissed(actor, why, " AND reason = ?", code)
            : dismissed(
                actor,
                why,
                " AND reason = ? AND import_id = (SELECT id FROM feed_import WHERE uid = ?)",
                code,
                importUid);
    events.fire(
        DomainEvent.of(
            actor,
            "quarantine.dismissed",
            importUid == null ? "all" : importUid,
            "reason",
            code,
            "rows",
            String.valueOf(rows),
            "note",
            why));
    return rows;
  }

  /** The rows are found again by who decided when: that is how their totals are moved. */
  private int dismissed(Actor actor, String note, String condition, Object... parameters) {
    Instant now = clock.now();
    List<Object> bound = new java.util.ArrayList<>(List.of(actor.username(), now, note));
    bound.addAll(List.of(parameters));
    int rows =
        sql.update(
            "UPDATE quarantined_row SET state = 'DISMISSED', decided_by = ?, decided_at = ?,"
                + " note = ?, awaits = 0, version = version + 1 WHERE state = 'QUARANTINED'"
                + condition,
            bound.toArray());
    Tally tally = new Tally();
    sql.each(
        row -> tally.move(row, Outcome.QUARANTINED, Outcome.DISMISSED),
        "SELECT import_id, month, currency, COUNT(*) AS line_count, COALESCE(SUM(amount), 0)"
            + " AS amount FROM quarantined_row WHERE state = 'DISMISSED' AND decided_by = ?"
            + " AND decided_at = ? GROUP BY import_id, month, currency",
        actor.username(),
        now);
    tally.store(sql);
    return rows;
  }

  /**
   * Tries all rows with a reason again, as a job.
   *
   * @param importUid of that import only; null for all
   * @param key what makes two requests the same
   */
  @Transactional(rollbackOn = Exception.class)
  public JobDetail releaseAll(Actor actor, UUID importUid, String reason, String key) {
    requireWriter(actor);
    String code = Fields.text(reason, 64, "reason");
    Fields.text(key, 128, "key");
    events.fire(
        DomainEvent.of(
            actor, "quarantine.retried", importUid == null ? "all" : importUid, "reason", code));
    String argument = code + ' ' + (importUid == null ? "" : importUid) + ' ';
    return jobs.queue(actor, ReleaseJob.KIND, code, actor.username() + "/" + key, argument);
  }

  /** Rows in quarantine, and what was decided about others; newest first. */
  @Transactional
  public Slice<QuarantineSummary> list(Actor actor, ListQuery query) {
    Imports.requireReader(actor);
    return QuarantineReading.listing().slice(sql, query);
  }

  @Transactional
  public Batch<QuarantineSummary> batch(
      Actor actor, String cursor, int size, Map<String, String> filters) {
    Imports.requireReader(actor);
    return QuarantineReading.listing().batch(sql, cursor, size, filters);
  }

  /** Streams the rows of a list for a reject file; the consumer may not use the database. */
  @Transactional
  public void rejects(Actor actor, Map<String, String> filters, Consumer<Reject> consumer) {
    Imports.requireReader(actor);
    QuarantineReading.rejects().each(sql, filters, consumer);
  }

  /**
   * A line of a reject file: a row and everything that is wrong with it.
   *
   * @param number of the row in its file
   */
  public record Reject(
      String feed, String fileName, FeedKind kind, long number, List<RowProblem> problems) {}

  /** How many rows are in quarantine, by reason, most first. */
  @Transactional
  public List<Preview.Reason> reasons(Actor actor) {
    Imports.requireReader(actor);
    return reading.reasons();
  }

  /**
   * @throws Problem 404 when there is no such row
   */
  @Transactional
  public QuarantineDetail get(Actor actor, UUID uid) {
    Imports.requireReader(actor);
    return reading.get(uid);
  }

  private static void requireWriter(Actor actor) {
    actor.require(Role.ADMINISTRATOR, Role.CHANNEL_MANAGER);
  }
}
