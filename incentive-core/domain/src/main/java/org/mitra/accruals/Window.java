package org.mitra.accruals;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.mitra.engine.AccrualKey;
import org.mitra.engine.CompiledProgram;
import org.mitra.time.Period;

/**
 * The program periods in which sales of some days matter, or chosen ones, and the time that has to
 * be read to compute them whole.
 *
 * @param days the days asked for, or those of the chosen periods
 * @param whole whether all periods are in it in which sales of the days matter
 * @param periods by program
 * @param span from the first day of a period in it to the last; the days when there is none
 * @param from inclusive
 * @param until exclusive
 */
record Window(
    Period days,
    boolean whole,
    Map<String, Set<Period>> periods,
    Period span,
    Instant from,
    Instant until) {

  /**
   * @param days first to last, in the zone of the house
   * @param wanted which programs
   */
  static Window of(Ties ties, Period days, ZoneId zone, Predicate<CompiledProgram> wanted) {
    Map<String, Set<Period>> periods = new HashMap<>();
    for (CompiledProgram program : ties.programs()) {
      Set<Period> affected =
          wanted.test(program) ? ties.affected(program, days, zone) : Set.<Period>of();
      if (!affected.isEmpty()) {
        periods.put(program.id(), affected);
      }
    }
    return reading(ties, days, true, periods, zone);
  }

  static Window of(Ties ties, Period days, ZoneId zone) {
    return of(ties, days, zone, program -> true);
  }

  /**
   * @param periods only these, by program; at least one
   */
  static Window of(Ties ties, Map<String, Set<Period>> periods, ZoneId zone) {
    Period days = periods.values().stream().flatMap(Set::stream).reduce(Ties::hull).orElseThrow();
    return reading(ties, days, false, periods, zone);
  }

  private static Window reading(
      Ties ties, Period days, boolean whole, Map<String, Set<Period>> periods, ZoneId zone) {
    Instant start = days.from(zone);
    Instant end = days.until(zone);
    Period span = days;
    for (CompiledProgram program : ties.programs()) {
      for (Period period : periods.getOrDefault(program.id(), Set.of())) {
        Period reads = ties.reads(program, period);
        Instant begins = reads.from(program.zone());
        Instant ends = reads.until(program.zone());
        start = begins.isBefore(start) ? begins : start;
        end = ends.isAfter(end) ? ends : end;
        span = Ties.hull(span, period);
      }
    }
    return new Window(days, whole, periods, span, start, end);
  }

  /** The same time, with the periods of some programs only. */
  Window only(Predicate<String> programs) {
    Map<String, Set<Period>> some = new HashMap<>(periods);
    some.keySet().removeIf(programs.negate());
    return new Window(days, whole, some, span, from, until);
  }

  /** Whether all periods in which sales of the days matter are in the window. */
  boolean covers(Period other) {
    return whole && !other.start().isBefore(days.start()) && !other.end().isAfter(days.end());
  }

  boolean holds(AccrualKey key) {
    return holds(key.program(), key.period().start());
  }

  boolean holds(String program, LocalDate periodStart) {
    for (Period period : periods.getOrDefault(program, Set.of())) {
      if (period.start().equals(periodStart)) {
        return true;
      }
    }
    return false;
  }
}
