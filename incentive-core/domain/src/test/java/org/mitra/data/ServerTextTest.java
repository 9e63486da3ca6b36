package org.mitra.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class ServerTextTest {
  private static byte[] written(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  @Test
  void daysAreReadAsTheServerWritesThem() {
    assertThat(ServerText.day(written("2024-02-29"))).isEqualTo(LocalDate.of(2024, 2, 29));
    assertThat(ServerText.day(written("9999-12-31"))).isEqualTo(LocalDate.of(9999, 12, 31));
    assertThat(ServerText.day(null)).isNull();
  }

  @Test
  void timesAreReadWithAndWithoutTheirMicroseconds() {
    assertThat(ServerText.instant(written("2026-11-22 13:05:09")))
        .isEqualTo(Instant.parse("2026-11-22T13:05:09Z"));
    assertThat(ServerText.instant(written("1969-12-31 23:59:59.000001")))
        .isEqualTo(Instant.parse("1969-12-31T23:59:59.000001Z"));
    assertThat(ServerText.instant(null)).isNull();
  }

  @Test
  void amountsKeepTheirScale() {
    assertThat(ServerText.decimal(written("-12.5000"))).isEqualTo(new BigDecimal("-12.5000"));
    assertThat(ServerText.decimal(written("-0.0001"))).isEqualTo(new BigDecimal("-0.0001"));
    assertThat(ServerText.decimal(written("7"))).isEqualTo(new BigDecimal("7"));
    assertThat(ServerText.decimal(null)).isNull();
    assertThat(ServerText.isDecimal(written("99999999999999.9999"))).isFalse();
    assertThat(ServerText.isDecimal(written("1e5"))).isFalse();
    assertThat(ServerText.isDecimal(written(""))).isFalse();
  }

  @Test
  void whatLooksOtherwiseIsLeftToTheDriver() {
    assertThat(ServerText.isDay(written("20260101"))).isFalse();
    assertThat(ServerText.isDay(new byte[] {4, 1, 2, 3})).isFalse();
    assertThat(ServerText.isInstant(written("2026-11-22"))).isFalse();
    assertThat(ServerText.isInstant(written("2026-11-22 13:05:09.123"))).isFalse();
    assertThat(ServerText.isInstant(written("2026-11-22 13:05:09.123456"))).isTrue();
  }
}
