package org.mitra.feeds;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.mitra.access.Actor;
import org.mitra.data.BusinessClock;
import org.mitra.data.Sql;
import org.mitra.event.DomainEvent;
import org.mitra.mappings.Columns;
import org.mitra.mappings.Mappings;
import org.mitra.problem.Problem;

/**
 * The steps of previewing and committing, each a transaction that moves the import on together with
 * what it did: killed between two steps, the next start goes on with the second.
 */
@ApplicationScoped
class ImportSteps {
  @Inject private Sql sql;
  @Inject private Mappings mappings;
  @Inject private Settling settling;
  @Inject private RowStore store;
  @Inject private BusinessClock clock;
  @Inject private Event<DomainEvent> events;

  /** The import, when it is still in that state. */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  Optional<ImportWork> work(long importId, ImportState state) {
    record Found(
        long mappingId,
        String phase,
        long nextRow,
        String by,
        java.time.Instant uploadedAt,
        long rowCount,
        int version) {}
    return sql.row(
            row ->
                new Found(
                    row.number("mapping_id"),
                    row.text("phase"),
                    row.number("next_row"),
                    row.text("committed_by"),
                    row.instant("uploaded_at"),
                    row.number("row_count"),
                    row.integer("version")),
            "SELECT mapping_id, phase, next_row, committed_by, uploaded_at, row_count, version"
                + " FROM feed_import WHERE id = ? AND state = ?",
            importId,
            state)
        .map(
            found -> {
              Mappings.Stored mapping = mappings.load(found.mappingId());
              return new ImportWork(
                  importId,
                  mapping.mapping(),
                  mapping.name(),
                  state,
                  found.phase(),
                  found.nextRow(),
                  found.by(),
                  found.uploadedAt(),
                  found.rowCount(),
                  found.version());
            });
  }

  /** What a look at a file came to; null refusal when it can be read. */
  @Transactional(value = Transactional.TxType.REQUIRES_NEW, rollbackOn = Exception.class)
  void previewed(ImportWork work, String preview, long rows, Repeats repeats, Problem refusal) {
    int moved =
        sql.update(
            "UPDATE feed_import SET state = ?, preview = ?, row_count = ?, refusal = ?"
                + " WHERE id = ? AND version = ? AND state = 'UPLOADED'",
            refusal == null ? ImportState.PREVIEWED : ImportState.REFUSED,
            preview,
            rows,
            refusal == null ? "" : RowJson.problem(refusal),
            work.id(),
            work.version());
    if (moved == 0) {
      return;
    }
    sql.update("DELETE FROM feed_repeat WHERE import_id = ?", work.id());
    List<Object[]> fingerprints = new ArrayList<>();
    for (long fingerprint : repeats.repeated()) {
      fingerprints.add(
          new Object[] {work.id(), fingerprint, repeats.conflicting().contains(fingerprint)});
    }
    for (int i = 0; i < fingerprints.size(); i += 1000) {
      sql.batch(
          "INSERT INTO feed_repeat (import_id, fingerprint, conflicting) VALUES (?, ?, ?)",
          fingerprints.subList(i, Math.min(i + 1000, fingerprints.size())));
    }
  }

  @Transactional(Transactional.TxType.REQUIRES_NEW)
  Occurrences occurrences(ImportWork work) {
    Set<Long> repeated = new java.util.HashSet<>();
    Set<Long> conflicting = new java.util.HashSet<>();
    sql.each(
        row -> {
          repeated.add(row.number("fingerprint"));
          if (row.flag("conflicting")) {
            conflicting.add(row.number("fingerprint"));
          }
        },
        "SELECT fingerprint, conflicting FROM feed_repeat WHERE import_id = ?",
        work.id());
    return new Occurrences(repeated, conflicting);
  }

  /**
   * Takes a chunk of rows in and moves the cursor behind it.
   *
   * @throws IllegalStateException when somebody else has moved it: stop
   */
  @Transactional(value = Transactional.TxType.REQUIRES_NEW, rollbackOn = Exception.class)
  <T> void rows(
      ImportWork work, Receiver<T> receiver, Columns columns, long from, List<CountedRow<T>> rows) {
    int moved =
        sql.update(
            "UPDATE feed_import SET next_row = ? WHERE id = ? AND next_row = ? AND phase = 'ROWS'"
                + " AND state = 'COMMITTING' AND version = ?",
            from + rows.size(),
            work.id(),
            from,
            work.version());
    if (moved == 0) {
      throw new IllegalStateException("import " + work.id() + " is somebody else's");
    }
    settling.settle(work.arrival(), receiver, rows, row -> columns.cells(row.row()));
  }

  /** Goes on to a phase; false when somebody else is working on the import. */
  @Transactional(value = Transactional.TxType.REQUIRES_NEW, rollbackOn = Exception.class)
  boolean enter(ImportWork work, String phase) {
    return sql.update(
            "UPDATE feed_import SET phase = ? WHERE id = ? AND state = 'COMMITTING' AND version = ?",
            phase,
            work.id(),
            work.version())
        == 1;
  }

  @Transactional(Transactional.TxType.REQUIRES_NEW)
  List<Long> waiting(ImportWork work) {
    return store.waiting(work.id());
  }

  @Transactional(value = Transactional.TxType.REQUIRES_NEW, rollbackOn = Exception.class)
  int settleWaiting(ImportWork work, List<Long> ids, boolean late) {
    List<KeptRow> rows = store.lock(ids, Outcome.WAITING);
    return settling.settleKept(rows, Outcome.WAITING, late, work.committedBy(), "").size();
  }

  @Transactional(Transactional.TxType.REQUIRES_NEW)
  List<Long> awaiting(ImportWork work) {
    return store.awaiting(work.id());
  }

  /**
   * Rows of the quarantine with a reason, in the order in which they are tried.
   *
   * @param importUid of that import only; null for all
   */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  List<Long> quarantined(String reason, UUID importUid) {
    String ofImport =
        importUid == null ? "" : " AND import_id = (SELECT id FROM feed_import WHERE uid = ?)";
    return sql.rows(
        row -> row.number("id"),
        "SELECT id FROM quarantined_row WHERE state = 'QUARANTINED' AND reason = ?"
            + ofImport
            + " ORDER BY sold_at, document, fingerprint, occurrence",
        importUid == null ? new Object[] {reason} : new Object[] {reason, importUid});
  }

  /** Tries rows of the quarantine again, one after the other. */
  @Transactional(value = Transactional.TxType.REQUIRES_NEW, rollbackOn = Exception.class)
  int retry(List<Long> ids, String by) {
    int released = 0;
    for (KeptRow row : store.lock(ids, Outcome.QUARANTINED)) {
      released += settling.settleKept(List.of(row), Outcome.QUARANTINED, true, by, "").size();
    }
    return released;
  }

  @Transactional(value = Transactional.TxType.REQUIRES_NEW, rollbackOn = Exception.class)
  void finish(ImportWork work) {
    int moved =
        sql.update(
            "UPDATE feed_import SET state = 'COMMITTED', phase = 'DONE', finished_at = ?"
                + " WHERE id = ? AND state = 'COMMITTING' AND version = ?",
            clock.now(),
            work.id(),
            work.version());
    if (moved == 1) {
      events.fire(
          DomainEvent.of(Actor.system(), "import.finished", work.id(), "feed", work.feed()));
    }
  }
}
