package org.mitra.engine;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.mitra.money.Decimals;
import org.mitra.money.Rate;

/**
 * A flat rebate: one rate on everything that counts. 4% of 1,000 less a credit note of 200 is 32.
 *
 * @param pays the measure that the rate applies to, an amount of money
 * @param rate 0% to 100%
 * @param except other rates for some products; the most specific wins
 * @param perLine most that one line earns, in the program's currency
 * @param negative what becomes of a period that earns less than nothing
 */
public record Flat(
    Measure pays,
    Rate rate,
    List<ProductOffer> except,
    Optional<BigDecimal> perLine,
    Negative negative)
    implements EarningRule {

  public Flat {
    except = List.copyOf(except);
    Check check = new Check().money("pays", pays).rate("rate", rate);
    ProductOffer.check(check, except, Offer.Percentage.class);
    check.limit("perLine", perLine).present("negative", negative).done();
    perLine = perLine.map(Decimals::normal);
  }

  public Flat(Measure pays, Rate rate) {
    this(pays, rate, List.of(), Optional.empty(), Negative.DEBT);
  }

  @Override
  public String type() {
    return "flat";
  }

  @Override
  public boolean namesAmounts() {
    return perLine.isPresent();
  }

  @Override
  public Measure qualifies() {
    return pays;
  }

  @Override
  public boolean needsLines() {
    return lines().needsLines() || EarningRule.super.needsLines();
  }

  /** Under a limit for each line, what a return takes back depends on what its sale earned. */
  @Override
  public boolean needsWholeSales() {
    return perLine.isPresent() || EarningRule.super.needsWholeSales();
  }

  @Override
  public Earning earn(Measured measured) {
    return new Earning(negative.settle(lines().derive(measured)));
  }

  private LineByLine lines() {
    return new LineByLine("flat", pays, new Offer.Percentage(rate), except, perLine);
  }
}
