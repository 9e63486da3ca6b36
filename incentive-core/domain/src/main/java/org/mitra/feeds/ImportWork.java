package org.mitra.feeds;

import java.time.Instant;
import org.mitra.mappings.Mapping;

/**
 * An import as the jobs see it.
 *
 * @param phase of committing
 * @param nextRow rows before it are dealt with
 * @param rowCount rows of the file, as the preview counted them
 * @param version raised by every job: one that was overtaken stops
 */
record ImportWork(
    long id,
    Mapping mapping,
    String feed,
    ImportState state,
    String phase,
    long nextRow,
    String committedBy,
    Instant uploadedAt,
    long rowCount,
    int version) {
  static final String ROWS = "ROWS";
  static final String WAITING = "WAITING";
  static final String RETRY = "RETRY";
  static final String DONE = "DONE";

  Arrival arrival() {
    return new Arrival(id, feed, mapping, committedBy, uploadedAt);
  }

  boolean numbersByContent() {
    return mapping.sales().lineFromContent();
  }
}
