package org.mitra.engine;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.mitra.money.Decimals;
import org.mitra.money.Exact;

/**
 * One ascending list of thresholds, each starting a tier. There are no from/to pairs, so there is
 * no gap and no overlap. Below the first threshold nothing is offered.
 *
 * @param starts whether a tier starts on its threshold or just above it
 * @param tiers at least one, thresholds strictly ascending, all offering the same kind of thing
 */
public record TierTable(Starts starts, List<Tier> tiers) {
  public TierTable {
    Objects.requireNonNull(starts, "starts");
    tiers = List.copyOf(tiers);
    if (tiers.isEmpty()) {
      throw InvalidTerms.at("tiers", "no-tiers");
    }
    for (int i = 1; i < tiers.size(); i++) {
      Tier below = tiers.get(i - 1);
      Tier tier = tiers.get(i);
      if (tier.from().compareTo(below.from()) <= 0) {
        throw new InvalidTerms(
            "tiers/" + i + "/from",
            "tiers-not-ascending",
            Map.of("from", Decimals.plain(tier.from()), "below", Decimals.plain(below.from())));
      }
      if (tier.offer().getClass() != below.offer().getClass()) {
        throw InvalidTerms.at("tiers/" + i, "tiers-mix-offers");
      }
    }
  }

  /** The number of the highest tier that the measure has reached, or −1. */
  int reached(Exact measure) {
    int reached = -1;
    while (reached + 1 < tiers.size()
        && starts.started(measure, tiers.get(reached + 1).threshold())) {
      reached++;
    }
    // Less than nothing was bought: what was paid at the first rate comes back at the first rate.
    return measure.signum() < 0 && startsAtZero() ? 0 : reached;
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
