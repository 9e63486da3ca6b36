package org.mitra.tables;

import java.util.ArrayList;
import java.util.List;

/** Keeps what it is given, for tests. */
final class ReadRows implements RowSink {
  final List<String> header = new ArrayList<>();
  final List<Row> rows = new ArrayList<>();

  @Override
  public void header(List<String> names) {
    header.addAll(names);
  }

  @Override
  public void row(Row row) {
    rows.add(row);
  }

  void keep(ReadRows other) {
    rows.addAll(other.rows);
  }
}
