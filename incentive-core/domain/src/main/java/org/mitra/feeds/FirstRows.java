package org.mitra.feeds;

import java.nio.file.Path;
import java.util.List;
import org.mitra.tables.FileNotes;
import org.mitra.tables.Row;
import org.mitra.tables.RowSink;
import org.mitra.tables.TableFormat;
import org.mitra.tables.Tables;

/** Passes on the first rows of a file and stops reading there, however long the file is. */
final class FirstRows implements RowSink {
  private final int most;
  private final RowSink sink;
  private int rows;

  private FirstRows(int most, RowSink sink) {
    this.most = most;
    this.sink = sink;
  }

  /** Ends the reading from within; it is no failure. */
  private static final class Enough extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Enough() {
      super("enough rows were read", null, false, false);
    }
  }

  /**
   * @param most rows below the header; 0 for the header alone
   */
  static FileNotes read(Path file, TableFormat format, int most, RowSink sink) {
    try {
      return Tables.read(file, format, new FirstRows(most, sink));
    } catch (Enough e) {
      return FileNotes.NONE;
    }
  }

  @Override
  public void header(List<String> names) {
    sink.header(names);
    stopAfterTheLast();
  }

  @Override
  public void row(Row row) {
    sink.row(row);
    rows++;
    stopAfterTheLast();
  }

  private void stopAfterTheLast() {
    if (rows == most) {
      throw new Enough();
    }
  }
}
