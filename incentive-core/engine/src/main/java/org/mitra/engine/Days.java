package org.mitra.engine;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.mitra.time.Period;

/**
 * What all sales of a day have in common in a program: worked out once for each day, since lines
 * are many and days are few.
 */
final class Days {
  private final CompiledProgram program;
  private final Map<LocalDate, Day> known = new ConcurrentHashMap<>();

  Days(CompiledProgram program) {
    this.program = program;
  }

  /**
   * @param conditions that sales of the day have to meet
   * @param period in which they count; empty when the program does not run on the day
   * @param later periods whose growth is measured against the day
   */
  record Day(Conditions conditions, Optional<Period> period, List<Past.Share> later) {}

  Day of(LocalDate day) {
    Day found = known.get(day);
    if (found == null) {
      Conditions conditions = program.on(day);
      Optional<Period> period =
          Optional.of(conditions.terms())
              .filter(terms -> terms.term().contains(day))
              .map(terms -> terms.periodOf(day));
      found = new Day(conditions, period, Past.laterPeriods(program, day));
      known.put(day, found);
    }
    return found;
  }
}
