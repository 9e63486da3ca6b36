package org.mitra.tables;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.mitra.problem.Problem;

/** Rows of a CSV file. */
final class CsvRows {
  /** Characters of a cell; a longer one is a quotation mark that nobody closed. */
  private static final int LONGEST_CELL = 128 * 1024;

  private static final int MOST_COLUMNS = 500;

  private final TableFormat format;
  private final RowSink sink;
  private int columns;
  private long line;

  CsvRows(TableFormat format, RowSink sink) {
    this.format = format;
    this.sink = sink;
  }

  /**
   * @throws Problem 422 when the file as a whole cannot be read as declared
   */
  void read(InputStream in) throws IOException {
    try (StrictText text = new StrictText(in, format.charset());
        CsvReader<CsvRecord> reader =
            CsvReader.builder()
                .fieldSeparator(format.separator())
                .quoteCharacter(format.quote())
                .skipEmptyLines(true)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .maxBufferSize(LONGEST_CELL)
                .ofCsvRecord(text);
        CloseableIterator<CsvRecord> records = reader.iterator()) {
      read(records);
    } catch (CsvParseException e) {
      throw refusal(e);
    }
  }

  private void read(CloseableIterator<CsvRecord> records) {
    while (records.hasNext()) {
      CsvRecord csv = records.next();
      line = csv.getStartingLineNumber();
      if (line < format.headerRow()) {
        continue;
      }
      List<String> cells = cells(csv);
      if (columns == 0) {
        if (cells.size() > MOST_COLUMNS) {
          throw Problem.refused("file.columns-many").with("most", MOST_COLUMNS);
        }
        columns = cells.size();
        sink.header(cells);
      } else if (cells.stream().anyMatch(cell -> !cell.isEmpty())) {
        sink.row(new Row(line, cells, ragged(cells)));
      }
    }
  }

  private static List<String> cells(CsvRecord csv) {
    int count = csv.getFieldCount();
    List<String> cells = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      cells.add(CellText.unescape(Blanks.strip(csv.getField(i))));
    }
    return cells;
  }

  private Map<Integer, Problem> ragged(List<String> cells) {
    return cells.size() == columns
        ? Map.of()
        : Map.of(
            Row.WHOLE,
            Problem.refused("row.ragged").with("cells", cells.size()).with("columns", columns));
  }

  private Problem refusal(CsvParseException e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof Problem problem) {
        return problem.with("row", line + 1);
      }
    }
    boolean tooLong = String.valueOf(e.getMessage()).contains("buffer");
    return Problem.refused(tooLong ? "file.cell-too-long" : "file.quote")
        .with("row", line + 1)
        .with("most", LONGEST_CELL);
  }
}
