package org.mitra.engine;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.mitra.money.Exact;

/**
 * How a tier table pays. Each method says which stretches of the measure are paid on, and which
 * tiers give their flat amount. 2,000 sold, 10% to 1,000 and 25% to 2,500: marginal 350, whole
 * amount 500, rolling 600, total 700.
 */
public enum TierMethod {
  /** Each slice at its own tier's rate; each tier that was entered gives its flat amount. */
  MARGINAL("marginal") {
    @Override
    List<Slice> slices(TierTable table, int reached, Exact measure) {
      // All of them, since lines may fill a tier that the sum does not reach in the end.
      return IntStream.range(0, table.tiers().size()).mapToObj(table::slice).toList();
    }
  },

  /** Everything, back to the first unit, at what the tier offers that was reached. */
  WHOLE_AMOUNT("reached-tier") {
    @Override
    IntStream giveOnce(int entered) {
      return IntStream.of(entered);
    }
  },

  /** Completed tiers at their rate on all up to their end, and the reached one on everything. */
  ROLLING("rolling") {
    @Override
    List<Slice> slices(TierTable table, int reached, Exact measure) {
      return Stream.concat(
              IntStream.range(0, reached).mapToObj(table::upToTheEndOf),
              Stream.of(table.everythingAt(reached)))
          .toList();
    }
  },

  /** Everything at the sum of the rates of all tiers that were reached. */
  TOTAL("total") {
    @Override
    List<Slice> slices(TierTable table, int reached, Exact measure) {
      return IntStream.rangeClosed(0, reached).mapToObj(table::everythingAt).toList();
    }
  },

  /** The flat amount of the tier that was reached, and nothing else. */
  FIXED("reached-tier") {
    @Override
    IntStream giveOnce(int entered) {
      return IntStream.of(entered);
    }
  },

  /**
   * Everything at a rate that rises in a straight line from one point to the next; above the last
   * point it stays.
   */
  LINEAR("linear") {
    @Override
    List<Slice> slices(TierTable table, int reached, Exact measure) {
      Exact below = table.tiers().get(reached).offer().each();
      if (table.upper(reached).isEmpty()) {
        return List.of(table.everythingAt(reached));
      }
      Exact above = table.tiers().get(reached + 1).offer().each();
      Exact from = table.threshold(reached);
      Exact way = table.upper(reached).get().minus(from);
      // Less than nothing lies before the first point: a debt, at the rate of that point.
      Exact done = measure.minus(from).max(Exact.ZERO);
      Exact risen = above.minus(below).times(done).dividedBy(way);
      return List.of(table.everythingAt(reached, below.plus(risen)));
    }
  };

  private final String step;

  TierMethod(String step) {
    this.step = step;
  }

  /** The stretches that are paid on when the measure has reached the tier. */
  List<Slice> slices(TierTable table, int reached, Exact measure) {
    return List.of(table.everythingAt(reached));
  }

  /** Which tiers give their flat amount when the measure has entered the tier. */
  IntStream giveOnce(int entered) {
    return IntStream.rangeClosed(0, entered);
  }

  /** The step of an explanation that adds up what the table gives. */
  String step() {
    return step;
  }
}
