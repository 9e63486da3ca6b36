package org.mitra.engine;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mitra.money.Decimals;
import org.mitra.money.Exact;

/**
 * An amount for every full block of a measure: every 1,000,000 pays 10,000, so 3,750,000 pay
 * 30,000. <i>Buy 10, get 1</i> is the same.
 *
 * <p>A measure below zero owes for its full blocks as one above zero earns: whoever was paid for
 * three blocks and returns everything in a later period owes three blocks.
 *
 * @param pays the measure that is cut into blocks
 * @param every the size of a block, above zero
 * @param amount for each full block, in the program's currency, above zero
 * @param negative what becomes of a period that earns less than nothing
 */
public record EveryX(Measure pays, BigDecimal every, BigDecimal amount, Negative negative)
    implements EarningRule {

  public EveryX {
    Check check = new Check().present("pays", pays).positive("every", every);
    check.positive("amount", amount).present("negative", negative).done();
    every = Decimals.normal(every);
    amount = Decimals.normal(amount);
  }

  public EveryX(Measure pays, BigDecimal every, BigDecimal amount) {
    this(pays, every, amount, Negative.DEBT);
  }

  @Override
  public String type() {
    return "everyX";
  }

  @Override
  public Measure qualifies() {
    return pays;
  }

  @Override
  public Earning earn(Measured measured) {
    Exact blocks = blocks(measured.paying());
    Map<String, String> facts =
        Facts.of(
            "amount", Decimals.plain(amount),
            "every", Exact.of(every),
            "measure", pays,
            "counts", measured.paying(),
            "blocks", blocks);
    List<Derivation> lines = linesThatFill(measured.credits());
    Derivation earned =
        lines.isEmpty()
            ? Derivation.leaf("every-x", facts, blocks.times(amount))
            : Derivation.sumOf("every-x", facts, lines);
    return new Earning(negative.settle(earned));
  }

  /** Each line with the blocks that it filled up, in the order of the lines. */
  private List<Derivation> linesThatFill(List<Credit> credits) {
    List<Derivation> lines = new ArrayList<>();
    Exact before = Exact.ZERO;
    for (Credit credit : credits) {
      Exact after = before.plus(credit.paying());
      Exact filled = blocks(after).minus(blocks(before));
      lines.add(Lines.leaf(credit, credit.paying(), filled.times(amount)));
      before = after;
    }
    return lines;
  }

  /** How many full blocks the measure has, fewer than none when it is below zero. */
  private Exact blocks(Exact measure) {
    Exact parts = measure.dividedBy(Exact.of(every));
    return Exact.of(parts.rounded(0, RoundingMode.DOWN));
  }

  @Override
  public Optional<NextTier> next(Measured measured) {
    // Out of a debt the next thing to earn is the first block.
    Exact full = blocks(measured.paying()).max(Exact.ZERO);
    Exact threshold = full.plus(Exact.ONE).times(every);
    Exact missing = threshold.minus(measured.paying());
    Exact earnedThen = full.plus(Exact.ONE).times(amount);
    String offer = "+" + Decimals.plain(amount);
    return Optional.of(new NextTier(pays, threshold, missing, offer, Optional.of(earnedThen)));
  }
}
