package org.mitra.accruals;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.mitra.engine.AccrualKey;
import org.mitra.engine.CompiledProgram;
import org.mitra.time.Period;

/**
 * The program periods that some days touch, or some of them, and the time that has to be read to
 * compute them whole.
 *
 * @param days the days themselves
 * @param whole whether all program periods that the days touch are in it
 * @param periods by program
 * @param from inclusive
 * @param until exclusive
 */
record Window(
    Period days, boolean whole, Map<String, Set<Period>> periods, Instant from, Instant until) {

  /**
   * @param days first to last, in the zone of the house
   */
  static Window of(List<CompiledProgram> programs, Period days, ZoneId zone) {
    Map<String, Set<Period>> periods = new HashMap<>();
    for (CompiledProgram program : programs) {
      for (Period period : program.periods(days.start(), days.end())) {
        periods.computeIfAbsent(program.id(), id -> new HashSet<>()).add(period);
      }
    }
    return reading(programs, days, true, periods, zone);
  }

  /**
   * @param periods only these, by program; at least one
   */
  static Window of(List<CompiledProgram> programs, Map<String, Set<Period>> periods, ZoneId zone) {
    TreeSet<Period> all = new TreeSet<>();
    periods.values().forEach(all::addAll);
    LocalDate end = all.stream().map(Period::end).max(LocalDate::compareTo).orElseThrow();
    return reading(programs, new Period(all.first().start(), end), false, periods, zone);
  }

  private static Window reading(
      List<CompiledProgram> programs,
      Period days,
      boolean whole,
      Map<String, Set<Period>> periods,
      ZoneId zone) {
    Instant start = days.from(zone);
    Instant end = days.until(zone);
    for (CompiledProgram program : programs) {
      for (Period period : periods.getOrDefault(program.id(), Set.of())) {
        Instant begins = period.from(program.zone());
        Instant ends = period.until(program.zone());
        start = begins.isBefore(start) ? begins : start;
        end = ends.isAfter(end) ? ends : end;
      }
    }
    return new Window(days, whole, periods, start, end);
  }

  /** Whether all periods that the days touch are in the window. */
  boolean covers(Period days) {
    return whole && !days.start().isBefore(days().start()) && !days.end().isAfter(days().end());
  }

  boolean holds(AccrualKey key) {
    return holds(key.program(), key.period().start());
  }

  boolean holds(String program, LocalDate periodStart) {
    return periods.getOrDefault(program, Set.of()).stream()
        .anyMatch(period -> period.start().equals(periodStart));
  }
}
