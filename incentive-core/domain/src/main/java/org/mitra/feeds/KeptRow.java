package org.mitra.feeds;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.mitra.mappings.CellProblem;
import org.mitra.mappings.FeedKind;
import org.mitra.mappings.MappedRow.RowMoney;
import org.mitra.problem.Problem;
import org.mitra.tables.Row;

/** A row that waits, with everything that is needed to take it in after all. */
record KeptRow(
    long id,
    UUID uid,
    long importId,
    Long mappingId,
    String feed,
    FeedKind kind,
    long number,
    int numbering,
    Map<String, String> cells,
    List<CellProblem> problems,
    LocalDate month,
    RowMoney money,
    Instant receivedAt,
    int version) {
  /** Added to the number of a row whose line cannot be numbered with those of its file. */
  private static final int REPAIRED = 1_000_000;

  KeptRow edited(Map<String, String> newCells) {
    return new KeptRow(
        id,
        uid,
        importId,
        mappingId,
        feed,
        kind,
        number,
        0,
        newCells,
        List.of(),
        month,
        money,
        receivedAt,
        version);
  }

  /** Whether its problems are those that it was kept for. */
  boolean isUnedited() {
    return !problems.isEmpty();
  }

  int lineNumbering() {
    return numbering > 0 ? numbering : (int) Math.min(REPAIRED + number, Integer.MAX_VALUE);
  }

  /** The row as it was read: what was wrong with its reading stays wrong until it is edited. */
  Row row() {
    List<String> names = List.copyOf(cells.keySet());
    Map<Integer, Problem> broken = new HashMap<>();
    for (CellProblem cell : problems) {
      String code = cell.problem().code();
      if (code.startsWith("cell.") || code.equals("row.ragged")) {
        broken.put(names.indexOf(cell.column()), cell.problem());
      }
    }
    return new Row(number, List.copyOf(cells.values()), broken);
  }
}
