package org.mitra.engine;

import java.math.BigDecimal;
import java.util.Optional;
import org.mitra.money.Decimals;

/**
 * What is paid beside what sales earn, to whoever is enrolled.
 *
 * @param base paid in each period, in the program's currency
 * @param draw an advance against earnings
 * @param atLeast what each period pays at least, sales or not
 */
public record Pay(Optional<BigDecimal> base, Optional<Draw> draw, Optional<BigDecimal> atLeast) {
  public static final Pay NONE = new Pay(Optional.empty(), Optional.empty(), Optional.empty());

  public Pay {
    new Check().limit("base", base).limit("atLeast", atLeast).done();
    base = base.map(Decimals::normal);
    atLeast = atLeast.map(Decimals::normal);
  }

  /** Whether anything is paid for a period without sales. */
  boolean any() {
    return base.isPresent() || draw.isPresent() || atLeast.isPresent();
  }
}
