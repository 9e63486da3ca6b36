package org.mitra.engine;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.mitra.money.Decimals;

/**
 * An amount for each unit, the usual form of a SPIFF, or for each invoice.
 *
 * @param amount in the program's currency, above zero
 * @param per what it is paid for
 * @param except other amounts for some products; the most specific wins
 * @param perLine most that one line earns, in the program's currency
 * @param negative what becomes of a period that earns less than nothing
 */
public record PerUnit(
    BigDecimal amount,
    Per per,
    List<ProductOffer> except,
    Optional<BigDecimal> perLine,
    Negative negative)
    implements EarningRule {

  public PerUnit {
    except = List.copyOf(except);
    Check check = new Check().positive("amount", amount).present("per", per);
    ProductOffer.check(check, except, Offer.Each.class);
    check.limit("perLine", perLine).present("negative", negative);
    // A document holds several products on several lines, and is paid once.
    boolean whole = per == Per.DOCUMENT;
    check.that(!whole || except.isEmpty(), "except", "documents-earn-as-a-whole");
    check.that(!whole || perLine.isEmpty(), "perLine", "documents-earn-as-a-whole");
    check.done();
    amount = Decimals.normal(amount);
    perLine = perLine.map(Decimals::normal);
  }

  public PerUnit(BigDecimal amount) {
    this(amount, Per.UNIT, List.of(), Optional.empty(), Negative.DEBT);
  }

  @Override
  public String type() {
    return "perUnit";
  }

  @Override
  public Measure qualifies() {
    return per.measure();
  }

  @Override
  public Measure pays() {
    return per.measure();
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
    return new LineByLine(per.step(), per.measure(), new Offer.Each(amount), except, perLine);
  }
}
