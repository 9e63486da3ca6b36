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
 * @param tiers 1 to {@link #MOST}, thresholds strictly ascending, all offering the same kind of
 *     thing
 */
public record TierTable(Starts starts, List<Tier> tiers) {
  /** No table has more tiers than this. */
  public static final int MOST = 50;

  public TierTable {
    tiers = List.copyOf(tiers);
    Check check = new Check().present("starts", starts);
    check.that(!tiers.isEmpty(), "tiers", "no-tiers");
    check.that(tiers.size() <= MOST, "tiers", "too-many-tiers", "most", MOST);
    for (int i = 1; i < tiers.size(); i++) {
      Tier below = tiers.get(i - 1);
      Tier tier = tiers.get(i);
      check.that(
          tier.from().compareTo(below.from()) > 0,
          "tiers/" + i + "/from",
          "tiers-not-ascending",
          "from",
          Decimals.plain(tier.from()),
          "below",
          Decimals.plain(below.from()));
      check.that(
          tier.offer().getClass() == below.offer().getClass(), "tiers/" + i, "tiers-mix-offers");
    }
    check.done();
  }

  /** The number of the highest tier that the measure has reached, or −1. */
  int reached(Exact measure) {
    // A table that starts at zero has nothing below: whoever bought nothing, or less than nothing,
    // stands in its first tier, so that what was paid at the first rate comes back at that rate.
    int reached = startsAtZero() ? 0 : -1;
    while (reached + 1 < tiers.size()
        && starts.started(measure, tiers.get(reached + 1).threshold())) {
      reached++;
    }
    return reached;
  }

  /**
   * How much of the measure lies in the tier. A negative measure lies, as a debt, in a first tier
   * that starts at zero.
   */
  Exact fill(int tier, Exact measure) {
    Exact lower = tiers.get(tier).threshold();
    if (measure.compareTo(lower) <= 0) {
      return tier == 0 && startsAtZero() ? measure : Exact.ZERO;
    }
    return upper(tier).map(measure::min).orElse(measure).minus(lower);
  }

  /** Where the tier ends; empty for the last. */
  Optional<Exact> upper(int tier) {
    return tier + 1 < tiers.size()
        ? Optional.of(tiers.get(tier + 1).threshold())
        : Optional.empty();
  }

  private boolean startsAtZero() {
    return tiers.get(0).from().signum() == 0;
  }
}
