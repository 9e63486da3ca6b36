package org.mitra.accruals;

import org.mitra.engine.AccrualKey;
import org.mitra.money.Money;

/**
 * What a partner would gain in a program and period, if some more of his units counted.
 *
 * @param before what he has earned without them
 * @param after what he would have earned with them
 */
public record Gain(AccrualKey key, Money before, Money after) {
  public Money amount() {
    return after.minus(before);
  }
}
