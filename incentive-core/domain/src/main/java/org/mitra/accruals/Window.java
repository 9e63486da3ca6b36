package org.mitra.accruals;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mitra.engine.AccrualKey;
import org.mitra.engine.CompiledProgram;
import org.mitra.time.Period;

/**
 * The program periods that some days touch, and the time that has to be read to compute them whole.
 *
 * @param days the days themselves
 * @param periods by program
 * @param from inclusive
 * @param until exclusive
 */
record Window(Period days, Map<String, Set<Period>> periods, Instant from, Instant until) {

  /**
   * @param days first to last, in the zone of the house
   */
  static Window of(List<CompiledProgram> programs, Period days, ZoneId zone) {
    Map<String, Set<Period>> periods = new HashMap<>();
    Instant start = days.from(zone);
    Instant end = days.until(zone);
    for (CompiledProgram program : programs) {
      for (Period period : program.periods(days.start(), days.end())) {
        periods.computeIfAbsent(program.id(), id -> new HashSet<>()).add(period);
        Instant begins = period.from(program.zone());
        Instant ends = period.until(program.zone());
        start = begins.isBefore(start) ? begins : start;
        end = ends.isAfter(end) ? ends : end;
      }
    }
    return new Window(days, periods, start, end);
  }

  /** Whether all periods that the days touch are in the window. */
  boolean covers(Period days) {
    return !days.start().isBefore(days().start()) && !days.end().isAfter(days().end());
  }

  boolean holds(AccrualKey key) {
    return holds(key.program(), key.period().start());
  }

  boolean holds(String program, LocalDate periodStart) {
    return periods.getOrDefault(program, Set.of()).stream()
        .anyMatch(period -> period.start().equals(periodStart));
  }
}
