package org.mitra.tables;

import java.io.Closeable;

/**
 * Writes a table row by row. Numbers stay numbers and days stay days; text is text, whatever it
 * begins with. Cells may be strings, whole numbers, {@link java.math.BigDecimal}, {@link
 * java.time.LocalDate}, {@link java.time.Instant}, constants, or null for an empty cell.
 */
public interface TableWriter extends Closeable {
  /** Writes the names of the columns first, then each row. */
  void row(Object... cells);
}
