package org.mitra.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.mitra.money.Exact;
import org.mitra.money.Rate;

/** What holds for every tier table. */
class TierPropertiesTest {

  @Test
  void slicesAddUpToTheVolumeAboveTheFirstThreshold() {
    Seeded.cases(
        500,
        random -> {
          TierTable table = rising(random);
          Exact volume = Exact.of(random.nextInt(20_000));
          Exact filled = Exact.ZERO;
          for (int tier = 0; tier < table.tiers().size(); tier++) {
            Exact fill = table.fill(tier, volume);
            assertThat(fill.signum()).isNotNegative();
            filled = filled.plus(fill);
          }
          Exact first = table.tiers().get(0).threshold();
          assertThat(filled).isEqualTo(volume.minus(first).max(Exact.ZERO));
        });
  }

  @Test
  void withRisingRatesTheWholeAmountIsNeverWorthLess() {
    Seeded.cases(
        500,
        random -> {
          TierTable table = rising(random);
          Exact volume = Exact.of(random.nextInt(20_000));
          Exact whole = earned(TierMethod.WHOLE_AMOUNT, table, volume);
          Exact marginal = earned(TierMethod.MARGINAL, table, volume);
          assertThat(whole).isGreaterThanOrEqualTo(marginal);
        });
  }

  @Test
  void moreVolumeIsNeverWorthLessUnderMarginalTiers() {
    Seeded.cases(
        300,
        random -> {
          TierTable table = rising(random);
          Exact volume = Exact.of(random.nextInt(20_000));
          Exact more = volume.plus(Exact.of(1 + random.nextInt(5_000)));
          assertThat(earned(TierMethod.MARGINAL, table, more))
              .isGreaterThanOrEqualTo(earned(TierMethod.MARGINAL, table, volume));
        });
  }

  @Test
  void reachingTheNextTierEarnsWhatWasPromised() {
    Seeded.cases(
        500,
        random -> {
          TierTable table = rising(random);
          TierMethod method = Seeded.any(random, TierMethod.values());
          Tiered rule = new Tiered(Measure.NET, Measure.NET, method, table);
          Exact volume = Exact.of(random.nextInt(12_000) - 1_000);
          NextTier next = rule.next(measured(volume)).orElse(null);
          int reached = table.reached(volume);
          if (next == null) {
            assertThat(reached).isEqualTo(table.tiers().size() - 1);
            return;
          }
          assertThat(next.threshold()).isEqualTo(table.tiers().get(reached + 1).threshold());
          assertThat(next.missing()).isEqualTo(next.threshold().minus(volume));
          Exact there = next.threshold();
          Exact atThreshold = earned(method, table, there);
          if (table.starts() == Starts.REACHED || method == TierMethod.MARGINAL) {
            assertThat(next.earnedThen()).contains(atThreshold);
          } else {
            Exact justAbove = there.plus(Exact.of("0.0001"));
            Exact promised = next.earnedThen().orElseThrow();
            assertThat(earned(method, table, justAbove)).isGreaterThanOrEqualTo(promised);
          }
        });
  }

  private static Exact earned(TierMethod method, TierTable table, Exact volume) {
    return new Tiered(Measure.NET, Measure.NET, method, table).earn(measured(volume)).amount();
  }

  private static Measured measured(Exact volume) {
    Measured measured = Measured.sums();
    measured.add(new Credit(Line.sale(1).line(), volume, volume));
    return measured;
  }

  /** Tiers whose rates rise. */
  private static TierTable rising(Random random) {
    List<Tier> tiers = new ArrayList<>();
    long from = random.nextBoolean() ? 0 : 1 + random.nextInt(1_000);
    int rate = random.nextInt(10);
    for (int i = random.nextInt(6); i >= 0; i--) {
      tiers.add(new Tier(BigDecimal.valueOf(from), new Offer.Percentage(Rate.of(rate + "%"))));
      from += 1 + random.nextInt(3_000);
      rate += random.nextInt(10);
    }
    return new TierTable(Seeded.any(random, Starts.values()), tiers);
  }
}
