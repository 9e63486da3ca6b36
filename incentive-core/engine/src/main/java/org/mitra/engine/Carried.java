package org.mitra.engine;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.mitra.money.Currency;
import org.mitra.money.Exact;

/** What periods before have left below zero, as a part of what is measured in a later one. */
final class Carried {
  /** No line has this id. */
  private static final long NO_LINE = Long.MIN_VALUE;

  /** Stands for all lines of the periods before, and fills tiers before those of the period. */
  private static final SalesLine BEFORE =
      new SalesLine(
          NO_LINE,
          NO_LINE,
          "",
          "",
          Kind.RETURN,
          Flow.SELL_IN,
          new Dates(
              Instant.MIN,
              Instant.MIN,
              Instant.MIN,
              Optional.empty(),
              Optional.empty(),
              Optional.empty()),
          new Parties(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()),
          Customer.UNKNOWN,
          new Item("", "", Optional.empty()),
          BigDecimal.ZERO,
          BigDecimal.ZERO,
          BigDecimal.ZERO,
          Optional.empty(),
          Currency.IDR,
          Map.of());

  private Carried() {}

  static Credit of(Exact measure) {
    return new Credit(BEFORE, measure, measure);
  }

  static boolean is(Credit credit) {
    return credit.line().id() == NO_LINE;
  }

  /** Whether the two rules can hand a shortfall from one to the other. */
  static boolean passes(Terms before, Terms after) {
    return carries(before)
        && carries(after)
        && before.earns().get().pays() == after.earns().get().pays();
  }

  static boolean carries(Terms terms) {
    return terms.rule() instanceof EarningRule rule && rule.negative() == Negative.CARRIED;
  }
}
