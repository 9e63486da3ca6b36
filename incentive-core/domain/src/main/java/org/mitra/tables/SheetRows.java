package org.mitra.tables;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mitra.money.Decimals;
import org.mitra.problem.Problem;
import org.xml.sax.Attributes;

/**
 * Turns the elements of a sheet into rows of text in the declared format. Where rows and cells are
 * is taken from themselves; the dimension that a sheet claims is not believed.
 */
final class SheetRows extends SheetXml {
  private static final int MOST_COLUMNS = 500;

  private final TableFormat format;
  private final Workbook workbook;
  private final SheetStrings strings;
  private final RowSink sink;
  private final Dates dates;

  private final List<String> cells = new ArrayList<>();
  private final Map<Integer, Problem> broken = new HashMap<>();
  private int columns;
  private long rowNumber;
  private long hiddenRows;
  private int column;
  private String type;
  private int style;
  private boolean hasFormula;
  private boolean hasValue;

  SheetRows(TableFormat format, Workbook workbook, SheetStrings strings, RowSink sink) {
    this.format = format;
    this.workbook = workbook;
    this.strings = strings;
    this.sink = sink;
    this.dates = new Dates(format);
  }

  long hiddenRows() {
    return hiddenRows;
  }

  @Override
  protected void open(String name, Attributes attributes) {
    switch (name) {
      case "row" -> beginRow(attributes);
      case "c" -> beginCell(attributes);
      case "f" -> hasFormula = true;
      case "v" -> {
        hasValue = true;
        beginText();
        listen(true);
      }
      case "is" -> {
        hasValue = true;
        beginText();
      }
      case "t" -> listen("inlineStr".equals(type));
      case "mergeCell" -> refuseMerged(attributes.getValue("ref"));
      default -> {
        // Widths, views, links: nothing of a row.
      }
    }
  }

  @Override
  protected void close(String name) {
    switch (name) {
      case "v", "t" -> listen(false);
      case "c" -> endCell();
      case "row" -> endRow();
      default -> {
        // See above.
      }
    }
  }

  private void beginRow(Attributes attributes) {
    int number = Workbook.number(attributes, "r");
    rowNumber = number > 0 ? number : rowNumber + 1;
    if ("1".equals(attributes.getValue("hidden"))) {
      hiddenRows++;
    }
    cells.clear();
    broken.clear();
    column = -1;
  }

  private void beginCell(Attributes attributes) {
    String reference = attributes.getValue("r");
    column = reference == null ? column + 1 : columnOf(reference);
    if (column >= MOST_COLUMNS) {
      throw Problem.refused("file.columns-many").with("most", MOST_COLUMNS).with("row", rowNumber);
    }
    type = attributes.getValue("t");
    style = Workbook.number(attributes, "s");
    hasFormula = false;
    hasValue = false;
    beginText();
  }

  /** {@code AB12} is column 27, counted from 0. */
  static int columnOf(String reference) {
    int column = 0;
    for (int i = 0; i < reference.length() && i < 4; i++) {
      char c = reference.charAt(i);
      if (c < 'A' || c > 'Z') {
        break;
      }
      column = column * 26 + (c - 'A' + 1);
    }
    return column - 1;
  }

  private void endCell() {
    while (cells.size() <= column) {
      cells.add("");
    }
    try {
      cells.set(column, Blanks.strip(value()));
    } catch (Problem problem) {
      cells.set(column, Blanks.strip(text()));
      broken.put(column, problem);
    }
  }

  private String value() {
    if (!hasValue) {
      if (hasFormula) {
        throw Problem.refused("cell.formula");
      }
      return "";
    }
    String text = text();
    return switch (type == null ? "n" : type) {
      case "s" -> shared(text);
      case "str", "inlineStr" -> text;
      case "b" -> text.equals("1") ? "TRUE" : "FALSE";
      case "e" -> throw Problem.refused("cell.error").with("value", text);
      case "d" -> text;
      default -> number(text);
    };
  }

  private String shared(String text) {
    try {
      String shared = strings.get(Integer.parseInt(text));
      if (shared != null) {
        return shared;
      }
    } catch (NumberFormatException e) {
      // Refused below, like a number that no string has.
    }
    throw Problem.refused("file.broken").with("row", rowNumber);
  }

  private String number(String text) {
    if (text.isEmpty()) {
      return "";
    }
    if (workbook.isDate(style)) {
      return dates.write(SheetNumbers.time(text, workbook.isFrom1904()));
    }
    return Decimals.plain(SheetNumbers.number(text)).replace('.', format.decimal());
  }

  private void endRow() {
    boolean blank = broken.isEmpty() && cells.stream().allMatch(String::isEmpty);
    if (blank || rowNumber < format.headerRow()) {
      return;
    }
    if (columns == 0) {
      columns = cells.size();
      sink.header(List.copyOf(cells));
      return;
    }
    while (cells.size() > columns && cells.get(cells.size() - 1).isEmpty()) {
      cells.remove(cells.size() - 1);
    }
    if (cells.size() > columns) {
      broken.put(
          Row.WHOLE,
          Problem.refused("row.ragged").with("cells", cells.size()).with("columns", columns));
    }
    sink.row(new Row(rowNumber, List.copyOf(cells), Map.copyOf(broken)));
  }

  /** Only the first of merged cells has the value: which rows it stands for is a guess. */
  private void refuseMerged(String reference) {
    String last = reference == null ? "" : reference.substring(reference.indexOf(':') + 1);
    String digits = last.replaceAll("[^0-9]", "");
    if (!digits.isEmpty()
        && digits.length() < 9
        && Integer.parseInt(digits) >= format.headerRow()) {
      throw Problem.refused("file.merged").with("cells", reference);
    }
  }
}
