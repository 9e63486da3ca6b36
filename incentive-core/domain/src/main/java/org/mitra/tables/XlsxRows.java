package org.mitra.tables;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import org.apache.poi.ooxml.POIXMLException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.mitra.problem.Problem;
import org.xml.sax.SAXException;

/** Rows of one sheet of an XLSX workbook, as events: the workbook is never in memory. */
final class XlsxRows {
  static {
    // What a workbook may unpack to: a full sheet of a million rows is well below.
    ZipSecureFile.setMinInflateRatio(0.002);
    ZipSecureFile.setMaxEntrySize(1L << 30);
    ZipSecureFile.setMaxFileCount(2_000);
  }

  private final TableFormat format;
  private final RowSink sink;

  XlsxRows(TableFormat format, RowSink sink) {
    this.format = format;
    this.sink = sink;
  }

  /**
   * @throws Problem 422 when the file as a whole cannot be read
   */
  FileNotes read(Path file) throws IOException {
    ZipGuard.check(file);
    try (OPCPackage opened = OPCPackage.open(file.toFile(), PackageAccess.READ)) {
      XSSFReader reader = new XSSFReader(opened);
      Workbook workbook = new Workbook();
      SheetXml.parse(reader.getWorkbookData(), workbook.structure());
      InputStream styles = reader.getStylesData();
      if (styles != null) {
        SheetXml.parse(styles, workbook.styles());
      }
      Workbook.Sheet chosen = workbook.chosen(format.sheet());
      try (SheetStrings strings = new SheetStrings(reader.getSharedStringsData())) {
        SheetRows rows = new SheetRows(format, workbook, strings, sink);
        SheetXml.parse(reader.getSheet(chosen.relation()), rows);
        return new FileNotes(rows.hiddenRows(), workbook.otherThan(chosen));
      }
    } catch (OpenXML4JException
        | OpenXML4JRuntimeException
        | POIXMLException
        | SAXException
        | IllegalArgumentException e) {
      throw refusal(e);
    } catch (IOException e) {
      throw refusal(e);
    }
  }

  private static Problem refusal(Exception e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof Problem problem) {
        return problem;
      }
      if (String.valueOf(cause.getMessage()).contains("Zip bomb")) {
        return Problem.refused("file.zip-bomb");
      }
    }
    return Problem.refused("file.broken");
  }
}
