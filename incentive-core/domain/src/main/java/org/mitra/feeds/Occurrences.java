package org.mitra.feeds;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.mitra.mappings.MappedRow;
import org.mitra.problem.Problem;

/**
 * Numbers rows of a file that are equal, and marks those that contradict each other. Read from the
 * beginning, a file gives the same numbers every time.
 */
final class Occurrences {
  private final Set<Long> repeated;
  private final Set<Long> conflicting;
  private final Map<Long, Integer> counts = new HashMap<>();

  Occurrences(Set<Long> repeated, Set<Long> conflicting) {
    this.repeated = repeated;
    this.conflicting = conflicting;
  }

  /**
   * The row, its line numbered when lines are numbered by content, and which of its equals it is.
   */
  <T> CountedRow<T> count(MappedRow<T> row, boolean byContent, Receiver<T> receiver) {
    int occurrence = next(Fingerprints.ofCells(row.row().cells()));
    if (!row.isReadable()) {
      return new CountedRow<>(row, occurrence, 0);
    }
    long identity = Fingerprints.ofIdentity(row.identity());
    if (byContent) {
      int numbering = next(identity);
      return new CountedRow<>(
          row.with(receiver.numbered(row.command(), numbering)), occurrence, numbering);
    }
    return new CountedRow<>(
        conflicting.contains(identity) ? row.unless(Problem.refused("row.twice")) : row,
        occurrence,
        1);
  }

  private int next(long fingerprint) {
    return repeated.contains(fingerprint) ? counts.merge(fingerprint, 1, Integer::sum) : 1;
  }
}
