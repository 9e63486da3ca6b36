package org.mitra.tables;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/** XLSX, of which only the last rows are in memory. */
final class XlsxTable implements TableWriter {
  private static final int ROWS_IN_MEMORY = 100;
  private static final int DIGITS = 15;
  private static final int LONGEST_CELL = 32_767;
  private static final int COLUMN_WIDTH = 18 * 256;

  private final SXSSFWorkbook workbook = new SXSSFWorkbook(ROWS_IN_MEMORY);
  private final SXSSFSheet sheet = workbook.createSheet("Data");
  private final OutputStream out;
  private final ZoneId zone;
  private final CellStyle dayStyle = style("yyyy-mm-dd");
  private final CellStyle timeStyle = style("yyyy-mm-dd hh:mm:ss");
  private int rows;

  XlsxTable(OutputStream out, ZoneId zone) {
    this.out = out;
    this.zone = zone;
    workbook.setCompressTempFiles(true);
    sheet.createFreezePane(0, 1);
    sheet.setDefaultColumnWidth(COLUMN_WIDTH / 256);
  }

  private CellStyle style(String format) {
    CellStyle style = workbook.createCellStyle();
    style.setDataFormat(workbook.createDataFormat().getFormat(format));
    return style;
  }

  @Override
  public void row(Object... cells) {
    Row row = sheet.createRow(rows++);
    for (int i = 0; i < cells.length; i++) {
      if (cells[i] != null) {
        write(row.createCell(i), cells[i]);
      }
    }
  }

  private void write(Cell cell, Object value) {
    if (value instanceof BigDecimal || value instanceof Number) {
      BigDecimal number = new BigDecimal(value.toString());
      // A cell holds 15 digits exactly; a longer number is kept whole, as text.
      if (number.stripTrailingZeros().precision() <= DIGITS) {
        cell.setCellValue(number.doubleValue());
      } else {
        cell.setCellValue(number.toPlainString());
      }
    } else if (value instanceof LocalDate day) {
      cell.setCellValue(day);
      cell.setCellStyle(dayStyle);
    } else if (value instanceof Instant instant) {
      cell.setCellValue(LocalDateTime.ofInstant(instant, zone).withNano(0));
      cell.setCellStyle(timeStyle);
    } else {
      String text = value.toString();
      cell.setCellValue(text.length() > LONGEST_CELL ? text.substring(0, LONGEST_CELL) : text);
    }
  }

  @Override
  public void close() throws IOException {
    try {
      workbook.write(out);
    } finally {
      workbook.close();
    }
  }
}
