package org.mitra.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mitra.problem.Problem;

class DatesTest {
  private static Dates dates(String pattern, String language, String zone) {
    return new Dates(
        new TableFormat(
            TableFormat.Type.CSV,
            StandardCharsets.UTF_8,
            ',',
            '"',
            '.',
            "",
            pattern,
            Locale.forLanguageTag(language),
            ZoneId.of(zone),
            "",
            1));
  }

  @ParameterizedTest
  @CsvSource({
    "yyyy-MM-dd, en, 2026-02-28, 2026-02-28",
    "dd/MM/yyyy, en, 03/04/2026, 2026-04-03",
    "MM/dd/yyyy, en, 03/04/2026, 2026-03-04",
    "d MMM yyyy, id, 2 Mei 2026, 2026-05-02",
    "d MMM yyyy, en, 2 MAY 2026, 2026-05-02",
    "yyyyMMdd, en, 20280229, 2028-02-29",
    "dd.MM.yyyy HH:mm, en, 31.12.2026 23:30, 2026-12-31"
  })
  void theDeclaredPatternDecides(String pattern, String language, String text, LocalDate day) {
    assertThat(dates(pattern, language, "Asia/Jakarta").day(text)).isEqualTo(day);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "31/02/2026",
        "29/02/2027",
        "03/04/26",
        "3/4/2026",
        "2026-04-03",
        "03/04/2026 ",
        "03/04/0026",
        "03/04/2026x",
        "٠٣/٠٤/٢٠٢٦",
        "00/04/2026",
        "today",
        ""
      })
  void readsStrictlyOrNotAtAll(String text) {
    assertThatThrownBy(() -> dates("dd/MM/yyyy", "en", "Asia/Jakarta").day(text))
        .isInstanceOfSatisfying(
            Problem.class, problem -> assertThat(problem.code()).startsWith("date."));
  }

  @Test
  void aSpreadsheetsSerialNumberIsNoDate() {
    assertThatThrownBy(() -> dates("yyyy-MM-dd", "en", "Asia/Jakarta").day("46000"))
        .isInstanceOfSatisfying(
            Problem.class, problem -> assertThat(problem.code()).isEqualTo("date.number"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"dd/MM/yy", "dd/MM", "MM/yyyy", "HH:mm", "yyyy-MM-dd'", "qqq", "yyyyy-MM-dd"})
  void patternsNameADayWithAFourDigitYear(String pattern) {
    assertThatThrownBy(() -> dates(pattern, "en", "Asia/Jakarta"))
        .isInstanceOfSatisfying(
            Problem.class, problem -> assertThat(problem.code()).isEqualTo("format.date-pattern"));
  }

  @Test
  void zonesDecideTheInstant() {
    assertThat(dates("yyyy-MM-dd HH:mm", "en", "Asia/Jakarta").instant("2026-03-31 23:30"))
        .isEqualTo(Instant.parse("2026-03-31T16:30:00Z"));
    assertThat(dates("yyyy-MM-dd", "en", "America/Los_Angeles").instant("2026-03-31"))
        .isEqualTo(Instant.parse("2026-03-31T07:00:00Z"));
    Dates london = dates("yyyy-MM-dd HH:mm", "en", "Europe/London");
    assertThatThrownBy(() -> london.instant("2026-03-29 01:30"))
        .as("clocks went from one to two")
        .isInstanceOfSatisfying(
            Problem.class, problem -> assertThat(problem.code()).isEqualTo("date.gap"));
    assertThat(london.instant("2026-10-25 01:30"))
        .as("that time came twice: the first")
        .isEqualTo(Instant.parse("2026-10-25T00:30:00Z"));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-31, 2026-03-30T17:00:00Z",
    "2026-03-31T17:30:00Z, 2026-03-31T17:30:00Z",
    "2026-03-31T17:30:00+07:00, 2026-03-31T10:30:00Z",
    "2026-03-31 17:30, 2026-03-31T10:30:00Z",
    "2026-03-31T17:30:15.250, 2026-03-31T10:30:15.250Z"
  })
  void isoSaysTheRestItself(String text, Instant instant) {
    assertThat(dates(Dates.ISO, "en", "Asia/Jakarta").instant(text)).isEqualTo(instant);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-03-3117:30", "2026-3-31", "20260331", "2026-03-31T", "+2026-03-31"})
  void isoIsStrictToo(String text) {
    assertThatThrownBy(() -> dates(Dates.ISO, "en", "Asia/Jakarta").instant(text))
        .isInstanceOf(Problem.class);
  }
}
