package org.mitra.engine;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.mitra.money.Exact;

/**
 * A tiered volume reward. One measure reaches tiers, the same or another is paid on: <i>units
 * decide, revenue pays</i> is allowed.
 *
 * <p>5/7/10% at 0, 100M and 200M on 250M: marginal 17,000,000; whole amount 25,000,000.
 *
 * @param qualifies the measure that reaches tiers
 * @param pays the measure that is paid on
 * @param method marginal or whole amount
 * @param table thresholds in {@code qualifies}, offers on {@code pays}
 */
public record Tiered(Measure qualifies, Measure pays, TierMethod method, TierTable table)
    implements EarningRule {

  public Tiered {
    Check.present("qualifies", qualifies);
    Check.present("pays", pays);
    Objects.requireNonNull(method, "method");
    boolean percentages = table.tiers().get(0).offer() instanceof Offer.Percentage;
    if (percentages != pays.isMoney()) {
      throw InvalidTerms.at("pays", percentages ? "measure-counts-units" : "measure-counts-money");
    }
  }

  @Override
  public String type() {
    return "tiered";
  }

  /**
   * A line is cut by the tiers it passes only when another measure than the one paid on decides.
   */
  @Override
  public boolean needsLines() {
    return method == TierMethod.MARGINAL && qualifies != pays;
  }

  @Override
  public Earning earn(Measured measured) {
    return new Earning(method == TierMethod.MARGINAL ? marginal(measured) : wholeAmount(measured));
  }

  private Derivation wholeAmount(Measured measured) {
    int reached = table.reached(measured.qualifying());
    if (reached < 0) {
      return Derivation.leaf(
          "below-first-tier",
          Facts.of(
              "measure", qualifies,
              "counts", measured.qualifying(),
              "from", table.tiers().get(0).threshold()),
          Exact.ZERO);
    }
    Tier tier = table.tiers().get(reached);
    Map<String, String> facts =
        Facts.of(
            "measure", qualifies,
            "reached", measured.qualifying(),
            "from", tier.threshold(),
            "pays", pays,
            "rate", tier.offer().text(),
            "counts", measured.paying());
    return Lines.step(
        "whole-amount",
        facts,
        tier.offer().on(measured.paying()),
        measured,
        credit -> tier.offer().on(credit.paying()));
  }

  private Derivation marginal(Measured measured) {
    List<Derivation> slices = measured.keepsLines() ? slicesByLine(measured) : slices(measured);
    return Derivation.sumOf(
        "marginal", Facts.of("measure", qualifies, "counts", measured.qualifying()), slices);
  }

  private List<Derivation> slices(Measured measured) {
    if (needsLines()) {
      throw new IllegalStateException("the order of lines decides, and only sums were kept");
    }
    List<Derivation> slices = new ArrayList<>();
    for (int i = 0; i < table.tiers().size(); i++) {
      Exact part = table.fill(i, measured.paying());
      if (!part.isZero()) {
        slices.add(Derivation.leaf("slice", sliceFacts(i, part), offer(i).on(part)));
      }
    }
    return slices;
  }

  /**
   * Positions fill the tiers one after the other. What a position gives is what the table gives
   * after it, less what it gave before it; these differences add up to the whole for any order and
   * any signs.
   */
  private List<Derivation> slicesByLine(Measured measured) {
    List<List<Derivation>> linesOfTier = new ArrayList<>();
    table.tiers().forEach(tier -> linesOfTier.add(new ArrayList<>()));
    List<Exact> partOfTier = new ArrayList<>(Collections.nCopies(linesOfTier.size(), Exact.ZERO));
    Exact before = Exact.ZERO;
    for (Position position : positions(measured)) {
      Exact after = before.plus(position.qualifying());
      for (int i = 0; i < linesOfTier.size(); i++) {
        for (Credit credit : position.credits()) {
          Exact part = partIn(i, before, after, position, credit);
          if (!part.isZero()) {
            linesOfTier.get(i).add(Lines.leaf(credit, part, offer(i).on(part)));
            partOfTier.set(i, partOfTier.get(i).plus(part));
          }
        }
      }
      before = after;
    }
    List<Derivation> slices = new ArrayList<>();
    for (int i = 0; i < linesOfTier.size(); i++) {
      if (!linesOfTier.get(i).isEmpty()) {
        slices.add(Derivation.sumOf("slice", sliceFacts(i, partOfTier.get(i)), linesOfTier.get(i)));
      }
    }
    return slices;
  }

  /**
   * Lines that fill tiers together. Where units decide and revenue pays, a return stands with its
   * sale: it must take back the units that its sale brought, not whatever was sold last at another
   * price.
   */
  private record Position(List<Credit> credits) {
    Exact qualifying() {
      return credits.stream().map(Credit::qualifying).reduce(Exact.ZERO, Exact::plus);
    }
  }

  private List<Position> positions(Measured measured) {
    if (qualifies == pays) {
      return measured.credits().stream().map(credit -> new Position(List.of(credit))).toList();
    }
    Map<Long, List<Credit>> byOrigin = new LinkedHashMap<>();
    for (Credit credit : measured.credits()) {
      byOrigin.computeIfAbsent(credit.line().origin(), origin -> new ArrayList<>()).add(credit);
    }
    return byOrigin.values().stream().map(Position::new).toList();
  }

  /** How much of what the line pays on falls into the tier. */
  private Exact partIn(int tier, Exact before, Exact after, Position position, Credit credit) {
    Exact filled = table.fill(tier, after).minus(table.fill(tier, before));
    if (qualifies == pays) {
      return filled;
    }
    Exact whole = position.qualifying();
    if (whole.isZero()) {
      // A price correction moves no units: it belongs to the tier in which the count stands.
      return table.reached(after) == tier ? credit.paying() : Exact.ZERO;
    }
    return credit.paying().times(filled).dividedBy(whole);
  }

  private Map<String, String> sliceFacts(int tier, Exact part) {
    return Facts.of(
        "measure",
        qualifies,
        "from",
        table.tiers().get(tier).threshold(),
        "to",
        table.upper(tier).map(Exact::toString).orElse(""),
        "pays",
        pays,
        "rate",
        offer(tier).text(),
        "counts",
        part);
  }

  @Override
  public Optional<NextTier> next(Measured measured) {
    Exact now = measured.qualifying();
    int next = table.reached(now) + 1;
    if (next == 0 && now.signum() < 0 && table.tiers().size() > 1) {
      next = 0;
    }
    if (next >= table.tiers().size()) {
      return Optional.empty();
    }
    Tier tier = table.tiers().get(next);
    Exact threshold = tier.threshold();
    return Optional.of(
        new NextTier(
            qualifies,
            threshold,
            threshold.minus(now).max(Exact.ZERO),
            tier.offer().text(),
            earnedAt(threshold, next, measured)));
  }

  /**
   * What the period would earn with the qualifying measure on the threshold, at today's price for
   * each unit.
   */
  private Exact earnedAt(Exact threshold, int tier, Measured measured) {
    Exact paying =
        qualifies == pays || measured.qualifying().signum() <= 0
            ? threshold
            : measured.paying().times(threshold).dividedBy(measured.qualifying());
    if (method == TierMethod.WHOLE_AMOUNT) {
      return offer(tier).on(paying);
    }
    Exact earned = Exact.ZERO;
    for (int i = 0; i < tier; i++) {
      Exact filled = table.fill(i, threshold);
      Exact part =
          qualifies == pays || threshold.isZero()
              ? filled
              : paying.times(filled).dividedBy(threshold);
      earned = earned.plus(offer(i).on(part));
    }
    return earned;
  }

  private Offer offer(int tier) {
    return table.tiers().get(tier).offer();
  }
}
