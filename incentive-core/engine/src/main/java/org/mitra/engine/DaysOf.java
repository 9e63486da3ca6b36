package org.mitra.engine;

import java.util.List;
import java.util.Optional;
import org.mitra.money.Exact;
import org.mitra.time.Period;

/** Some of the days of a time. */
record DaysOf(long days, long all) {

  /**
   * The days of the time on which somebody takes part; empty where these are all of them, or none:
   * who left before, and has something come back, stands where everybody does.
   */
  static Optional<DaysOf> of(List<Period> takesPart, Period time) {
    long days =
        takesPart.stream()
            .flatMap(part -> part.common(time).stream())
            .mapToLong(Period::days)
            .sum();
    return days == 0 || days == time.days()
        ? Optional.empty()
        : Optional.of(new DaysOf(days, time.days()));
  }

  Exact share() {
    return Exact.of(days).dividedBy(Exact.of(all));
  }
}
