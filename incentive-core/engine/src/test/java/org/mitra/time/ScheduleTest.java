package org.mitra.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ScheduleTest {

  @Test
  void closingOnThe31stDoesNotDrift() {
    Schedule schedule = new Schedule(LocalDate.parse("2026-06-01"), 1, 31);
    assertThat(lastDays(schedule, 5))
        .containsExactly("2026-06-30", "2026-07-31", "2026-08-31", "2026-09-30", "2026-10-31");
  }

  @Test
  void periodsOfMonthsEndOnLeapDays() {
    assertThat(lastDays(Schedule.every(3, LocalDate.parse("2027-12-01")), 2))
        .containsExactly("2028-02-29", "2028-05-31");
    assertThat(lastDays(Schedule.every(12, LocalDate.parse("2027-03-01")), 2))
        .containsExactly("2028-02-29", "2029-02-28");
  }

  @Test
  void anchoredOnThe31stComesBackToIt() {
    Schedule schedule = Schedule.every(1, LocalDate.parse("2026-01-31"));
    assertThat(schedule.period(1)).hasToString("[2026-02-28, 2026-03-31)");
    assertThat(schedule.period(2)).hasToString("[2026-03-31, 2026-04-30)");
  }

  @Test
  void everyDayLiesInExactlyOnePeriod() {
    for (int closingDay : new int[] {0, 1, 15, 28, 29, 30, 31}) {
      for (int months : new int[] {1, 2, 3, 6, 12}) {
        LocalDate from = LocalDate.parse("2026-01-30");
        Schedule schedule = new Schedule(from, months, closingDay);
        Period current = schedule.period(0);
        for (LocalDate day = from; day.isBefore(from.plusYears(5)); day = day.plusDays(1)) {
          Period period = schedule.periodOf(day);
          assertThat(period.contains(day)).as("%s in %s", day, period).isTrue();
          assertThat(period.equals(current) || period.start().equals(current.end())).isTrue();
          current = period;
        }
      }
    }
  }

  @Test
  void nothingIsBeforeTheBeginning() {
    Schedule schedule = Schedule.every(1, LocalDate.parse("2026-06-01"));
    assertThatThrownBy(() -> schedule.periodOf(LocalDate.parse("2026-05-31")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void zonesArePlaces() {
    assertThat(Zones.of("Asia/Jakarta")).hasToString("Asia/Jakarta");
    assertThat(Zones.of("UTC")).hasToString("UTC");
    for (String bad : List.of("GMT+7", "+07:00", "UTC+7", "Etc/GMT-7", "asia/jakarta", "WIB", "")) {
      assertThatThrownBy(() -> Zones.of(bad)).as(bad).isInstanceOf(IllegalArgumentException.class);
    }
  }

  private static List<String> lastDays(Schedule schedule, int periods) {
    return LongStream.range(0, periods)
        .mapToObj(i -> schedule.period(i).lastDay().toString())
        .toList();
  }
}
