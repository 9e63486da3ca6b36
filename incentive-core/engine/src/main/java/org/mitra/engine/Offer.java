package org.mitra.engine;

import java.math.BigDecimal;
import org.mitra.money.Decimals;
import org.mitra.money.Exact;
import org.mitra.money.Rate;

/**
 * What a tier gives for the measure that is paid on: a percentage of money, or an amount for each
 * unit.
 */
public sealed interface Offer {

  /** What the offer gives for that much of the measure, exactly. */
  Exact on(Exact measure);

  /** As people write it: {@code 5%}, or {@code 0.3} for an amount. */
  String text();

  /** A percentage of an amount of money. */
  record Percentage(Rate rate) implements Offer {
    public Percentage {
      new Check().rate("rate", rate).done();
    }

    @Override
    public Exact on(Exact measure) {
      return rate.of(measure);
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
    public Exact on(Exact measure) {
      return measure.times(amount);
    }

    @Override
    public String text() {
      return Decimals.plain(amount);
    }
  }
}
