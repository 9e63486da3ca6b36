package org.mitra.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mitra.money.Exact;

/**
 * Pays each slice of a measure at its own tier's rate.
 *
 * <p>Positions fill the tiers one after the other. What a position puts into a tier is what lies in
 * the tier after it less what lay there before it; these differences add up to the whole for any
 * order and any signs.
 */
final class Slices {
  private final Tiered rule;
  private final TierTable table;

  Slices(Tiered rule) {
    this.rule = rule;
    this.table = rule.table();
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

  /** What a line puts into a tier. */
  private record Piece(Credit credit, Exact part) {}

  Derivation derive(Measured measured) {
    if (rule.needsLines() && !measured.keepsLines() && measured.lines() > 0) {
      throw new IllegalStateException("the order of lines decides, and only sums were kept");
    }
    List<Derivation> slices = new ArrayList<>();
    if (measured.keepsLines()) {
      List<List<Piece>> pieces = pieces(positions(measured.credits()));
      for (int tier = 0; tier < pieces.size(); tier++) {
        if (!pieces.get(tier).isEmpty()) {
          slices.add(slice(tier, pieces.get(tier)));
        }
      }
    } else {
      for (int tier = 0; tier < table.tiers().size(); tier++) {
        Exact part = table.fill(tier, measured.paying());
        if (!part.isZero()) {
          slices.add(Derivation.leaf(code(tier), facts(tier, part), offer(tier).on(part)));
        }
      }
    }
    return Derivation.sumOf(
        "marginal", Facts.of("measure", rule.qualifies(), "counts", measured.qualifying()), slices);
  }

  private Derivation slice(int tier, List<Piece> pieces) {
    Exact part = pieces.stream().map(Piece::part).reduce(Exact.ZERO, Exact::plus);
    List<Derivation> lines =
        pieces.stream()
            .map(piece -> Lines.leaf(piece.credit(), piece.part(), offer(tier).on(piece.part())))
            .toList();
    return Derivation.sumOf(code(tier), facts(tier, part), lines);
  }

  private Collection<Position> positions(List<Credit> inOrder) {
    Map<Long, Position> positions = new LinkedHashMap<>();
    for (Credit credit : inOrder) {
      long together = rule.needsLines() ? credit.line().origin() : credit.line().id();
      positions.computeIfAbsent(together, id -> new Position()).add(credit);
    }
    return positions.values().stream()
        .sorted(Comparator.comparing(Position::place, SalesLine.IN_ORDER))
        .toList();
  }

  private List<List<Piece>> pieces(Collection<Position> positions) {
    List<List<Piece>> pieces = new ArrayList<>();
    table.tiers().forEach(tier -> pieces.add(new ArrayList<>()));
    Exact before = Exact.ZERO;
    for (Position position : positions) {
      Exact after = before.plus(position.qualifying);
      for (int tier = 0; tier < pieces.size(); tier++) {
        for (Credit credit : position.credits) {
          Exact part = part(tier, before, after, position, credit);
          if (!part.isZero()) {
            pieces.get(tier).add(new Piece(credit, part));
          }
        }
      }
      before = after;
    }
    return pieces;
  }

  /** How much of what the line pays on falls into the tier. */
  private Exact part(int tier, Exact before, Exact after, Position position, Credit credit) {
    if (position.qualifying.isZero()) {
      // A price correction moves no units: it belongs to the tier in which the count stands.
      return table.reached(after) == tier ? credit.paying() : Exact.ZERO;
    }
    Exact filled = table.fill(tier, after).minus(table.fill(tier, before));
    return credit.paying().times(filled).dividedBy(position.qualifying);
  }

  /** The last tier has no end to tell. */
  private String code(int tier) {
    return table.upper(tier).isPresent() ? "slice" : "top-slice";
  }

  private Map<String, String> facts(int tier, Exact part) {
    return Facts.of(
        "measure", rule.qualifies(),
        "from", table.tiers().get(tier).threshold(),
        "to", table.upper(tier).map(Exact::toString).orElse(""),
        "pays", rule.pays(),
        "rate", offer(tier).text(),
        "counts", part);
  }

  private Offer offer(int tier) {
    return table.tiers().get(tier).offer();
  }
}
