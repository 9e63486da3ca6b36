package org.mitra.mappings;

import org.mitra.tables.Row;

/** Applies a mapping to the rows of one file. Not thread-safe. */
public interface RowMapper<T> {
  MappedRow<T> map(Row row);
}
