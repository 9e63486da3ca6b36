package org.mitra.tables;

import java.util.List;

/** Takes what is read of a file, row by row. Whatever it throws stops the reading. */
public interface RowSink {
  /** The names of the columns, once, before the first row. */
  void header(List<String> names);

  void row(Row row);
}
