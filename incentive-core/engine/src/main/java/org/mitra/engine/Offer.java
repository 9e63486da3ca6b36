package org.mitra.engine;

import java.math.BigDecimal;
import org.mitra.money.Decimals;
import org.mitra.money.Exact;
import org.mitra.money.Rate;

/**
 * What is given for the measure that is paid on: a percentage of money, an amount for each unit, or
 * nothing, where a tier gives a flat amount alone.
 */
public sealed interface Offer {
  /** What one unit of the measure gives, exactly: 0.05 for 5%. */
  Exact each();

  /** What the offer gives for that much of the measure, exactly. */
  default Exact on(Exact measure) {
    return measure.times(each());
  }

  /** Whether it can be paid on the measure: percentages of money, amounts for units. */
  boolean fits(Measure pays);

  /** As people write it: {@code 5%}, {@code 0.3} for an amount, empty for nothing. */
  String text();

  /** A percentage of an amount of money. */
  record Percentage(Rate rate) implements Offer {
    public Percentage {
      new Check().rate("rate", rate).done();
    }

    @Override
    public Exact each() {
      return rate.fraction();
    }

    @Override
    public boolean fits(Measure pays) {
      return pays.isMoney();
    }

    @Override
    public String text() {
      return rate.toString();
    }
  }

  /** An amount, in the program's currency, for each unit. */
  record Each(BigDecimal amount) implements Offer {
    public Each {
      new Check().notNegative("amount", amount).done();
      amount = Decimals.normal(amount);
    }

    @Override
    public Exact each() {
      return Exact.of(amount);
    }

    @Override
    public boolean fits(Measure pays) {
      return !pays.isMoney();
    }

    @Override
    public String text() {
      return Decimals.plain(amount);
    }
  }

  /** Nothing, whatever is paid on. */
  record Nothing() implements Offer {
    @Override
    public Exact each() {
      return Exact.ZERO;
    }

    @Override
    public boolean fits(Measure pays) {
      return true;
    }

    @Override
    public String text() {
      return "";
    }
  }
}
