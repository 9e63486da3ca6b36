package org.mitra.engine;

import java.util.List;
import java.util.Map;
import org.mitra.money.Exact;

/** What becomes of a period in which more came back than was bought. */
public enum Negative {
  /** It is owed, at the rate at which it had been paid. */
  DEBT {
    @Override
    Derivation settle(Derivation earned) {
      return earned;
    }
  },

  /** The period earns nothing, and nothing is owed. */
  NOTHING {
    @Override
    Derivation settle(Derivation earned) {
      return floored(earned, "nothing-owed");
    }
  },

  /**
   * The period earns nothing, and what is missing to zero lowers what is measured in the periods
   * after it, until it is made good.
   */
  CARRIED {
    @Override
    Derivation settle(Derivation earned) {
      return floored(earned, "carried-over");
    }
  };

  /** Step of a period that would have been a debt. */
  static final String NOT_BELOW_ZERO = "not-below-zero";

  /** What a rule gives in the end. */
  abstract Derivation settle(Derivation earned);

  private static Derivation floored(Derivation earned, String why) {
    if (earned.exact().signum() >= 0) {
      return earned;
    }
    Exact owed = earned.exact().negated();
    return Derivation.sumOf(
        NOT_BELOW_ZERO, Map.of(), List.of(earned, Derivation.leaf(why, Map.of(), owed)));
  }
}
