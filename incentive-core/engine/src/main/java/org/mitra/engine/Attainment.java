package org.mitra.engine;

import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mitra.money.Decimals;
import org.mitra.money.Exact;

/**
 * Pays by how much of a yardstick was reached: growth over last year, attainment of a target.
 *
 * <p>2,350,000 against 2,000,000 with 110/115/120% paying 2/3/4%: whole amount 70,500, on the
 * excess 10,500, in bands 3,500.
 *
 * @param qualifies the measure that is compared with the yardstick
 * @param pays the measure that is paid on
 * @param yardstick what it is compared with
 * @param mode on what the reached rate is paid
 * @param table thresholds in percent of the yardstick
 */
public record Attainment(
    Measure qualifies, Measure pays, Yardstick yardstick, Mode mode, TierTable table)
    implements EarningRule {

  private static final Exact HUNDRED = Exact.of(100);

  /** On what a reached rate is paid. */
  public enum Mode {
    /** On everything. */
    WHOLE_AMOUNT,
    /** On what lies above the yardstick. */
    EXCESS,
    /** On each band at its own rate. */
    MARGINAL
  }

  public Attainment {
    Check check = new Check().present("qualifies", qualifies).present("pays", pays);
    check.present("yardstick", yardstick).present("mode", mode).present("tiers", table);
    if (pays != null && table != null) {
      check.that(table.fits(pays), "pays", Tiered.misfit(pays));
    }
    if (mode == Mode.EXCESS && table != null) {
      boolean above = table.tiers().get(0).threshold().compareTo(HUNDRED) >= 0;
      check.that(above, "tiers/0/from", "excess-begins-at-the-yardstick");
    }
    check.done();
  }

  @Override
  public String type() {
    return "attainment";
  }

  @Override
  public Optional<Yardstick> measuredAgainst() {
    return Optional.of(yardstick);
  }

  @Override
  public boolean namesAmounts() {
    return true;
  }

  @Override
  public Earning earn(Measured measured) {
    Optional<Exact> known = measured.yardstick().filter(amount -> amount.signum() > 0);
    if (known.isEmpty()) {
      return new Earning(
          Derivation.leaf("no-yardstick", Facts.of("yardstick", yardstick.kind()), Exact.ZERO));
    }
    Exact base = known.get();
    Exact attained = measured.qualifying().times(HUNDRED).dividedBy(base);
    Map<String, String> facts =
        Facts.of(
            "measure",
            qualifies,
            "counts",
            measured.qualifying(),
            "yardstick",
            base,
            "attained",
            Decimals.plain(attained.rounded(2, RoundingMode.DOWN)));
    int reached = table.reached(attained);
    if (reached < 0 || (measured.qualifying().isZero() && mode != Mode.WHOLE_AMOUNT)) {
      return new Earning(Derivation.leaf("below-first-attainment", facts, Exact.ZERO));
    }
    List<Derivation> steps = new ArrayList<>();
    if (mode == Mode.MARGINAL) {
      steps.addAll(bands(attained, base, measured));
    } else if (!(table.tiers().get(reached).offer() instanceof Offer.Nothing)) {
      boolean all = mode == Mode.WHOLE_AMOUNT;
      Exact share = all ? Exact.ONE : shareOf(measured.qualifying().minus(base), measured);
      steps.add(step(reached, share, measured));
    }
    steps.addAll(flatAmounts(table.entered(attained)));
    return new Earning(Derivation.sumOf("attainment", facts, steps));
  }

  /** Bands give the flat amount of each that was entered; else the highest gives its own. */
  private List<Derivation> flatAmounts(int entered) {
    List<Derivation> steps = new ArrayList<>();
    for (int tier = mode == Mode.MARGINAL ? 0 : Math.max(entered, 0); tier <= entered; tier++) {
      Tier given = table.tiers().get(tier);
      if (given.plus().isPresent()) {
        Map<String, String> facts = Facts.of("from", given.threshold());
        steps.add(Derivation.leaf("attained-plus", facts, given.once()));
      }
    }
    return steps;
  }

  private List<Derivation> bands(Exact attained, Exact base, Measured measured) {
    List<Derivation> bands = new ArrayList<>();
    for (int tier = 0; tier < table.tiers().size(); tier++) {
      Exact filled = table.slice(tier).fill(attained).times(base).dividedBy(HUNDRED);
      boolean pays = !(table.tiers().get(tier).offer() instanceof Offer.Nothing);
      if (pays && !filled.isZero()) {
        bands.add(step(tier, shareOf(filled, measured), measured));
      }
    }
    return bands;
  }

  private static Exact shareOf(Exact part, Measured measured) {
    return part.dividedBy(measured.qualifying());
  }

  /** A tier's offer on a share of everything; each line gives the same share. */
  private Derivation step(int tier, Exact share, Measured measured) {
    Tier reached = table.tiers().get(tier);
    Map<String, String> facts =
        Facts.of(
            "from", reached.threshold(),
            "pays", pays,
            "rate", reached.offer().text(),
            "counts", measured.paying().times(share));
    return Lines.step(
        "attained",
        facts,
        reached.offer().on(measured.paying().times(share)),
        measured,
        credit -> reached.offer().on(credit.paying().times(share)));
  }

  @Override
  public Optional<NextTier> next(Measured measured) {
    Optional<Exact> known = measured.yardstick().filter(amount -> amount.signum() > 0);
    if (known.isEmpty()) {
      return Optional.empty();
    }
    Exact base = known.get();
    int next = table.reached(measured.qualifying().times(HUNDRED).dividedBy(base)) + 1;
    if (next == table.tiers().size()) {
      return Optional.empty();
    }
    Tier tier = table.tiers().get(next);
    Exact threshold = base.times(tier.threshold()).dividedBy(HUNDRED);
    Exact missing = threshold.minus(measured.qualifying()).max(Exact.ZERO);
    return Optional.of(
        new NextTier(qualifies, threshold, missing, tier.text(), earnedAt(threshold, measured)));
  }

  /** What reaching the threshold would earn, at the prices paid so far. */
  private Optional<Exact> earnedAt(Exact threshold, Measured measured) {
    if (qualifies != pays && measured.qualifying().signum() <= 0) {
      return Optional.empty();
    }
    Exact paying =
        qualifies == pays
            ? threshold
            : measured.paying().times(threshold).dividedBy(measured.qualifying());
    Measured then = Measured.of(threshold, paying).against(measured.yardstick());
    return Optional.of(earn(then).amount());
  }
}
