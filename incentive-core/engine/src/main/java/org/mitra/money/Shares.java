package org.mitra.money;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Shares out an amount so that the parts add up to it: each part is cut down to the scale, and the
 * units that are left over go to the largest remainders, ties to whoever stands first. The caller's
 * order must therefore be stable.
 */
public final class Shares {
  private Shares() {}

  /** Splits into equal parts: 1,000,000 among three is 333,334, 333,333 and 333,333. */
  public static List<Money> equal(Money total, int parts) {
    return byWeight(total, Collections.nCopies(parts, Exact.ONE));
  }

  /**
   * Splits by weight.
   *
   * @throws IllegalArgumentException when the weights add up to zero
   */
  public static List<Money> byWeight(Money total, List<Exact> weights) {
    Exact sum = weights.stream().reduce(Exact.ZERO, Exact::plus);
    if (sum.isZero()) {
      throw new IllegalArgumentException("weights add up to zero");
    }
    Exact perWeight = total.exact().dividedBy(sum);
    List<BigDecimal> parts =
        ofExact(
            total.amount(),
            weights.stream().map(perWeight::times).toList(),
            total.currency().scale());
    return parts.stream().map(part -> new Money(part, total.currency())).toList();
  }

  /**
   * Rounds exact parts so that they add up to a total that is itself their rounded sum.
   *
   * @param total the rounded sum, at the given scale
   * @param exactParts parts whose exact sum lies within one unit of the total
   * @param scale decimals of the result
   */
  public static List<BigDecimal> ofExact(BigDecimal total, List<Exact> exactParts, int scale) {
    // A debt is shared out like the claim that it mirrors: otherwise −100 would split unlike 100.
    int sign = total.signum() < 0 ? -1 : 1;
    List<BigDecimal> parts = new ArrayList<>(exactParts.size());
    List<Exact> remainders = new ArrayList<>(exactParts.size());
    BigDecimal left = sign < 0 ? total.negate() : total;
    for (Exact exact : exactParts) {
      Exact mirrored = sign < 0 ? exact.negated() : exact;
      BigDecimal floor = mirrored.rounded(scale, RoundingMode.FLOOR);
      parts.add(floor);
      remainders.add(mirrored.minus(Exact.of(floor)));
      left = left.subtract(floor);
    }
    int units = left.movePointRight(scale).intValueExact();
    if (units < 0 || units > parts.size()) {
      throw new IllegalArgumentException(
          "parts " + exactParts + " do not add up to " + total.toPlainString());
    }
    BigDecimal unit = BigDecimal.ONE.movePointLeft(scale);
    IntStream.range(0, parts.size())
        .boxed()
        .sorted(Comparator.comparing(remainders::get, Comparator.reverseOrder()))
        .limit(units)
        .forEach(i -> parts.set(i, parts.get(i).add(unit)));
    return sign < 0 ? parts.stream().map(BigDecimal::negate).toList() : parts;
  }
}
