package org.mitra.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntFunction;
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
            Exact fill = table.slice(tier).fill(volume);
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
          TierMethod method = Seeded.any(random, TierMethod.values());
          TierTable table = rising(random, method);
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
          if (table.starts() == Starts.REACHED) {
            assertThat(next.earnedThen()).contains(atThreshold);
          } else {
            Exact justAbove = there.plus(Exact.of("0.0001"));
            Exact promised = next.earnedThen().orElseThrow();
            assertThat(earned(method, table, justAbove)).isGreaterThanOrEqualTo(promised);
          }
        });
  }

  /** A rolling rate pays at least what slices pay, and the sum of rates at least that. */
  @Test
  void methodsInTheOrderOfWhatTheyCost() {
    Seeded.cases(
        500,
        random -> {
          TierTable table = rising(random);
          Exact volume = Exact.of(random.nextInt(20_000));
          Exact rolling = earned(TierMethod.ROLLING, table, volume);
          assertThat(rolling)
              .isGreaterThanOrEqualTo(earned(TierMethod.WHOLE_AMOUNT, table, volume));
          assertThat(earned(TierMethod.TOTAL, table, volume)).isGreaterThanOrEqualTo(rolling);
        });
  }

  /** A line between points never leaves what the points themselves pay. */
  @Test
  void aLineLiesBetweenItsPoints() {
    Seeded.cases(
        300,
        random -> {
          TierTable table = rising(random, TierMethod.LINEAR);
          Exact volume = Exact.of(random.nextInt(20_000));
          Exact linear = earned(TierMethod.LINEAR, table, volume);
          int reached = table.reached(volume);
          Exact least = reached < 0 ? Exact.ZERO : table.everythingAt(reached).each();
          Exact most =
              reached + 1 < table.tiers().size() && reached >= 0
                  ? table.everythingAt(reached + 1).each()
                  : least;
          assertThat(linear).isBetween(least.times(volume), most.times(volume));
        });
  }

  /** Flat amounts come once, on entering, and never with nothing. */
  @Test
  void whoBoughtNothingIsGivenNothing() {
    Seeded.cases(
        200,
        random -> {
          TierMethod method = Seeded.any(random, TierMethod.values());
          TierTable table = rising(random, method);
          assertThat(earned(method, table, Exact.ZERO)).isEqualTo(Exact.ZERO);
          Exact debt = earned(method, table, Exact.of(-1 - random.nextInt(5_000)));
          assertThat(debt).isLessThanOrEqualTo(Exact.ZERO);
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
    return table(
        random, 1, rate -> new Offer.Percentage(Rate.of(rate + "%")), rate -> Optional.empty());
  }

  /** Tiers whose rates and flat amounts rise, as far as the method has any. */
  private static TierTable rising(Random random, TierMethod method) {
    boolean fixed = method == TierMethod.FIXED;
    boolean linear = method == TierMethod.LINEAR;
    boolean once = fixed || (!linear && random.nextBoolean());
    return table(
        random,
        linear ? 2 : 1,
        rate -> fixed ? new Offer.Nothing() : new Offer.Percentage(Rate.of(rate + "%")),
        rate -> once ? Optional.of(BigDecimal.valueOf(rate + 1L)) : Optional.empty());
  }

  private static TierTable table(
      Random random, int least, IntFunction<Offer> offer, IntFunction<Optional<BigDecimal>> plus) {
    List<Tier> tiers = new ArrayList<>();
    long from = random.nextBoolean() ? 0 : 1 + random.nextInt(1_000);
    int rate = random.nextInt(10);
    for (int i = least + random.nextInt(6); i > 0; i--) {
      tiers.add(new Tier(BigDecimal.valueOf(from), offer.apply(rate), plus.apply(rate)));
      from += 1 + random.nextInt(3_000);
      rate += random.nextInt(10);
    }
    return new TierTable(Seeded.any(random, Starts.values()), tiers);
  }
}
