package org.mitra.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mitra.problem.Problem;

class NumbersTest {
  private static final Numbers ENGLISH = numbers('.', "");
  private static final Numbers GROUPED = numbers('.', ",");
  private static final Numbers INDONESIAN = numbers(',', ".");
  private static final Numbers BLANKS = numbers(',', " ");

  private static Numbers numbers(char decimal, String grouping) {
    return new Numbers(
        new TableFormat(
            TableFormat.Type.CSV,
            StandardCharsets.UTF_8,
            ',',
            '"',
            decimal,
            grouping,
            Dates.ISO,
            Locale.ENGLISH,
            ZoneOffset.UTC,
            "",
            1));
  }

  @ParameterizedTest
  @CsvSource({
    "1234.50, 1234.50",
    "0, 0",
    "-0.00, 0",
    "007, 7",
    "-12.5, -12.5",
    "99999999999999999999.999999999999, 99999999999999999999.999999999999"
  })
  void readsPlainDecimals(String text, BigDecimal expected) {
    assertThat(ENGLISH.parse(text)).isEqualByComparingTo(expected);
  }

  @Test
  void theDeclaredFormatDecidesWhatATextMeans() {
    assertThat(GROUPED.parse("1,234.50")).isEqualByComparingTo("1234.50");
    assertThat(INDONESIAN.parse("1.234,50")).isEqualByComparingTo("1234.50");
    assertThat(INDONESIAN.parse("1.234")).isEqualByComparingTo("1234");
    assertThat(ENGLISH.parse("1.234")).isEqualByComparingTo("1.234");
    assertThat(BLANKS.parse("1\u00a0234\u202f567,5")).isEqualByComparingTo("1234567.5");
    assertThat(GROUPED.parse("1234567")).isEqualByComparingTo("1234567");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "12abc", "1e5", "1E+5", "٣٤", "(100.00)", "+5", "1,234.50", "1.234.5", ".5", "5.", "-", "",
        "- 5", "5-", "NaN", "Infinity", "0x10", "1_000", "Rp 5", "5%", "½", "１２", "1 000", "−5"
      })
  void refusesEverythingElseWhole(String text) {
    assertThatThrownBy(() -> ENGLISH.parse(text))
        .isInstanceOfSatisfying(
            Problem.class, problem -> assertThat(problem.code()).isEqualTo("number.unreadable"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1,23", "12,34,567", ",123", "1,2345", "1234,567", "1,,234", "1,234,"})
  void groupsHaveThreeDigits(String text) {
    assertThatThrownBy(() -> GROUPED.parse(text))
        .isInstanceOfSatisfying(
            Problem.class, problem -> assertThat(problem.code()).isEqualTo("number.grouping"));
  }

  @Test
  void numbersOfHundredsOfDigitsCostNothing() {
    for (String text : new String[] {"9".repeat(400), "9".repeat(100_000), "0." + "1".repeat(13)}) {
      assertThatThrownBy(() -> ENGLISH.parse(text))
          .isInstanceOfSatisfying(
              Problem.class, problem -> assertThat(problem.code()).isEqualTo("number.too-long"));
    }
  }
}
