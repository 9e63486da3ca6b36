package org.mitra.tables;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** CSV as spreadsheets open it: UTF-8 with its mark, commas, points, ISO dates. */
final class CsvTable implements TableWriter {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

  private final CsvWriter writer;
  private final ZoneId zone;

  CsvTable(OutputStream out, ZoneId zone) {
    this.zone = zone;
    try {
      OutputStreamWriter text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
      text.write('\ufeff');
      writer = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void row(Object... cells) {
    String[] texts = new String[cells.length];
    for (int i = 0; i < cells.length; i++) {
      texts[i] = text(cells[i]);
    }
    writer.writeRecord(texts);
  }

  private String text(Object cell) {
    if (cell == null) {
      return "";
    }
    if (cell instanceof BigDecimal number) {
      return number.toPlainString();
    }
    if (cell instanceof Number || cell instanceof LocalDate) {
      return cell.toString();
    }
    if (cell instanceof Instant instant) {
      return TIME.format(instant.atZone(zone));
    }
    return CellText.escape(cell.toString());
  }

  @Override
  public void close() throws IOException {
    writer.close();
  }
}
