package org.mitra.engine;

import java.math.BigDecimal;
import java.util.Optional;
import org.mitra.money.Decimals;

/**
 * What attainment is measured against.
 *
 * @param kind where it comes from
 * @param amount for {@link Kind#FIXED}: how much, in units of the measure
 * @param periods for {@link Kind#ROLLING_MEAN}: over how many periods before, 1 to 24
 */
public record Yardstick(Kind kind, Optional<BigDecimal> amount, Optional<Integer> periods) {

  /** Where a yardstick comes from. */
  public enum Kind {
    /** The measure of the same days a year before, unless another baseline was agreed. */
    LAST_YEAR,
    /** The mean of the periods before, unless another baseline was agreed. */
    ROLLING_MEAN,
    /** The same amount for everybody. */
    FIXED,
    /** A baseline that was agreed with the partner. */
    AGREED_BASELINE,
    /** A target that was agreed with the partner. */
    AGREED_TARGET
  }

  public Yardstick {
    Check check = new Check().present("kind", kind);
    check.that((kind == Kind.FIXED) == amount.isPresent(), "amount", "amount-with-fixed");
    check.limit("amount", amount);
    check.that((kind == Kind.ROLLING_MEAN) == periods.isPresent(), "periods", "periods-with-mean");
    periods.ifPresent(many -> check.within("periods", many, 1, 24, "periods-out-of-range"));
    check.done();
    amount = amount.map(Decimals::normal);
  }

  public static Yardstick of(Kind kind) {
    return new Yardstick(kind, Optional.empty(), Optional.empty());
  }

  public static Yardstick fixed(String amount) {
    return new Yardstick(Kind.FIXED, Optional.of(Decimals.parse(amount)), Optional.empty());
  }

  public static Yardstick meanOf(int periods) {
    return new Yardstick(Kind.ROLLING_MEAN, Optional.empty(), Optional.of(periods));
  }

  /** Whether sales of the past decide, where nothing was agreed. */
  boolean readsPast() {
    return kind == Kind.LAST_YEAR || kind == Kind.ROLLING_MEAN;
  }

  /** What may be agreed with a partner; empty when the yardstick is the same for all. */
  public Optional<Circumstances.Figure.Kind> agreed() {
    return switch (kind) {
      case LAST_YEAR, ROLLING_MEAN, AGREED_BASELINE ->
          Optional.of(Circumstances.Figure.Kind.BASELINE);
      case AGREED_TARGET -> Optional.of(Circumstances.Figure.Kind.TARGET);
      case FIXED -> Optional.empty();
    };
  }
}
