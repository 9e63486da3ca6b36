package org.mitra.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TableWriterTest {
  private static final ZoneId JAKARTA = ZoneId.of("Asia/Jakarta");
  private static final String[] DANGEROUS = {
    "=HYPERLINK(\"http://x\")",
    "+1",
    "-1 of us",
    "@SUM(A1)",
    "'=1",
    "''+2",
    "'quoted'",
    "plain",
    "a,b\n\"c\"",
    "🙂"
  };

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource(TableFormat.Type.class)
  void whatIsWrittenComesBackAsItWas(TableFormat.Type type) throws IOException {
    Path file = folder.resolve("table");
    try (TableWriter writer = Tables.write(type, Files.newOutputStream(file), JAKARTA)) {
      writer.row("text", "amount", "day", "time");
      for (String text : DANGEROUS) {
        writer.row(
            text,
            new BigDecimal("-1234.5600"),
            LocalDate.of(2026, 11, 22),
            Instant.parse("2026-11-22T17:30:00Z"));
      }
      writer.row(null, new BigDecimal("1234567890123456.7891"), null, 7L);
    }
    TableFormat plain = TableFormat.plain(JAKARTA);
    TableFormat format =
        new TableFormat(
            type,
            StandardCharsets.UTF_8,
            ',',
            '"',
            '.',
            "",
            Dates.ISO,
            Locale.ENGLISH,
            JAKARTA,
            "",
            1);
    ReadRows rows = new ReadRows();
    Tables.read(file, format, rows);
    assertThat(rows.header).containsExactly("text", "amount", "day", "time");
    assertThat(rows.rows).hasSize(DANGEROUS.length + 1);
    for (int i = 0; i < DANGEROUS.length; i++) {
      Row row = rows.rows.get(i);
      assertThat(row.cell(0)).isEqualTo(DANGEROUS[i]);
      assertThat(new Numbers(plain).parse(row.cell(1))).isEqualByComparingTo("-1234.56");
      assertThat(new Dates(plain).day(row.cell(2))).isEqualTo(LocalDate.of(2026, 11, 22));
      assertThat(new Dates(plain).instant(row.cell(3)))
          .isEqualTo(Instant.parse("2026-11-22T17:30:00Z"));
    }
    assertThat(new Numbers(plain).parse(rows.rows.get(DANGEROUS.length).cell(1)))
        .as("longer than a spreadsheet can count: kept whole")
        .isEqualByComparingTo("1234567890123456.7891");
  }

  @Test
  void nothingInACsvCellIsRunAsAFormula() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (TableWriter writer = Tables.write(TableFormat.Type.CSV, out, JAKARTA)) {
      writer.row("=1+1", new BigDecimal("-5"));
    }
    assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("\ufeff'=1+1,-5\r\n");
  }
}
