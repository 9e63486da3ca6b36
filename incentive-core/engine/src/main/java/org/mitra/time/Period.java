package org.mitra.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Days from {@code start} up to, not including, {@code end}.
 *
 * @param start the first day
 * @param end the day after the last
 */
public record Period(LocalDate start, LocalDate end) implements Comparable<Period> {

  public Period {
    if (!start.isBefore(end)) {
      throw new IllegalArgumentException("a period needs a day: " + start + " to " + end);
    }
  }

  public boolean contains(LocalDate day) {
    return !day.isBefore(start) && day.isBefore(end);
  }

  public boolean overlaps(Period other) {
    return start.isBefore(other.end) && other.start.isBefore(end);
  }

  /** The days that both have; empty where there is none. */
  public Optional<Period> common(Period other) {
    return overlaps(other)
        ? Optional.of(
            new Period(
                start.isAfter(other.start) ? start : other.start,
                end.isBefore(other.end) ? end : other.end))
        : Optional.empty();
  }

  public long days() {
    return ChronoUnit.DAYS.between(start, end);
  }

  /** The last day that belongs to the period, as people write it. */
  public LocalDate lastDay() {
    return end.minusDays(1);
  }

  /** The instant at which the period begins in the zone. */
  public Instant from(ZoneId zone) {
    return start.atStartOfDay(zone).toInstant();
  }

  /** The first instant after the period in the zone. */
  public Instant until(ZoneId zone) {
    return end.atStartOfDay(zone).toInstant();
  }

  @Override
  public int compareTo(Period other) {
    int byStart = start.compareTo(other.start);
    return byStart != 0 ? byStart : end.compareTo(other.end);
  }

  /** Half-open notation: {@code [2026-01-01, 2026-04-01)}. */
  @Override
  public String toString() {
    return "[" + start + ", " + end + ")";
  }
}
