package org.mitra.demo;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The channel and everything that it sold until yesterday. */
final class DemoWorld {
  private static final long SEED = 2026;

  private final DemoCalendar calendar;
  private final DemoChannel channel;
  private final List<DemoSales.Line> lines = new ArrayList<>();

  DemoWorld(DemoCalendar calendar) {
    this.calendar = calendar;
    this.channel = new DemoChannel(SEED, calendar.joined());
    DemoSales sales = new DemoSales(SEED, channel, calendar.first(), swings(calendar));
    LocalDate yesterday = calendar.today().minusDays(1);
    YearMonth last = YearMonth.from(yesterday);
    for (YearMonth month = calendar.first(); !month.isAfter(last); month = month.plusMonths(1)) {
      lines.addAll(sales.month(month, yesterday));
    }
  }

  /** What the programs did to the demand, and one thing that a competitor did. */
  private static List<DemoSales.Swing> swings(DemoCalendar calendar) {
    return List.of(
        new DemoSales.Swing("GERINDA", month(calendar, -3), month(calendar, -2), 1.7),
        new DemoSales.Swing("LAS", month(calendar, -2), month(calendar, -1), 0.7),
        new DemoSales.Swing("BOR", month(calendar, -1), month(calendar, 1), 1.4));
  }

  private static YearMonth month(DemoCalendar calendar, int quarter) {
    return YearMonth.from(calendar.quarter(quarter));
  }

  DemoCalendar calendar() {
    return calendar;
  }

  DemoChannel channel() {
    return channel;
  }

  /** Lines of the days, the last included, in the order in which they happened. */
  List<DemoSales.Line> lines(LocalDate from, LocalDate to) {
    return lines.stream()
        .filter(line -> !line.day().isBefore(from) && !line.day().isAfter(to))
        .toList();
  }

  /** Serials of units of the group that the dealer sold on these days and that stayed sold. */
  List<String> sold(String dealer, String group, LocalDate from, LocalDate to) {
    Set<String> back = new HashSet<>();
    lines.stream().filter(line -> !line.of().isEmpty()).forEach(l -> back.addAll(l.serials()));
    return lines(from, to).stream()
        .filter(line -> line.of().isEmpty() && line.seller().equals(dealer))
        .filter(line -> line.product().group().equals(group))
        .flatMap(line -> line.serials().stream())
        .filter(serial -> !back.contains(serial))
        .toList();
  }

  /** Lines of the group that the distributor bought from the vendor on these days. */
  List<DemoSales.Line> bought(String distributor, String group, LocalDate from, LocalDate to) {
    Set<String> back = new HashSet<>();
    lines.stream().filter(l -> !l.of().isEmpty()).forEach(l -> back.add(l.of() + " " + l.ofLine()));
    return lines(from, to).stream()
        .filter(line -> line.flow().equals("SELL_IN") && line.buyer().equals(distributor))
        .filter(line -> line.of().isEmpty() && line.product().group().equals(group))
        .filter(line -> !back.contains(line.document() + " " + line.line()))
        .toList();
  }
}
