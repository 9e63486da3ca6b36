package org.mitra.engine;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.mitra.money.Exact;
import org.mitra.money.Money;

/**
 * Why an amount is what it is, down to the sales lines. The leaves add up to the amount, exactly.
 *
 * @param code names the step; pages translate it as {@code explain.<code>}
 * @param facts what the step used, in reading order
 * @param exact the amount before rounding
 * @param amount the step's share of the rounded amount
 * @param parts the steps below
 */
public record Explanation(
    String code, Map<String, String> facts, Exact exact, Money amount, List<Explanation> parts) {

  public Explanation {
    parts = List.copyOf(parts);
  }

  /** The steps without parts, from left to right. */
  public Stream<Explanation> leaves() {
    return parts.isEmpty() ? Stream.of(this) : parts.stream().flatMap(Explanation::leaves);
  }
}
