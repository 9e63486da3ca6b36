package org.mitra.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The story has what it needs, on whatever day it is told. */
class DemoWorldTest {
  private static final ZoneId JAKARTA = ZoneId.of("Asia/Jakarta");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-01-01",
        "2026-03-31",
        "2026-07-02",
        "2026-11-22",
        "2027-02-28",
        "2028-02-29"
      })
  void tokoMajuHasUnitsToClaim(LocalDate today) {
    DemoWorld world = new DemoWorld(new DemoCalendar(today, JAKARTA));
    assertThat(world.sold("TOKO-MAJU", "BOR", today.minusDays(50), today.minusDays(12)))
        .hasSizeGreaterThan(12);
    LocalDate quarter = world.calendar().quarter(-1);
    assertThat(
            world.sold(
                "TOKO-MAJU", "BOR", quarter.plusDays(15), quarter.plusMonths(2).minusDays(1)))
        .hasSizeGreaterThan(10);
    assertThat(world.lines(today.minusYears(2), today)).hasSizeGreaterThan(15_000);
  }

  @Test
  void quartersAreCountedFromToday() {
    DemoCalendar calendar = new DemoCalendar(LocalDate.of(2026, 11, 22), JAKARTA);
    assertThat(calendar.quarter(0)).isEqualTo("2026-10-01");
    assertThat(calendar.quarter(-1)).isEqualTo("2026-07-01");
    assertThat(calendar.quarter(1)).isEqualTo("2027-01-01");
    assertThat(calendar.first()).hasToString("2024-10");
  }
}
