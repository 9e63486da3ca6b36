package org.mitra.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.mitra.money.Exact;

/**
 * What a tier table gives for a measure, step by step: first the stretches that it pays on, then
 * the flat amounts of the tiers that were entered.
 */
final class TierSteps {
  private static final Exact HUNDRED = Exact.of(100);

  private final Tiered rule;
  private final TierTable table;
  private final Measured measured;
  private final LineSlices lines;
  private final int reached;

  TierSteps(Tiered rule, Measured measured) {
    if (rule.needsLines() && !measured.keepsLines() && measured.lines() > 0) {
      throw new IllegalStateException("the order of lines decides, and only sums were kept");
    }
    this.rule = rule;
    this.table = rule.table();
    this.measured = measured;
    this.lines = new LineSlices(rule, measured.credits());
    this.reached = table.reached(measured.qualifying());
  }

  Derivation derive() {
    if (reached < 0 && rule.method() != TierMethod.MARGINAL) {
      return Derivation.leaf("below-first-tier", counted(0), Exact.ZERO);
    }
    List<Slice> slices = rule.method().slices(table, reached, measured.qualifying());
    List<Derivation> steps = new ArrayList<>();
    slices.forEach(slice -> steps.addAll(given(slice)));
    steps.addAll(flatAmounts());
    boolean alone = steps.size() == 1 && slices.size() == 1 && slices.get(0).isEverything();
    return alone
        ? steps.get(0)
        : Derivation.sumOf(rule.method().step(), counted(Math.max(reached, 0)), steps);
  }

  /** What a stretch gives; no step where nothing lies in it. */
  private List<Derivation> given(Slice slice) {
    if (slice.isEverything()) {
      return List.of(everything(slice));
    }
    if (measured.keepsLines()) {
      List<LineSlices.Piece> pieces = lines.in(slice);
      return pieces.isEmpty() ? List.of() : List.of(filled(slice, pieces));
    }
    Exact part = slice.fill(measured.paying());
    return part.isZero()
        ? List.of()
        : List.of(Derivation.leaf(code(slice), facts(slice, part), slice.each().times(part)));
  }

  private Derivation everything(Slice slice) {
    Exact all = measured.paying();
    return Lines.step(
        code(slice),
        facts(slice, all),
        slice.each().times(all),
        measured,
        credit -> slice.each().times(credit.paying()));
  }

  private Derivation filled(Slice slice, List<LineSlices.Piece> pieces) {
    Exact part = pieces.stream().map(LineSlices.Piece::part).reduce(Exact.ZERO, Exact::plus);
    List<Derivation> leaves =
        pieces.stream()
            .map(
                piece -> Lines.leaf(piece.credit(), piece.part(), slice.each().times(piece.part())))
            .toList();
    return Derivation.sumOf(code(slice), facts(slice, part), leaves);
  }

  private List<Derivation> flatAmounts() {
    return rule.method()
        .giveOnce(table.entered(measured.qualifying()))
        .filter(tier -> tier >= 0 && table.tiers().get(tier).plus().isPresent())
        .mapToObj(tier -> Derivation.leaf("tier-plus", counted(tier), once(tier)))
        .toList();
  }

  private Exact once(int tier) {
    return table.tiers().get(tier).once();
  }

  /** The volume, beside the threshold of a tier. */
  private Map<String, String> counted(int tier) {
    return Facts.of(
        "measure", rule.qualifies(),
        "counts", measured.qualifying(),
        "from", table.threshold(tier));
  }

  private String code(Slice slice) {
    if (table.tiers().get(slice.tier()).offer() instanceof Offer.Nothing) {
      return "counted"; // It earns nothing by itself, and is why a tier was entered.
    }
    boolean last = slice.to().isEmpty();
    return switch (rule.method()) {
      case MARGINAL -> last ? "top-slice" : "slice";
      case ROLLING -> last ? "whole-amount" : "completed-tier";
      case LINEAR -> table.upper(slice.tier()).isEmpty() ? "whole-amount" : "linear";
      case WHOLE_AMOUNT, TOTAL, FIXED -> "whole-amount";
    };
  }

  private Map<String, String> facts(Slice slice, Exact part) {
    return Facts.of(
        "measure", rule.qualifies(),
        "reached", measured.qualifying(),
        "from", table.threshold(slice.tier()),
        "to", table.upper(slice.tier()).map(Exact::toString).orElse(""),
        "pays", rule.pays(),
        "rate", rate(slice.each()),
        "counts", part);
  }

  /** As people write it; between two points of a line it may be a rate that nobody wrote. */
  private String rate(Exact each) {
    return rule.pays().isMoney() ? each.times(HUNDRED) + "%" : each.toString();
  }
}
