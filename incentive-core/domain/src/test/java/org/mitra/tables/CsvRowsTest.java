package org.mitra.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mitra.problem.Problem;

class CsvRowsTest {
  @TempDir private Path folder;

  private ReadRows read(byte[] bytes, Charset charset, char separator) throws IOException {
    Path file = Files.write(folder.resolve("file"), bytes);
    TableFormat format =
        new TableFormat(
            TableFormat.Type.CSV,
            charset,
            separator,
            '"',
            '.',
            "",
            Dates.ISO,
            Locale.ENGLISH,
            ZoneOffset.UTC,
            "",
            1);
    ReadRows rows = new ReadRows();
    Tables.read(file, format, rows);
    return rows;
  }

  private ReadRows read(String text) throws IOException {
    return read(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8, ',');
  }

  private Problem refusal(byte[] bytes, Charset charset) {
    ReadRows rows = new ReadRows();
    List<Problem> problems = new java.util.ArrayList<>();
    assertThatThrownBy(() -> rows.keep(read(bytes, charset, ',')))
        .isInstanceOfSatisfying(Problem.class, problems::add);
    return problems.get(0);
  }

  private Problem refusal(String text) {
    return refusal(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
  }

  @Test
  void readsRowsWithTheirNumbers() throws IOException {
    ReadRows rows = read("a,b\r\n1,x\n\n2, y \u00a0\r3,\"line\nbreak, and \"\"quote\"\"\"\n4,z");
    assertThat(rows.header).containsExactly("a", "b");
    assertThat(rows.rows)
        .extracting(Row::number, Row::cells)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(2L, List.of("1", "x")),
            org.assertj.core.groups.Tuple.tuple(4L, List.of("2", "y")),
            org.assertj.core.groups.Tuple.tuple(5L, List.of("3", "line\nbreak, and \"quote\"")),
            org.assertj.core.groups.Tuple.tuple(7L, List.of("4", "z")));
  }

  @Test
  void takesMarksOfTheDeclaredCharsetOff() throws IOException {
    assertThat(read("\ufeffa,b\n1,é").header).containsExactly("a", "b");
    byte[] utf16 = "\ufeffa,b\n1,é".getBytes(StandardCharsets.UTF_16LE);
    assertThat(read(utf16, StandardCharsets.UTF_16, ',').rows.get(0).cells()).contains("é");
    assertThat(read(utf16, StandardCharsets.UTF_16LE, ',').header).containsExactly("a", "b");
  }

  @Test
  void refusesAnotherCharsetThanTheDeclaredOne() {
    assertThat(
            refusal("\ufeffa,b\n1,2".getBytes(StandardCharsets.UTF_16LE), StandardCharsets.UTF_8)
                .code())
        .isEqualTo("file.charset-differs");
    assertThat(
            refusal("a,b\n1,2".getBytes(StandardCharsets.UTF_16LE), StandardCharsets.UTF_8).code())
        .isEqualTo("file.nul");
    byte[] windows = "a,b\n1,x\n2,caf\u00e9\n".getBytes(Charset.forName("windows-1252"));
    Problem problem = refusal(windows, StandardCharsets.UTF_8);
    assertThat(problem.code()).isEqualTo("file.charset");
    assertThat(problem.facts()).containsEntry("row", "3").containsEntry("position", "14");
  }

  @Test
  void findsTheOffendingByteFarIntoTheFile() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int i = 0; i < 50_000; i++) {
      bytes.writeBytes("aaaa,bbbb\n".getBytes(StandardCharsets.UTF_8));
    }
    bytes.write(0xff);
    assertThat(refusal(bytes.toByteArray(), StandardCharsets.UTF_8).facts())
        .containsEntry("row", "50001")
        .containsEntry("position", "500001");
  }

  @Test
  void refusesWhatCannotBeATable() {
    assertThat(refusal("").code()).isEqualTo("file.empty");
    assertThat(refusal("\n\n").code()).isEqualTo("file.empty");
    assertThat(refusal("a,b\n1,\u0000x").code()).isEqualTo("file.nul");
    assertThat(refusal("<html><table><tr><td>a</td></tr></table></html>").code())
        .isEqualTo("file.html");
    assertThat(refusal("PK\u0003\u0004rest").code()).isEqualTo("file.not-csv");
  }

  @Test
  void tellsWhereAQuoteWasLeftOpen() {
    Problem unclosed = refusal("a,b\n1,x\n2,\"never closed\n3,y\n");
    assertThat(unclosed.code()).isEqualTo("file.quote");
    assertThat(unclosed.facts()).containsEntry("row", "3");
    Problem long1 = refusal("a,b\n1,\"" + "x".repeat(1_000_000) + "\"\n");
    assertThat(long1.code()).isEqualTo("file.cell-too-long");
    assertThat(refusal("a,b\n1,\"x\"y\n").code()).isEqualTo("file.quote");
  }

  @Test
  void raggedRowsAreToldByRow() throws IOException {
    ReadRows rows = read("a,b\n1\n1,2,3\n1,2\n");
    assertThat(rows.rows.get(0).broken().get(Row.WHOLE).code()).isEqualTo("row.ragged");
    assertThat(rows.rows.get(1).broken().get(Row.WHOLE).facts())
        .containsEntry("cells", "3")
        .containsEntry("columns", "2");
    assertThat(rows.rows.get(2).broken()).isEmpty();
  }

  @Test
  void aHeaderAloneIsATableWithoutRows() throws IOException {
    ReadRows rows = read("a,b\n");
    assertThat(rows.header).containsExactly("a", "b");
    assertThat(rows.rows).isEmpty();
  }
}
