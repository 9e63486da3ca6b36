package org.mitra.feeds;

import java.util.List;
import java.util.Optional;
import org.mitra.mappings.CellProblem;
import org.mitra.mappings.MappedRow;

/**
 * What became of a row, with its problems in terms of its cells.
 *
 * @param received what its receiver said; for a row that cannot be read, that it was refused
 * @param problems why it is not a fact
 */
record Settled(Received received, List<CellProblem> problems) {
  static Settled of(MappedRow<?> row, Received received) {
    return new Settled(
        received, received.problem().map(row.where()).map(List::of).orElse(List.of()));
  }

  static Settled unreadable(MappedRow<?> row) {
    Outcome outcome = row.ignored().isEmpty() ? Outcome.QUARANTINED : Outcome.DISMISSED;
    return new Settled(new Received(outcome, null, Optional.empty(), 0), row.problems());
  }

  /** The same row, of which the database knew already. */
  Settled known() {
    return new Settled(new Received(Outcome.UNCHANGED, null, Optional.empty(), 0), problems);
  }

  Outcome outcome() {
    return received.outcome();
  }

  long awaits() {
    return received.awaits();
  }

  boolean isKept() {
    return outcome() == Outcome.QUARANTINED
        || outcome() == Outcome.WAITING
        || outcome() == Outcome.DISMISSED;
  }
}
