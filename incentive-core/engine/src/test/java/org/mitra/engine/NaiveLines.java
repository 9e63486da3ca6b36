package org.mitra.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * What lines earn one by one, as one would do it by hand.
 *
 * @param lines of one payee and period
 * @param part what a line counts for
 */
record NaiveLines(List<SalesLine> lines, BiFunction<SalesLine, Measure, Fraction> part) {

  static Fraction worth(Offer offer) {
    if (offer instanceof Offer.Percentage percentage) {
      return Fraction.of(percentage.rate().percent()).over(100);
    }
    return offer instanceof Offer.Each each ? Fraction.of(each.amount()) : Fraction.ZERO;
  }

  Fraction flat(Flat rule) {
    Fraction general = Fraction.of(rule.rate().percent()).over(100);
    Fraction most = rule.perLine().map(Fraction::of).orElse(null);
    return oneByOne(rule.pays(), general, rule.except(), most);
  }

  Fraction perUnit(PerUnit rule) {
    Fraction amount = Fraction.of(rule.amount());
    if (rule.per() == Per.UNIT) {
      Fraction most = rule.perLine().map(Fraction::of).orElse(null);
      return oneByOne(Measure.UNITS, amount, rule.except(), most);
    }
    Map<String, Fraction> units = new HashMap<>();
    for (SalesLine line : lines) {
      String document =
          lines.stream()
              .filter(sale -> sale.id() == line.origin())
              .findAny()
              .orElse(line)
              .document();
      units.merge(document, Fraction.of(line.quantity()), Fraction::plus);
    }
    Fraction earned = Fraction.ZERO;
    for (Fraction sold : units.values()) {
      earned = Fraction.ZERO.below(sold) ? earned.plus(amount) : earned;
    }
    return earned;
  }

  /** Block by block. */
  Fraction every(EveryX rule) {
    Fraction left = Fraction.ZERO;
    for (SalesLine line : lines) {
      left = left.plus(part.apply(line, rule.pays()));
    }
    boolean owed = left.below(Fraction.ZERO);
    left = owed ? left.negated() : left;
    Fraction block = Fraction.of(rule.every());
    Fraction earned = Fraction.ZERO;
    while (!left.below(block)) {
      left = left.plus(block.negated());
      earned = earned.plus(Fraction.of(rule.amount()));
    }
    return owed ? earned.negated() : earned;
  }

  private Fraction oneByOne(
      Measure pays, Fraction general, List<ProductOffer> except, Fraction most) {
    Map<Long, List<SalesLine>> sales = new HashMap<>();
    lines.forEach(
        line -> sales.computeIfAbsent(line.origin(), origin -> new ArrayList<>()).add(line));
    Fraction earned = Fraction.ZERO;
    for (List<SalesLine> sale : sales.values()) {
      Fraction sold = Fraction.ZERO;
      Fraction back = Fraction.ZERO;
      boolean onlyBack = true;
      for (SalesLine line : sale) {
        Fraction full = part.apply(line, pays).times(offer(line.item(), general, except));
        if (line.kind() == Kind.RETURN || line.kind() == Kind.CANCELLATION) {
          back = back.plus(full);
        } else {
          sold = sold.plus(full);
          onlyBack = false;
        }
      }
      Fraction size = onlyBack ? back : sold;
      size = size.below(Fraction.ZERO) ? size.negated() : size;
      Fraction all = sold.plus(back);
      boolean cut = most != null && most.below(size);
      earned = earned.plus(cut ? all.times(most).dividedBy(size) : all);
    }
    return earned;
  }

  private static Fraction offer(Item item, Fraction general, List<ProductOffer> except) {
    for (ProductOffer offer : except) {
      if (offer.items().contains(item.code())) {
        return worth(offer.offer());
      }
    }
    for (ProductOffer offer : except) {
      if (offer.groups().contains(item.group())) {
        return worth(offer.offer());
      }
    }
    return general;
  }
}
