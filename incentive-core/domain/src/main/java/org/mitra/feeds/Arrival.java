package org.mitra.feeds;

import java.time.Instant;
import org.mitra.mappings.Mapping;

/**
 * What rows arrive with.
 *
 * @param importId row id of the import
 * @param feed name of the mapping; {@link #API} for rows that came in a request
 * @param mapping how the rows were read
 * @param by username of whoever brings them in
 * @param receivedAt when they got here
 */
record Arrival(long importId, String feed, Mapping mapping, String by, Instant receivedAt) {
  /** Feed of rows that name their fields themselves. */
  static final String API = "API";
}
