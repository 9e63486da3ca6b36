package org.mitra.engine;

import java.math.BigDecimal;
import java.util.Map;
import org.mitra.money.Decimals;

/**
 * An amount for each unit, the usual form of a SPIFF.
 *
 * @param amount for one unit, in the program's currency, above zero
 */
public record PerUnit(BigDecimal amount) implements EarningRule {
  public PerUnit {
    new Check().positive("amount", amount).done();
    amount = Decimals.normal(amount);
  }

  @Override
  public String type() {
    return "perUnit";
  }

  @Override
  public Measure qualifies() {
    return Measure.UNITS;
  }

  @Override
  public Measure pays() {
    return Measure.UNITS;
  }

  @Override
  public Earning earn(Measured measured) {
    Map<String, String> facts =
        Facts.of("amount", Decimals.plain(amount), "counts", measured.paying());
    return new Earning(
        Lines.step(
            "per-unit",
            facts,
            measured.paying().times(amount),
            measured,
            credit -> credit.paying().times(amount)));
  }
}
