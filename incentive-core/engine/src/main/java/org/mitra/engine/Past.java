package org.mitra.engine;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.mitra.money.Exact;
import org.mitra.time.Period;
import org.mitra.time.Schedule;

/** Which days of the past a period's growth is measured against. */
final class Past {
  private Past() {}

  /** A period that a day of the past counts for, and how much of it. */
  record Share(Period period, Exact weight) {}

  /** The days that the period's growth is measured against. */
  static Period of(Yardstick yardstick, CompiledProgram program, Period period) {
    if (yardstick.kind() == Yardstick.Kind.LAST_YEAR) {
      return new Period(period.start().minusYears(1), period.end().minusYears(1));
    }
    Schedule schedule = program.schedule();
    long index = schedule.indexOf(period.start());
    return new Period(
        schedule.period(index - yardstick.periods().orElseThrow()).start(), period.start());
  }

  /** The periods of the program whose growth is measured against the day, among others. */
  static List<Share> laterPeriods(CompiledProgram program, LocalDate day) {
    return program.pasts().stream()
        .flatMap(
            yardstick ->
                laterPeriods(yardstick, program, day).stream()
                    .filter(
                        later ->
                            program.pastOf(later.period()).filter(yardstick::equals).isPresent()))
        .toList();
  }

  private static List<Share> laterPeriods(
      Yardstick yardstick, CompiledProgram program, LocalDate day) {
    List<Share> shares = new ArrayList<>();
    Period term = program.term();
    boolean lastYear = yardstick.kind() == Yardstick.Kind.LAST_YEAR;
    Exact weight =
        lastYear ? Exact.ONE : Exact.ONE.dividedBy(Exact.of(yardstick.periods().orElseThrow()));
    LocalDate from = lastYear ? day.plusYears(1) : day.plusDays(1);
    LocalDate until =
        lastYear
            ? from.plusDays(2)
            : program
                .schedule()
                .period(program.schedule().indexOf(day) + yardstick.periods().orElseThrow())
                .end();
    if (!until.isAfter(term.start()) || !from.isBefore(term.end())) {
      return shares;
    }
    for (Period period : program.periods(from, until)) {
      if (of(yardstick, program, period).contains(day)) {
        shares.add(new Share(period, weight));
      }
    }
    return shares;
  }
}
