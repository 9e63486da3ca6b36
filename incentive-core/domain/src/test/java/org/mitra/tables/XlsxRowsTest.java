package org.mitra.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.mitra.problem.Problem;

class XlsxRowsTest {
  private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  private static final String RELATIONS =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final String HEADER =
      "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>when</t></is></c>"
          + "<c r=\"B1\" t=\"inlineStr\"><is><t>what</t></is></c></row>";

  @TempDir private Path folder;

  private final Map<String, String> parts = new LinkedHashMap<>();
  private String workbookProperties = "";
  private String sheets = "<sheet name=\"Sales\" sheetId=\"1\" r:id=\"rId1\"/>";
  private String afterData = "";

  /** A workbook with these rows on its first sheet; style 1 is a date. */
  private Path workbook(String rows) throws IOException {
    parts.putIfAbsent(
        "[Content_Types].xml",
        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
            + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
            + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
            + type("/xl/workbook.xml", "sheet.main")
            + type("/xl/worksheets/sheet1.xml", "worksheet")
            + type("/xl/styles.xml", "styles")
            + type("/xl/sharedStrings.xml", "sharedStrings")
            + "</Types>");
    parts.putIfAbsent(
        "_rels/.rels",
        relations(
            "<Relationship Id=\"rId1\" Type=\""
                + RELATIONS
                + "/officeDocument\" Target=\"xl/workbook.xml\"/>"));
    parts.putIfAbsent(
        "xl/workbook.xml",
        "<workbook xmlns=\""
            + MAIN
            + "\" xmlns:r=\""
            + RELATIONS
            + "\">"
            + workbookProperties
            + "<sheets>"
            + sheets
            + "</sheets></workbook>");
    parts.putIfAbsent(
        "xl/_rels/workbook.xml.rels",
        relations(
            "<Relationship Id=\"rId1\" Type=\""
                + RELATIONS
                + "/worksheet\" Target=\"worksheets/sheet1.xml\"/>"
                + "<Relationship Id=\"rId2\" Type=\""
                + RELATIONS
                + "/styles\" Target=\"styles.xml\"/>"
                + "<Relationship Id=\"rId3\" Type=\""
                + RELATIONS
                + "/sharedStrings\" Target=\"sharedStrings.xml\"/>"));
    parts.putIfAbsent(
        "xl/styles.xml",
        "<styleSheet xmlns=\""
            + MAIN
            + "\"><numFmts count=\"1\"><numFmt numFmtId=\"164\" formatCode=\"dd/mm/yyyy hh:mm\"/></numFmts>"
            + "<cellXfs count=\"3\"><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"164\"/></cellXfs></styleSheet>");
    parts.putIfAbsent(
        "xl/sharedStrings.xml",
        "<sst xmlns=\""
            + MAIN
            + "\"><si><t>shared</t></si><si><r><t>ri</t></r><r><t>ch</t></r><rPh sb=\"0\" eb=\"1\"><t>no</t></rPh></si></sst>");
    parts.putIfAbsent(
        "xl/worksheets/sheet1.xml",
        "<worksheet xmlns=\""
            + MAIN
            + "\"><dimension ref=\"A1:B2\"/><sheetData>"
            + rows
            + "</sheetData>"
            + afterData
            + "</worksheet>");
    Path file = folder.resolve("book.xlsx");
    try (OutputStream out = Files.newOutputStream(file)) {
      zip(out, parts);
    }
    return file;
  }

  private static void zip(OutputStream out, Map<String, String> parts) throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, String> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
      }
    }
  }

  private static String type(String part, String kind) {
    return "<Override PartName=\""
        + part
        + "\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml."
        + kind
        + "+xml\"/>";
  }

  private static String relations(String content) {
    return "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
        + content
        + "</Relationships>";
  }

  private static TableFormat format(char decimal, String pattern, String sheet) {
    return new TableFormat(
        TableFormat.Type.XLSX,
        StandardCharsets.UTF_8,
        ',',
        '"',
        decimal,
        "",
        pattern,
        Locale.ENGLISH,
        ZoneOffset.UTC,
        sheet,
        1);
  }

  private ReadRows read(Path file, TableFormat format) {
    ReadRows rows = new ReadRows();
    Tables.read(file, format, rows);
    return rows;
  }

  private Row row(String cells) throws IOException {
    parts.remove("xl/worksheets/sheet1.xml");
    return read(
            workbook(HEADER + "<row r=\"2\">" + cells + "</row>"),
            format('.', "yyyy-MM-dd HH:mm:ss", ""))
        .rows
        .get(0);
  }

  private Problem refusal(Path file) {
    List<Problem> problems = new ArrayList<>();
    assertThatThrownBy(() -> read(file, format('.', Dates.ISO, "")))
        .isInstanceOfSatisfying(Problem.class, problems::add);
    return problems.get(0);
  }

  @Test
  void cellsBecomeTextInTheDeclaredFormat() throws IOException {
    assertThat(
            row("<c r=\"A2\" s=\"1\"><v>46000.5</v></c><c r=\"B2\" t=\"s\"><v>0</v></c>").cells())
        .containsExactly("2025-12-09 12:00:00", "shared");
    assertThat(row("<c r=\"B2\" t=\"s\"><v>1</v></c>").cells()).containsExactly("", "rich");
    assertThat(
            row("<c r=\"A2\"><v>17850</v></c><c r=\"B2\"><v>0.30000000000000004</v></c>").cells())
        .containsExactly("17850", "0.3");
    assertThat(row("<c r=\"A2\"><v>1.0E-2</v></c><c r=\"B2\" t=\"b\"><v>1</v></c>").cells())
        .containsExactly("0.01", "TRUE");
    assertThat(row("<c r=\"A2\" t=\"str\"><f>A1&amp;B1</f><v>ab</v></c>").cells())
        .containsExactly("ab");
    parts.clear();
    Path file =
        workbook(
            HEADER
                + "<row r=\"2\"><c r=\"A2\"><v>2.55</v></c><c r=\"B2\" s=\"2\"><v>46000</v></c></row>");
    assertThat(read(file, format(',', "dd/MM/yyyy", "")).rows.get(0).cells())
        .containsExactly("2,55", "09/12/2025");
  }

  @Test
  void brokenCellsAreToldOneByOne() throws IOException {
    assertThat(row("<c r=\"A2\"><f>1+1</f></c>").broken().get(0).code()).isEqualTo("cell.formula");
    assertThat(row("<c r=\"B2\" t=\"e\"><v>#N/A</v></c>").broken().get(1).code())
        .isEqualTo("cell.error");
    assertThat(row("<c r=\"B2\"><v>1.23457E+17</v></c>").broken().get(1).code())
        .isEqualTo("cell.digits-lost");
    assertThat(row("<c r=\"B2\"><v>1E+999</v></c>").broken().get(1).code())
        .isEqualTo("cell.digits-lost");
    assertThat(row("<c r=\"A2\" s=\"1\"><v>60</v></c>").broken().get(0).code())
        .as("29 February 1900 never was")
        .isEqualTo("cell.date-serial");
    assertThat(row("<c r=\"A2\" s=\"1\"><v>-3</v></c>").broken().get(0).code())
        .isEqualTo("cell.date-serial");
    assertThat(row("<c r=\"A2\" s=\"1\"><v>0.5</v></c>").broken().get(0).code())
        .isEqualTo("cell.date-serial");
    assertThat(
            row("<c r=\"A2\"><v>1</v></c><c r=\"D2\"><v>1</v></c>").broken().get(Row.WHOLE).code())
        .isEqualTo("row.ragged");
  }

  @Test
  void serialsAroundTheDayThatNeverWas() throws IOException {
    assertThat(row("<c r=\"A2\" s=\"1\"><v>59</v></c>").cells())
        .containsExactly("1900-02-28 00:00:00");
    assertThat(row("<c r=\"A2\" s=\"1\"><v>61</v></c>").cells())
        .containsExactly("1900-03-01 00:00:00");
    assertThat(row("<c r=\"A2\" s=\"1\"><v>46000.9999999</v></c>").cells())
        .as("rounded to the second, over midnight")
        .containsExactly("2025-12-10 00:00:00");
    parts.clear();
    workbookProperties = "<workbookPr date1904=\"1\"/>";
    assertThat(row("<c r=\"A2\" s=\"1\"><v>0</v></c>").cells())
        .containsExactly("1904-01-01 00:00:00");
    assertThat(row("<c r=\"A2\" s=\"1\"><v>44538</v></c>").cells())
        .containsExactly("2025-12-09 00:00:00");
  }

  @Test
  void whereRowsAndCellsAreIsTakenFromThemselves() throws IOException {
    Path file =
        workbook(
            HEADER
                + "<row r=\"5\" hidden=\"1\"><c r=\"B5\"><v>5</v></c></row>"
                + "<row r=\"6\"><c r=\"A6\" s=\"1\"/></row>"
                + "<row r=\"9\"><c><v>1</v></c><c><v>2</v></c><c s=\"1\"/></row>");
    ReadRows rows = new ReadRows();
    FileNotes notes = Tables.read(file, format('.', Dates.ISO, ""), rows);
    assertThat(rows.rows).extracting(Row::number).containsExactly(5L, 9L);
    assertThat(rows.rows.get(0).cells()).containsExactly("", "5");
    assertThat(rows.rows.get(1).cells()).containsExactly("1", "2");
    assertThat(notes.hiddenRows()).isEqualTo(1);
  }

  @Test
  void sheetsAreChosenNotGuessed() throws IOException {
    sheets =
        "<sheet name=\"Sales\" sheetId=\"1\" r:id=\"rId1\"/><sheet name=\"Old\" sheetId=\"2\" state=\"hidden\" r:id=\"rId9\"/>";
    Path one = workbook(HEADER);
    ReadRows rows = new ReadRows();
    assertThat(Tables.read(one, format('.', Dates.ISO, ""), rows).otherSheets())
        .containsExactly("Old");
    parts.clear();
    sheets =
        "<sheet name=\"Sales\" sheetId=\"1\" r:id=\"rId1\"/><sheet name=\"More\" sheetId=\"2\" r:id=\"rId9\"/>";
    Path two = workbook(HEADER);
    assertThat(refusal(two).code()).isEqualTo("file.sheets-many");
    assertThat(read(two, format('.', Dates.ISO, "sales")).header).containsExactly("when", "what");
    assertThatThrownBy(() -> read(two, format('.', Dates.ISO, "Nope")))
        .isInstanceOfSatisfying(
            Problem.class, problem -> assertThat(problem.code()).isEqualTo("file.sheet-missing"));
  }

  @Test
  void mergedCellsAmongTheRowsAreRefused() throws IOException {
    afterData = "<mergeCells><mergeCell ref=\"A1:B1\"/></mergeCells>";
    workbook(HEADER);
    afterData = "<mergeCells><mergeCell ref=\"A2:A3\"/></mergeCells>";
    parts.clear();
    assertThat(refusal(workbook(HEADER)).code()).isEqualTo("file.merged");
  }

  @Test
  void whatIsNoWorkbookIsToldByName() throws IOException {
    assertThat(refusal(Files.writeString(folder.resolve("a"), "a,b\n1,2")).code())
        .isEqualTo("file.not-xlsx");
    assertThat(refusal(Files.writeString(folder.resolve("b"), "  <HTML>")).code())
        .isEqualTo("file.html");
    byte[] ole = {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, 1, 2, 3};
    assertThat(refusal(Files.write(folder.resolve("c"), ole)).code()).isEqualTo("file.xls");
    ByteArrayOutputStream locked = new ByteArrayOutputStream();
    locked.writeBytes(ole);
    locked.writeBytes("EncryptedPackage".getBytes(StandardCharsets.UTF_16LE));
    assertThat(refusal(Files.write(folder.resolve("d"), locked.toByteArray())).code())
        .isEqualTo("file.locked");
    Path whole = workbook(HEADER);
    byte[] bytes = Files.readAllBytes(whole);
    Path cut = Files.write(folder.resolve("e"), java.util.Arrays.copyOf(bytes, bytes.length / 2));
    assertThat(refusal(cut).code()).isEqualTo("file.cut");
    parts.clear();
    parts.put("xl/worksheets/sheet1.xml", "<worksheet><sheetData><row r=\"1\"><c>");
    assertThat(refusal(workbook("")).code()).isEqualTo("file.broken");
  }

  @Test
  void entitiesFromElsewhereAreRefused() throws IOException {
    parts.put(
        "xl/sharedStrings.xml",
        "<!DOCTYPE sst [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><sst xmlns=\""
            + MAIN
            + "\"><si><t>&x;</t></si></sst>");
    assertThat(refusal(workbook(HEADER)).code()).isEqualTo("file.broken");
  }

  @Test
  @Timeout(150) // Unbounded it would take an hour; a machine under load is no reason to fail.
  void bombsAreRefused() throws IOException {
    parts.put(
        "xl/worksheets/sheet1.xml",
        "<worksheet xmlns=\"" + MAIN + "\"><sheetData>" + " ".repeat(60_000_000));
    assertThat(refusal(workbook("")).code()).isEqualTo("file.zip-bomb");
    Map<String, String> many = new LinkedHashMap<>();
    for (int i = 0; i < 50_000; i++) {
      many.put("entry" + i, "");
    }
    Path file = folder.resolve("many.xlsx");
    try (OutputStream out = Files.newOutputStream(file)) {
      zip(out, many);
    }
    assertThat(refusal(file).code()).isEqualTo("file.zip-bomb");
  }
}
