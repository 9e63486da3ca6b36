package org.mitra.roi;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mitra.time.Period;

class TimelineTest {
  private static final Period QUARTER = period("2026-01-01", "2026-04-01");

  @Test
  void aRunningProgramIsComparedWithAsManyDaysAsItRan() {
    Timeline timeline = Timeline.of(QUARTER, day("2026-02-14"));
    assertThat(timeline.period(Span.DURING)).contains(period("2026-01-01", "2026-02-15"));
    assertThat(timeline.period(Span.BEFORE)).contains(period("2025-11-17", "2026-01-01"));
    assertThat(timeline.period(Span.LAST_YEAR)).contains(period("2025-01-01", "2025-02-15"));
    assertThat(timeline.period(Span.AFTER)).isEmpty();
  }

  @Test
  void aProgramThatEndedIsWatchedForHalfAYear() {
    Timeline soon = Timeline.of(QUARTER, day("2026-04-14"));
    assertThat(soon.period(Span.DURING)).contains(QUARTER);
    assertThat(soon.period(Span.AFTER)).contains(period("2026-04-01", "2026-04-15"));
    Timeline late = Timeline.of(QUARTER, day("2030-01-01"));
    assertThat(late.period(Span.AFTER)).contains(period("2026-04-01", "2026-09-30"));
  }

  @Test
  void aProgramThatHasNotBegunHasNoTime() {
    Timeline timeline = Timeline.of(QUARTER, day("2025-12-31"));
    for (Span span : Span.values()) {
      assertThat(timeline.period(span)).isEmpty();
      assertThat(timeline.stepOf(span, day("2026-01-05"))).isEqualTo(-1);
    }
  }

  @Test
  void aProgramOfYearsIsComparedWithTheLastYearsBeforeItThatDoNotOverlap() {
    Timeline timeline = Timeline.of(period("2024-03-01", "2027-03-01"), day("2026-02-28"));
    assertThat(timeline.period(Span.DURING)).contains(period("2024-03-01", "2026-03-01"));
    assertThat(timeline.period(Span.LAST_YEAR)).contains(period("2022-03-01", "2024-03-01"));
  }

  @Test
  void weeksAreCountedFromTheFirstDayOnBothSides() {
    Timeline timeline = Timeline.of(QUARTER, day("2026-01-17"));
    assertThat(timeline.steps(Span.DURING))
        .containsExactly(
            period("2026-01-01", "2026-01-08"),
            period("2026-01-08", "2026-01-15"),
            period("2026-01-15", "2026-01-18"));
    assertThat(timeline.steps(Span.BEFORE))
        .containsExactly(
            period("2025-12-15", "2025-12-18"),
            period("2025-12-18", "2025-12-25"),
            period("2025-12-25", "2026-01-01"));
    assertThat(timeline.stepOf(Span.DURING, day("2026-01-14"))).isEqualTo(1);
    assertThat(timeline.stepOf(Span.BEFORE, day("2025-12-18"))).isEqualTo(1);
    assertThat(timeline.stepOf(Span.BEFORE, day("2026-01-01"))).isEqualTo(-1);
  }

  @Test
  void aLongProgramHasMonthsWithoutGapOrOverlapAlsoFromThe31st() {
    Timeline timeline = Timeline.of(period("2025-08-31", "2026-08-31"), day("2026-11-22"));
    for (Span span : Span.values()) {
      List<Period> steps = timeline.steps(span);
      Period whole = timeline.period(span).orElseThrow();
      LocalDate next = whole.start();
      for (Period step : steps) {
        assertThat(step.start()).isEqualTo(next);
        next = step.end();
      }
      assertThat(next).isEqualTo(whole.end());
      for (LocalDate day = whole.start(); day.isBefore(whole.end()); day = day.plusDays(1)) {
        assertThat(steps.get(timeline.stepOf(span, day)).contains(day)).isTrue();
      }
    }
    assertThat(timeline.steps(Span.DURING)).hasSize(12);
    Period during = timeline.period(Span.DURING).orElseThrow();
    Period before = timeline.period(Span.BEFORE).orElseThrow();
    assertThat(ChronoUnit.DAYS.between(before.start(), before.end()))
        .isEqualTo(ChronoUnit.DAYS.between(during.start(), during.end()));
  }

  private static LocalDate day(String iso) {
    return LocalDate.parse(iso);
  }

  private static Period period(String from, String until) {
    return new Period(day(from), day(until));
  }
}
