package org.mitra.data;

import java.util.List;

/**
 * Rows after a cursor, newest first: a list that is walked while it grows misses nothing that was
 * there and repeats nothing.
 *
 * @param rows the rows
 * @param next cursor for the following batch; null after the last
 */
public record Batch<T>(List<T> rows, String next) {
  public Batch {
    rows = List.copyOf(rows);
  }
}
