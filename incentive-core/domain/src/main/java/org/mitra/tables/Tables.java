package org.mitra.tables;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Locale;
import org.mitra.problem.Problem;

/** Reads and writes tables. */
public final class Tables {
  private static final int SNIFFED = 64 * 1024;

  private Tables() {}

  /**
   * Reads a file row by row.
   *
   * @throws Problem 422 when the file as a whole cannot be read as declared, with the row where it
   *     fails; whatever was read before it must not be kept
   */
  public static FileNotes read(Path file, TableFormat format, RowSink sink) {
    try {
      checkKind(file, format.type());
      HeaderSeen seen = new HeaderSeen(sink);
      FileNotes notes = FileNotes.NONE;
      if (format.type() == TableFormat.Type.XLSX) {
        notes = new XlsxRows(format, seen).read(file);
      } else {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
          new CsvRows(format, seen).read(in);
        }
      }
      if (!seen.header) {
        throw Problem.refused("file.empty");
      }
      return notes;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class HeaderSeen implements RowSink {
    private final RowSink sink;
    private boolean header;

    HeaderSeen(RowSink sink) {
      this.sink = sink;
    }

    @Override
    public void header(java.util.List<String> names) {
      header = true;
      sink.header(names);
    }

    @Override
    public void row(Row row) {
      sink.row(row);
    }
  }

  /** Looks at the first bytes: a file that is something else is told by name. */
  private static void checkKind(Path file, TableFormat.Type declared) throws IOException {
    byte[] start;
    try (InputStream in = Files.newInputStream(file)) {
      start = in.readNBytes(SNIFFED);
    }
    if (start.length == 0) {
      throw Problem.refused("file.empty");
    }
    String text = new String(start, StandardCharsets.ISO_8859_1);
    boolean zip = text.startsWith("PK\u0003\u0004");
    if (text.startsWith("\u00d0\u00cf\u0011\u00e0")) {
      String marker = "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e";
      throw Problem.refused(text.contains(marker) ? "file.locked" : "file.xls");
    }
    String beginning = text.strip().toLowerCase(Locale.ROOT);
    if (beginning.startsWith("<!doctype html")
        || beginning.startsWith("<html")
        || beginning.startsWith("<table")) {
      throw Problem.refused("file.html");
    }
    if (declared == TableFormat.Type.XLSX && !zip) {
      throw Problem.refused("file.not-xlsx");
    }
    if (declared == TableFormat.Type.CSV && zip) {
      throw Problem.refused("file.not-csv");
    }
  }

  /**
   * Opens a table for writing; close it to finish the file.
   *
   * @param zone in which instants are written
   */
  public static TableWriter write(TableFormat.Type type, OutputStream out, ZoneId zone) {
    return type == TableFormat.Type.XLSX ? new XlsxTable(out, zone) : new CsvTable(out, zone);
  }
}
