package org.mitra.data;

import java.util.List;

/**
 * A part of a list.
 *
 * @param rows the part
 * @param total how many rows the whole list has
 */
public record Slice<T>(List<T> rows, long total) {
  public Slice {
    rows = List.copyOf(rows);
  }
}
