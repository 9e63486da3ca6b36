package org.mitra.engine;

import java.util.Map;
import org.mitra.money.Rate;

/**
 * A flat rebate: one rate on everything that counts. 4% of 1,000 less a credit note of 200 is 32.
 *
 * @param pays the measure that the rate applies to, an amount of money
 * @param rate 0% to 100%
 */
public record Flat(Measure pays, Rate rate) implements EarningRule {
  public Flat {
    new Check().money("pays", pays).rate("rate", rate).done();
  }

  @Override
  public String type() {
    return "flat";
  }

  @Override
  public boolean namesAmounts() {
    return false;
  }

  @Override
  public Measure qualifies() {
    return pays;
  }

  @Override
  public Earning earn(Measured measured) {
    Map<String, String> facts =
        Facts.of("rate", rate, "measure", pays, "counts", measured.paying());
    return new Earning(
        Lines.step(
            "flat",
            facts,
            rate.of(measured.paying()),
            measured,
            credit -> rate.of(credit.paying())));
  }
}
