package org.mitra.feeds;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mitra.data.BusinessClock;
import org.mitra.data.Sha256;
import org.mitra.data.Sql;
import org.mitra.data.Uids;
import org.mitra.mappings.CellProblem;
import org.mitra.mappings.FeedKind;
import org.mitra.mappings.MappedRow.RowMoney;

/** Rows that are not facts (yet), in the database. */
@ApplicationScoped
class RowStore {
  @Inject private Sql sql;
  @Inject private BusinessClock clock;

  /**
   * A row that is to be kept.
   *
   * @param awaits row id of the product of whose sales it waits; 0 for none
   * @param note why it was set aside; empty when it was not
   */
  record Entry(
      CountedRow<?> row,
      Map<String, String> cells,
      Outcome outcome,
      List<CellProblem> problems,
      long awaits,
      String note) {
    Sha256 fingerprint() {
      List<String> parts = new ArrayList<>();
      cells.forEach(
          (column, text) -> {
            parts.add(column);
            parts.add(text);
          });
      return Sha256.ofParts(parts.toArray(String[]::new));
    }
  }

  /**
   * Keeps rows, unless the same feed brought them before.
   *
   * @return for each whether it is kept now; false when it is there already
   */
  List<Boolean> keep(Arrival arrival, FeedKind kind, List<Entry> entries) {
    if (entries.isEmpty()) {
      return List.of();
    }
    List<Sha256> fingerprints = entries.stream().map(Entry::fingerprint).toList();
    Set<List<Object>> known = known(arrival, kind, fingerprints);
    Instant now = clock.now();
    List<Boolean> kept = new ArrayList<>();
    List<Object[]> rows = new ArrayList<>();
    for (int i = 0; i < entries.size(); i++) {
      Entry entry = entries.get(i);
      boolean fresh = known.add(List.of(fingerprints.get(i), entry.row().occurrence()));
      kept.add(fresh);
      if (fresh) {
        rows.add(row(arrival, kind, entry, fingerprints.get(i), now));
      }
    }
    sql.batch(
        "INSERT INTO quarantined_row (uid, import_id, kind, feed, fingerprint, occurrence, number,"
            + " numbering, cells, state, reason, problems, document, sold_at, month, currency,"
            + " amount, awaits, outcome, result_uid, decided_by, decided_at, note, version)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '', NULL, ?, ?, ?, 0)",
        rows);
    return kept;
  }

  private Set<List<Object>> known(Arrival arrival, FeedKind kind, List<Sha256> fingerprints) {
    List<Object> parameters = new ArrayList<>(List.of(arrival.feed(), kind));
    parameters.addAll(fingerprints);
    Set<List<Object>> known = new HashSet<>();
    sql.each(
        row -> known.add(List.of(row.hash("fingerprint"), row.integer("occurrence"))),
        "SELECT fingerprint, occurrence FROM quarantined_row WHERE feed = ? AND kind = ?"
            + " AND fingerprint IN "
            + Sql.list(fingerprints.size()),
        parameters.toArray());
    return known;
  }

  private Object[] row(
      Arrival arrival, FeedKind kind, Entry entry, Sha256 fingerprint, Instant now) {
    RowMoney money = entry.row().row().money();
    boolean decided = entry.outcome() == Outcome.DISMISSED;
    return new Object[] {
      Uids.next(now),
      arrival.importId(),
      kind,
      arrival.feed(),
      fingerprint,
      entry.row().occurrence(),
      entry.row().row().row().number(),
      entry.row().numbering(),
      RowJson.cells(entry.cells()),
      entry.outcome(),
      entry.problems().isEmpty() ? "" : entry.problems().get(0).problem().code(),
      RowJson.problems(entry.problems()),
      money.document(),
      money.soldAt(),
      Tally.month(money.soldAt(), clock.zone()),
      money.currency(),
      money.amount(),
      entry.awaits(),
      decided ? arrival.by() : "",
      decided ? now : null,
      entry.note()
    };
  }

  /** Rows of an import that wait for its other rows, in the order in which they are taken. */
  List<Long> waiting(long importId) {
    return sql.rows(
        row -> row.number("id"),
        "SELECT id FROM quarantined_row WHERE import_id = ? AND state = 'WAITING'"
            + " ORDER BY sold_at, document, fingerprint, occurrence",
        importId);
  }

  /**
   * Rows of the quarantine that wait for sales of a product of which this import brought some, in
   * the order in which they are taken.
   */
  List<Long> awaiting(long importId) {
    return sql.rows(
        row -> row.number("id"),
        "SELECT q.id FROM quarantined_row q WHERE q.state = 'QUARANTINED' AND q.awaits > 0"
            + " AND EXISTS (SELECT 1 FROM sales_transaction t WHERE t.feed_id = ?"
            + " AND t.product_id = q.awaits)"
            + " ORDER BY q.sold_at, q.document, q.fingerprint, q.occurrence",
        importId);
  }

  /** Rows by id, locked until the transaction ends, in the order of the ids given. */
  List<KeptRow> lock(List<Long> ids, Outcome state) {
    if (ids.isEmpty()) {
      return List.of();
    }
    List<Object> parameters = new ArrayList<>(ids);
    parameters.add(state);
    List<KeptRow> rows =
        new ArrayList<>(
            sql.rows(
                RowStore::kept,
                "SELECT q.*, (SELECT i.mapping_id FROM feed_import i WHERE i.id = q.import_id)"
                    + " AS mapping_id, (SELECT i.uploaded_at FROM feed_import i"
                    + " WHERE i.id = q.import_id) AS uploaded_at FROM quarantined_row q"
                    + " WHERE q.id IN "
                    + Sql.list(ids.size())
                    + " AND q.state = ? ORDER BY q.id FOR UPDATE",
                parameters.toArray()));
    rows.sort(java.util.Comparator.comparingInt(row -> ids.indexOf(row.id())));
    return rows;
  }

  private static KeptRow kept(Sql.Row row) throws SQLException {
    var mapping = row.optionalNumber("mapping_id");
    return new KeptRow(
        row.number("id"),
        row.uuid("uid"),
        row.number("import_id"),
        mapping.isPresent() ? Long.valueOf(mapping.getAsLong()) : null,
        row.text("feed"),
        row.constant("kind", FeedKind.class),
        row.number("number"),
        row.integer("numbering"),
        RowJson.cells(row.text("cells")),
        RowJson.problems(row.text("problems")),
        row.day("month"),
        new RowMoney(
            row.decimal("amount"),
            row.text("currency"),
            row.instant("sold_at"),
            row.text("document")),
        row.instant("uploaded_at"),
        row.integer("version"));
  }

  /** A row that only had to wait has become a fact: nothing of it is left here. */
  void forget(KeptRow row) {
    sql.update("DELETE FROM quarantined_row WHERE id = ?", row.id());
  }

  /** The row stays, or comes, in quarantine with these problems. */
  void refuse(KeptRow row, List<CellProblem> problems, long awaits) {
    if (row.isUnedited() && RowJson.problems(problems).equals(RowJson.problems(row.problems()))) {
      return;
    }
    sql.update(
        "UPDATE quarantined_row SET state = 'QUARANTINED', cells = ?, numbering = ?, reason = ?,"
            + " problems = ?, awaits = ?, version = version + 1 WHERE id = ?",
        RowJson.cells(row.cells()),
        row.numbering(),
        problems.get(0).problem().code(),
        RowJson.problems(problems),
        awaits,
        row.id());
  }

  /** The row has become a fact. */
  void release(KeptRow row, Received received, String by, String note) {
    sql.update(
        "UPDATE quarantined_row SET state = 'RELEASED', cells = ?, outcome = ?, result_uid = ?,"
            + " awaits = 0, decided_by = ?, decided_at = ?, note = ?, version = version + 1"
            + " WHERE id = ?",
        RowJson.cells(row.cells()),
        received.outcome(),
        received.uid(),
        by,
        clock.now(),
        note,
        row.id());
  }
}
