package org.mitra.engine;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mitra.money.Currency;
import org.mitra.money.Exact;
import org.mitra.money.Money;
import org.mitra.money.Shares;

/**
 * How an exact amount came about: a step, the facts it used, and the steps that it is the sum of.
 *
 * @param code names the step, such as {@code tier}; pages translate it
 * @param facts what the step used, as plain decimals, percentages, ISO dates and codes, in reading
 *     order
 * @param exact the amount of this step
 * @param parts the steps below; their amounts add up to {@code exact}, or there are none
 */
public record Derivation(
    String code, Map<String, String> facts, Exact exact, List<Derivation> parts) {

  /**
   * @throws IllegalArgumentException when there are parts and they do not add up
   */
  public Derivation {
    facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
    parts = List.copyOf(parts);
    if (!parts.isEmpty() && !sum(parts).equals(exact)) {
      throw new IllegalArgumentException(
          code + ": parts add up to " + sum(parts) + ", not to " + exact);
    }
  }

  public static Derivation leaf(String code, Map<String, String> facts, Exact exact) {
    return new Derivation(code, facts, exact, List.of());
  }

  public static Derivation sumOf(String code, Map<String, String> facts, List<Derivation> parts) {
    return new Derivation(code, facts, sum(parts), parts);
  }

  /**
   * Gives every step an amount that can be paid, so that parts still add up and leaves add up to
   * the root.
   */
  public Explanation paidAs(Money amount) {
    List<Explanation> paidParts = new ArrayList<>(parts.size());
    if (!parts.isEmpty()) {
      Currency currency = amount.currency();
      List<Exact> exactParts = parts.stream().map(Derivation::exact).toList();
      var amounts = Shares.ofExact(amount.amount(), exactParts, currency.scale());
      for (int i = 0; i < parts.size(); i++) {
        paidParts.add(parts.get(i).paidAs(new Money(amounts.get(i), currency)));
      }
    }
    return new Explanation(code, facts, exact, amount, paidParts);
  }

  private static Exact sum(List<Derivation> parts) {
    return parts.stream().map(Derivation::exact).reduce(Exact.ZERO, Exact::plus);
  }
}
