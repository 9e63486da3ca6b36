package org.mitra.roi;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import org.mitra.time.Period;

/**
 * The stretches of time around a program as of a day, each cut into steps for a chart: weeks for a
 * program of half a year or less, months for a longer one. Steps are counted from the program's
 * first day, so that none has a foot on either side of it.
 */
final class Timeline {
  private static final int HALF_A_YEAR = 26 * 7;

  private final Map<Span, List<Period>> steps = new EnumMap<>(Span.class);
  private final boolean weekly;
  private int years = 1;

  private Timeline(boolean weekly) {
    this.weekly = weekly;
  }

  /**
   * @param term the days on which the program runs
   * @param today in the program's zone; counts as run
   */
  static Timeline of(Period term, LocalDate today) {
    Timeline timeline = new Timeline(days(term) <= HALF_A_YEAR);
    LocalDate tomorrow = today.plusDays(1);
    LocalDate start = term.start();
    LocalDate end = earlier(term.end(), tomorrow);
    if (!start.isBefore(end)) {
      return timeline;
    }
    Period during = new Period(start, end);
    timeline.forward(Span.DURING, during);
    timeline.backward(new Period(start.minusDays(days(during)), start));
    while (end.minusYears(timeline.years).isAfter(start)) {
      timeline.years++;
    }
    timeline.forward(
        Span.LAST_YEAR,
        new Period(start.minusYears(timeline.years), end.minusYears(timeline.years)));
    LocalDate watched = earlier(tomorrow, term.end().plusDays(HALF_A_YEAR));
    if (term.end().isBefore(watched)) {
      timeline.forward(Span.AFTER, new Period(term.end(), watched));
    }
    return timeline;
  }

  private static long days(Period period) {
    return ChronoUnit.DAYS.between(period.start(), period.end());
  }

  private static LocalDate earlier(LocalDate one, LocalDate other) {
    return one.isBefore(other) ? one : other;
  }

  private LocalDate plus(LocalDate anchor, int count) {
    return weekly ? anchor.plusWeeks(count) : anchor.plusMonths(count);
  }

  private void forward(Span span, Period whole) {
    steps.put(span, cut(whole, number -> plus(whole.start(), number)));
  }

  /** Backwards from the program's first day: the oldest step is the one that may be short. */
  private void backward(Period whole) {
    int count = 1;
    while (plus(whole.end(), -count).isAfter(whole.start())) {
      count++;
    }
    int last = count;
    steps.put(Span.BEFORE, cut(whole, number -> plus(whole.end(), number - last)));
  }

  private static List<Period> cut(Period whole, IntFunction<LocalDate> boundary) {
    List<Period> parts = new ArrayList<>();
    LocalDate from = whole.start();
    for (int number = 1; from.isBefore(whole.end()); number++) {
      LocalDate until = earlier(boundary.apply(number), whole.end());
      parts.add(new Period(from, until));
      from = until;
    }
    return List.copyOf(parts);
  }

  /** The stretch; empty when its time has not come. */
  Optional<Period> period(Span span) {
    List<Period> parts = steps(span);
    return parts.isEmpty()
        ? Optional.empty()
        : Optional.of(new Period(parts.get(0).start(), parts.get(parts.size() - 1).end()));
  }

  /** The steps of a stretch, oldest first. */
  List<Period> steps(Span span) {
    return steps.getOrDefault(span, List.of());
  }

  /** The day during the program that a day of a comparison is compared with. */
  LocalDate during(Span span, LocalDate day) {
    return switch (span) {
      case BEFORE -> day.plusDays(days(period(Span.DURING).orElseThrow()));
      case LAST_YEAR -> day.plusYears(years);
      default -> day;
    };
  }

  /** Which step of the stretch holds the day; −1 when none does. */
  int stepOf(Span span, LocalDate day) {
    List<Period> parts = steps(span);
    int low = 0;
    int high = parts.size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      Period part = parts.get(middle);
      if (day.isBefore(part.start())) {
        high = middle - 1;
      } else if (day.isBefore(part.end())) {
        return middle;
      } else {
        low = middle + 1;
      }
    }
    return -1;
  }
}
