package org.mitra.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class TimesTest {
  private static byte[] written(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  @Test
  void daysAreReadAsTheServerWritesThem() {
    assertThat(Times.day(written("2024-02-29"))).isEqualTo(LocalDate.of(2024, 2, 29));
    assertThat(Times.day(written("9999-12-31"))).isEqualTo(LocalDate.of(9999, 12, 31));
    assertThat(Times.day(null)).isNull();
  }

  @Test
  void timesAreReadWithAndWithoutTheirMicroseconds() {
    assertThat(Times.instant(written("2026-11-22 13:05:09")))
        .isEqualTo(Instant.parse("2026-11-22T13:05:09Z"));
    assertThat(Times.instant(written("1969-12-31 23:59:59.000001")))
        .isEqualTo(Instant.parse("1969-12-31T23:59:59.000001Z"));
    assertThat(Times.instant(null)).isNull();
  }

  @Test
  void whatLooksOtherwiseIsLeftToTheDriver() {
    assertThat(Times.isDay(written("20260101"))).isFalse();
    assertThat(Times.isDay(new byte[] {4, 1, 2, 3})).isFalse();
    assertThat(Times.isInstant(written("2026-11-22"))).isFalse();
    assertThat(Times.isInstant(written("2026-11-22 13:05:09.123"))).isFalse();
    assertThat(Times.isInstant(written("2026-11-22 13:05:09.123456"))).isTrue();
  }
}
