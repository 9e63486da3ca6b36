package org.mitra.engine;

import java.util.List;
import java.util.Optional;
import org.mitra.money.Decimals;
import org.mitra.money.Exact;

/**
 * One ascending list of thresholds, each starting a tier. There are no from/to pairs, so there is
 * no gap and no overlap. Below the first threshold nothing is offered.
 *
 * @param starts whether a tier starts on its threshold or just above it
 * @param tiers 1 to {@link #MOST}, thresholds strictly ascending; not both percentages and amounts
 *     for each unit, since one measure is paid on
 * @param share how much of the thresholds holds, above zero; all of them in terms
 */
public record TierTable(Starts starts, List<Tier> tiers, Exact share) {
  /** No table has more tiers than this. */
  public static final int MOST = 50;

  public TierTable {
    tiers = List.copyOf(tiers);
    Check check = new Check().present("starts", starts);
    check.that(!tiers.isEmpty(), "tiers", "no-tiers");
    check.that(tiers.size() <= MOST, "tiers", "too-many-tiers", "most", MOST);
    Offer first = new Offer.Nothing();
    for (int i = 0; i < tiers.size(); i++) {
      Tier tier = tiers.get(i);
      if (i > 0) {
        Tier below = tiers.get(i - 1);
        check.that(
            tier.from().compareTo(below.from()) > 0,
            "tiers/" + i + "/from",
            "tiers-not-ascending",
            "from",
            Decimals.plain(tier.from()),
            "below",
            Decimals.plain(below.from()));
      }
      check.that(goTogether(first, tier.offer()), "tiers/" + i, "tiers-mix-offers");
      first = first instanceof Offer.Nothing ? tier.offer() : first;
    }
    check.done();
  }

  public TierTable(Starts starts, List<Tier> tiers) {
    this(starts, tiers, Exact.ONE);
  }

  /** The same table, of whose thresholds only a share holds. */
  TierTable prorated(Exact part) {
    return new TierTable(starts, tiers, share.times(part));
  }

  /** Where the tier begins. */
  Exact threshold(int tier) {
    return tiers.get(tier).threshold().times(share);
  }

  private static boolean goTogether(Offer one, Offer other) {
    return one instanceof Offer.Nothing
        || other instanceof Offer.Nothing
        || one.getClass() == other.getClass();
  }

  /** The number of the highest tier that the measure has reached, or −1. */
  int reached(Exact measure) {
    // A table that starts at zero has nothing below: whoever bought nothing, or less than nothing,
    // stands in its first tier, so that what was paid at the first rate comes back at that rate.
    int reached = startsAtZero() ? 0 : -1;
    while (reached + 1 < tiers.size() && starts.started(measure, threshold(reached + 1))) {
      reached++;
    }
    return reached;
  }

  /**
   * The number of the highest tier that the measure has entered, or −1. Nothing is entered before
   * something was bought, so that a sale and its full return leave no flat amount behind.
   */
  int entered(Exact measure) {
    return measure.signum() > 0 ? reached(measure) : -1;
  }

  /** Where the tier ends; empty for the last. */
  Optional<Exact> upper(int tier) {
    return tier + 1 < tiers.size() ? Optional.of(threshold(tier + 1)) : Optional.empty();
  }

  /** The tier alone, from where it starts to where it ends. */
  Slice slice(int tier) {
    return new Slice(this, tier, tier, tier, tiers.get(tier).offer().each());
  }

  /** Everything up to the tier's end, at the tier's offer. */
  Slice upToTheEndOf(int tier) {
    return new Slice(this, tier, -1, tier, tiers.get(tier).offer().each());
  }

  /** Everything at the tier's offer. */
  Slice everythingAt(int tier) {
    return everythingAt(tier, tiers.get(tier).offer().each());
  }

  /** Everything, because the tier was reached, at a rate of its own. */
  Slice everythingAt(int tier, Exact each) {
    return new Slice(this, tier, -1, tiers.size() - 1, each);
  }

  boolean startsAtZero() {
    return tiers.get(0).from().signum() == 0;
  }

  /** Whether everything that tiers offer can be paid on the measure. */
  boolean fits(Measure pays) {
    return tiers.stream().allMatch(tier -> tier.offer().fits(pays));
  }

  /** Whether any tier gives a flat amount on entering it. */
  boolean givesOnce() {
    return tiers.stream().anyMatch(tier -> tier.plus().isPresent());
  }

  /** Whether any tier gives something for the measure. */
  boolean givesOnMeasure() {
    return tiers.stream().anyMatch(tier -> !(tier.offer() instanceof Offer.Nothing));
  }
}
