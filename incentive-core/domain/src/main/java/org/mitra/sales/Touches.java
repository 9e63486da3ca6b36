package org.mitra.sales;

import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Whose figures lines change, and where in time: with them, and with what they supersede. */
final class Touches {
  private Touches() {}

  static Set<SalesRecorded.Touched> of(Iterable<NewLine> lines, ZoneId zone) {
    Set<SalesRecorded.Touched> touched = new LinkedHashSet<>();
    for (NewLine line : lines) {
      touch(
          touched,
          times(line.countsAt(), line.days().settledOn(line.settledOn()), zone),
          line.sellerId(),
          line.buyerId(),
          line.shipToId(),
          line.representativeId());
      StoredLine old = line.previous();
      if (old != null) {
        touch(
            touched,
            times(old.countsAt(), old.days(), zone),
            old.sellerId(),
            old.buyerId(),
            old.shipToId(),
            old.representativeId());
      }
    }
    return touched;
  }

  /** When the line may count, whatever a program goes by. */
  private static List<Instant> times(Instant countsAt, LineDays days, ZoneId zone) {
    return Stream.concat(
            Stream.of(countsAt), days.known().map(day -> day.atStartOfDay(zone).toInstant()))
        .toList();
  }

  private static void touch(
      Set<SalesRecorded.Touched> touched, List<Instant> times, Long... partners) {
    for (Long partner : partners) {
      if (partner != null) {
        times.forEach(at -> touched.add(new SalesRecorded.Touched(partner, at)));
      }
    }
  }
}
