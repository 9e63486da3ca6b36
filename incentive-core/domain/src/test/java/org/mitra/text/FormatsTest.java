package org.mitra.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FormatsTest {
  private static final ZoneId JAKARTA = ZoneId.of("Asia/Jakarta");

  private final Formats formats = new Formats(Locale.forLanguageTag("id"), JAKARTA);
  private final Texts texts = Texts.in(Locale.ENGLISH);

  @Test
  void spansAreWrittenAsDaysAre() {
    assertThat(formats.days("2026-01-01 – 2026-08-31")).isEqualTo("1 Jan 2026 – 31 Agu 2026");
    assertThat(formats.days("2026-08-31")).isEqualTo("31 Agu 2026");
    assertThatThrownBy(() -> formats.days("faktur – agustus"))
        .isInstanceOf(DateTimeException.class);
  }

  @Test
  void aDayWithoutATimeTellsNone() {
    assertThat(formats.moment(Instant.parse("2026-08-30T17:00:00Z"))).isEqualTo("31 Agu 2026");
    assertThat(formats.moment(Instant.parse("2026-08-30T17:05:00Z")))
        .isEqualTo("31 Agu 2026 00:05");
  }

  @Test
  void stepsSayWhatIsMoneyAndWhatIsUnits() {
    assertThat(step("NET")).isEqualTo("IDR 1,500 net, each slice at its own rate");
    assertThat(step("UNITS")).isEqualTo("1,500 units, each slice at its own rate");
  }

  private String step(String measure) {
    return texts.sentence(
        "explain.marginal",
        Map.of("counts", "1500", "measure", measure, "currency", "IDR"),
        JAKARTA);
  }
}
