package org.mitra.engine;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.mitra.time.Period;

/** Where terms of a program begin inside its periods. */
final class Cuts {
  private final NavigableMap<LocalDate, Terms> versions;
  private final boolean any;

  /**
   * @param versions terms by the first day on which they hold
   */
  Cuts(Map<LocalDate, Terms> versions) {
    this.versions = new TreeMap<>(versions);
    this.any = versions.values().stream().anyMatch(it -> it.counting().inPeriod().isPresent());
  }

  /**
   * The parts of the period that have terms of their own, in order: one, unless terms begin inside
   * it.
   */
  List<Period> segments(Period period) {
    if (!any) {
      return List.of(period);
    }
    List<Period> segments = new ArrayList<>();
    LocalDate start = period.start();
    for (LocalDate from : versions.subMap(period.start(), false, period.end(), false).keySet()) {
      segments.add(new Period(start, from));
      start = from;
    }
    segments.add(new Period(start, period.end()));
    return segments;
  }

  /** The day in the period whose terms say what a credited line of it is paid. */
  LocalDate paidOn(SalesLine line, Period period) {
    if (!any) {
      return period.start();
    }
    Terms terms = versions.lastEntry().getValue();
    LocalDate happened = day(line.soldAt(), terms);
    boolean back =
        terms.returns() == ReturnsCount.IN_PERIOD_OF_RETURN
            && line.id() != line.origin()
            && period.contains(happened);
    return back ? happened : day(terms.counting().trigger().of(line).orElseThrow(), terms);
  }

  private static LocalDate day(Instant instant, Terms terms) {
    return LocalDate.ofInstant(instant, terms.zone());
  }
}
