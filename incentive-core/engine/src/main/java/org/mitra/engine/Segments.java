package org.mitra.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mitra.money.Exact;
import org.mitra.time.Period;

/**
 * A period in which other terms began: each part of it earns by its own. Where the measure goes on,
 * a part earns what its terms give for everything so far, less what they give for what was sold
 * before it; so nothing that was earned before is touched.
 */
final class Segments {
  private final CompiledProgram program;
  private final Measured whole;
  private final List<Segment> segments = new ArrayList<>();

  /**
   * A part with sales.
   *
   * @param counts from which day on sales count in it
   */
  private record Segment(Period time, Terms terms, Period counts, Measured own) {
    EarningRule rule() {
      return (EarningRule) terms.rule();
    }
  }

  Segments(CompiledProgram program, AccrualKey key, Measured whole) {
    this.program = program;
    this.whole = whole;
    Period counts = key.period();
    for (Period time : program.cuts().segments(key.period())) {
      Terms terms = program.termsOn(time.start());
      boolean first = time.start().equals(key.period().start());
      boolean goesOn = !first && terms.counting().inPeriod().equals(Optional.of(InPeriod.CONTINUE));
      counts = new Period(goesOn ? counts.start() : time.start(), time.end());
      Measured own = measured(key.period(), time, terms);
      if (own.lines() > 0) {
        segments.add(new Segment(time, terms, counts, own));
      }
    }
  }

  private Measured measured(Period period, Period time, Terms terms) {
    Measured measured = Measured.withLines();
    for (Credit credit : whole.credits()) {
      if (time.contains(program.cuts().paidOn(credit.line(), period))) {
        measured.add(credit);
      }
    }
    return measured.regrouped(terms.earns().orElseThrow());
  }

  /** What the period has earned; nothing when nothing was sold in it. */
  Derivation earned(Period period) {
    List<Derivation> parts = new ArrayList<>();
    Exact soFar = Exact.ZERO;
    for (Segment segment : segments) {
      Derivation part = limited(earned(period, segment), segment.terms(), soFar);
      soFar = soFar.plus(part.exact());
      parts.add(part);
    }
    return parts.isEmpty()
        ? Derivation.leaf("nothing-credited", Map.of(), Exact.ZERO)
        : Derivation.sumOf("segments", Map.of(), parts);
  }

  private Derivation earned(Period period, Segment segment) {
    List<Derivation> parts = new ArrayList<>();
    Measured all = measured(period, segment.counts(), segment.terms());
    parts.add(Earnings.withLosses(segment.rule().earn(all).why(), segment.own()));
    if (segment.counts().start().isBefore(segment.time().start())) {
      Period before = new Period(segment.counts().start(), segment.time().start());
      Exact settled = segment.rule().earn(measured(period, before, segment.terms())).amount();
      Map<String, String> facts = Facts.of("until", before.lastDay());
      parts.add(Derivation.leaf("segment-before", facts, settled.negated()));
    }
    Map<String, String> facts =
        Facts.of("from", segment.time().start(), "until", segment.time().lastDay());
    return Derivation.sumOf("segment", facts, parts);
  }

  /** A limit that is lower than that before takes nothing back. */
  private static Derivation limited(Derivation part, Terms terms, Exact soFar) {
    Optional<Exact> limit = terms.limits().perPayee().map(Exact::of);
    Exact room = limit.map(most -> most.minus(soFar).max(Exact.ZERO)).orElse(part.exact());
    if (part.exact().compareTo(room) <= 0) {
      return part;
    }
    Map<String, String> facts = Facts.of("limit", limit.orElseThrow());
    return Derivation.sumOf(
        Earnings.LIMITED,
        facts,
        List.of(part, Derivation.leaf("over-limit", facts, room.minus(part.exact()))));
  }

  /** What counts in the latest part with sales. */
  Measured latest(Period period) {
    return segments.isEmpty() ? whole : measured(period, last().counts(), last().terms());
  }

  /** What there is to gain in the latest part with sales. */
  Optional<NextTier> next(Period period) {
    return segments.isEmpty() ? Optional.empty() : last().rule().next(latest(period));
  }

  private Segment last() {
    return segments.get(segments.size() - 1);
  }
}
