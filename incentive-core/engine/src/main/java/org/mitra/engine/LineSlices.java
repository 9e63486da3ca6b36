package org.mitra.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mitra.money.Exact;

/**
 * Which lines fill which stretch of a measure.
 *
 * <p>Positions fill the measure one after the other. What a position puts into a stretch is what
 * lies in it after the position less what lay there before it; these differences add up to the
 * whole for any order and any signs.
 */
final class LineSlices {
  private final TierTable table;
  private final List<Position> positions;

  LineSlices(Tiered rule, List<Credit> inOrder) {
    this.table = rule.table();
    Map<Long, Position> found = new LinkedHashMap<>();
    boolean withItsSale = rule.qualifies() != rule.pays();
    for (Credit credit : inOrder) {
      long together = withItsSale ? credit.line().origin() : credit.line().id();
      found.computeIfAbsent(together, id -> new Position()).add(credit);
    }
    this.positions =
        found.values().stream()
            .sorted(Comparator.comparing(Position::place, SalesLine.IN_ORDER))
            .toList();
  }

  /**
   * Lines that fill tiers together. Where units decide and revenue pays, a return stands with its
   * sale: it must take back the units that its sale brought, not whatever was sold last at another
   * price.
   */
  private static final class Position {
    private final List<Credit> credits = new ArrayList<>();
    private Exact qualifying = Exact.ZERO;

    void add(Credit credit) {
      credits.add(credit);
      qualifying = qualifying.plus(credit.qualifying());
    }

    /** The sale itself, where it is known: a return does not move its sale to another place. */
    SalesLine place() {
      return credits.stream()
          .map(Credit::line)
          .filter(line -> line.id() == line.origin())
          .findFirst()
          .orElse(credits.get(0).line());
    }
  }

  /** What a line puts into a stretch, in units of the measure that is paid on. */
  record Piece(Credit credit, Exact part) {}

  /** What the lines put into the stretch. */
  List<Piece> in(Slice slice) {
    List<Piece> pieces = new ArrayList<>();
    Exact before = Exact.ZERO;
    for (Position position : positions) {
      Exact after = before.plus(position.qualifying);
      for (Credit credit : position.credits) {
        Exact part = part(slice, before, after, position, credit);
        if (!part.isZero()) {
          pieces.add(new Piece(credit, part));
        }
      }
      before = after;
    }
    return pieces;
  }

  private Exact part(Slice slice, Exact before, Exact after, Position position, Credit credit) {
    if (position.qualifying.isZero()) {
      // A price correction moves no units: it belongs to the tier in which the count stands.
      return slice.holds(table.reached(after)) ? credit.paying() : Exact.ZERO;
    }
    Exact filled = slice.fill(after).minus(slice.fill(before));
    return credit.paying().times(filled).dividedBy(position.qualifying);
  }
}
