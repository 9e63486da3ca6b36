package org.mitra.roi;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.mitra.engine.CompiledProgram;
import org.mitra.engine.Party;
import org.mitra.engine.SalesLine;
import org.mitra.engine.Terms;
import org.mitra.money.Currency;
import org.mitra.time.Period;

/**
 * Adds up the sales around all programs in one pass over the lines: each line is shown once to
 * every program. What a program is about is the engine's judgement ({@link
 * CompiledProgram#concerns}).
 *
 * <p>Beside the programs there are all of them taken together ({@link #ALL}): there a line counts
 * once for each stretch, however many programs are about it.
 */
final class SalesPass {
  /** Stands for all programs together where the code of one is expected. */
  static final String ALL = "";

  /** What one program (or all) has in a currency. */
  record Totals(String program, Currency currency, List<SpanSales> spans, List<Step> steps) {}

  private static final class Watched {
    private final CompiledProgram program;
    private final Timeline timeline;
    private final Map<Currency, Map<Span, SalesTally>> tallies = new HashMap<>();

    Watched(CompiledProgram program, Timeline timeline) {
      this.program = program;
      this.timeline = timeline;
      // A program without a sale still has a time and a currency, in which nothing was sold.
      Terms terms = program.termsOn(program.term().start());
      terms.currency().ifPresent(c -> tallies.put(c, new EnumMap<>(Span.class)));
    }

    /** Whether the day is in any of its stretches. */
    boolean isNear(LocalDate day) {
      return Stream.of(Span.values()).anyMatch(span -> timeline.stepOf(span, day) >= 0);
    }

    SalesTally tally(Currency currency, Span span) {
      return tallies
          .computeIfAbsent(currency, c -> new EnumMap<>(Span.class))
          .computeIfAbsent(span, s -> new SalesTally(timeline.steps(s).size()));
    }
  }

  private static final Comparator<Watched> FIRST_BEGUN =
      Comparator.comparing((Watched one) -> one.program.term().start())
          .thenComparing(one -> one.program.id());

  private final List<Watched> watched = new ArrayList<>();
  private final Map<Span, Period> together = new EnumMap<>(Span.class);
  private final Map<Currency, Map<Span, SalesTally>> all = new HashMap<>();
  private final Map<String, Integer> partnerNumbers = new HashMap<>();
  private Instant from = Instant.MAX;
  private Instant until = Instant.MIN;

  /**
   * @param today by zone
   */
  SalesPass(List<CompiledProgram> programs, Function<ZoneId, LocalDate> today) {
    for (CompiledProgram program : programs) {
      ZoneId zone = program.zone();
      Timeline timeline = Timeline.of(program.term(), today.apply(zone));
      boolean begun = false;
      for (Span span : Span.values()) {
        Optional<Period> period = timeline.period(span);
        if (period.isPresent()) {
          begun = true;
          together.merge(span, period.get(), SalesPass::cover);
          from = min(from, period.get().from(zone));
          until = max(until, period.get().until(zone));
        }
      }
      if (begun) {
        watched.add(new Watched(program, timeline));
      }
    }
    watched.sort(FIRST_BEGUN);
  }

  private static Period cover(Period one, Period other) {
    LocalDate start = one.start().isBefore(other.start()) ? one.start() : other.start();
    LocalDate end = one.end().isAfter(other.end()) ? one.end() : other.end();
    return new Period(start, end);
  }

  private static Instant min(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  private static Instant max(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  /** Whether no program has begun: then there is nothing to read. */
  boolean isEmpty() {
    return watched.isEmpty();
  }

  /** Lines that count from here on are wanted. */
  Instant from() {
    return from;
  }

  /** Lines that count from here on are not. */
  Instant until() {
    return until;
  }

  void see(SalesLine line) {
    Set<Span> counted = EnumSet.noneOf(Span.class);
    List<Watched> about = new ArrayList<>();
    for (Watched one : watched) {
      LocalDate day = LocalDate.ofInstant(line.countsAt(), one.program.zone());
      Optional<Party> whose = one.isNear(day) ? one.program.concerns(line) : Optional.empty();
      if (whose.isPresent()) {
        see(line, day, number(whose.get()), one, about, counted);
        about.add(one);
      }
    }
  }

  /**
   * @param earlier programs that begun before and that are about the line as well
   * @param counted where the line was counted for all programs together
   */
  private void see(
      SalesLine line,
      LocalDate day,
      int partner,
      Watched one,
      List<Watched> earlier,
      Set<Span> counted) {
    for (Span span : Span.values()) {
      int step = one.timeline.stepOf(span, day);
      if (step >= 0) {
        one.tally(line.currency(), span).add(line, partner, step);
        boolean compares = span == Span.BEFORE || span == Span.LAST_YEAR;
        if (compares ? isFirstOn(one.timeline.during(span, day), earlier) : counted.add(span)) {
          all.computeIfAbsent(line.currency(), c -> new EnumMap<>(Span.class))
              .computeIfAbsent(span, s -> new SalesTally(0))
              .add(line, partner);
        }
      }
    }
  }

  /**
   * A sale during several programs counts once for all of them together, so it is compared once:
   * with the time before the program that began first.
   */
  private static boolean isFirstOn(LocalDate during, List<Watched> earlier) {
    return earlier.stream().noneMatch(one -> one.timeline.stepOf(Span.DURING, during) >= 0);
  }

  private int number(Party partner) {
    return partnerNumbers.computeIfAbsent(partner.id(), id -> partnerNumbers.size());
  }

  /** What was added up, by program and currency; stretches without a sale included. */
  List<Totals> totals() {
    List<Totals> totals = new ArrayList<>();
    for (Watched one : watched) {
      one.tallies.forEach((currency, tallies) -> totals.add(totals(one, currency, tallies)));
    }
    all.forEach(
        (currency, tallies) ->
            totals.add(new Totals(ALL, currency, spans(tallies, together), List.of())));
    return totals;
  }

  private static Totals totals(Watched one, Currency currency, Map<Span, SalesTally> tallies) {
    Map<Span, Period> periods = new EnumMap<>(Span.class);
    List<Step> steps = new ArrayList<>();
    for (Span span : Span.values()) {
      one.timeline.period(span).ifPresent(period -> periods.put(span, period));
      List<Period> parts = one.timeline.steps(span);
      SalesTally tally = tallies.get(span);
      for (int i = 0; i < parts.size(); i++) {
        BigDecimal net = tally == null ? BigDecimal.ZERO : tally.stepNet(i);
        BigDecimal units = tally == null ? BigDecimal.ZERO : tally.stepUnits(i);
        steps.add(new Step(span, i, parts.get(i).start(), parts.get(i).end(), net, units));
      }
    }
    return new Totals(one.program.id(), currency, spans(tallies, periods), steps);
  }

  private static List<SpanSales> spans(Map<Span, SalesTally> tallies, Map<Span, Period> periods) {
    SalesTally during = tallies.get(Span.DURING);
    BitSet soldDuring = during == null ? new BitSet() : during.partners();
    Map<Span, SpanSales> spans = new TreeMap<>();
    periods.forEach(
        (span, period) -> {
          SalesTally tally = tallies.get(span);
          spans.put(
              span,
              tally == null ? SpanSales.none(span, period) : tally.total(span, period, soldDuring));
        });
    return List.copyOf(spans.values());
  }
}
