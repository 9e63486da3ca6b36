package org.mitra.engine;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.mitra.money.Currency;
import org.mitra.money.Decimals;
import org.mitra.money.Exact;
import org.mitra.money.Money;
import org.mitra.money.Shares;

/**
 * A contest: prizes for the first places of a period. Equals share the prizes of their places. What
 * becomes known after the cut-off, the end of grace, changes nothing any more.
 *
 * @param measure what places go by
 * @param least what a winner has to reach at least, above zero
 * @param prizes in the program's currency, the first place first, none above the one before it
 */
public record Contest(Measure measure, BigDecimal least, List<BigDecimal> prizes)
    implements PoolRule {
  private static final int MOST = 100;

  public Contest {
    prizes = List.copyOf(prizes);
    Check check = new Check().present("measure", measure).positive("least", least);
    check.that(!prizes.isEmpty() && prizes.size() <= MOST, "prizes", "no-prizes", "most", MOST);
    for (int i = 0; i < prizes.size(); i++) {
      check.positive("prizes/" + i, prizes.get(i));
      boolean ordered = i == 0 || prizes.get(i).compareTo(prizes.get(i - 1)) <= 0;
      check.that(ordered, "prizes/" + i, "prizes-not-descending");
    }
    check.done();
    least = Decimals.normal(least);
    prizes = prizes.stream().map(Decimals::normal).toList();
  }

  @Override
  public String type() {
    return "contest";
  }

  @Override
  public Measure qualifies() {
    return measure;
  }

  @Override
  public Measure pays() {
    return measure;
  }

  @Override
  public Map<String, Derivation> share(SortedMap<String, Measured> members, Currency currency) {
    List<String> ranked = new ArrayList<>(members.keySet());
    Comparator<String> byMeasure = Comparator.comparing(who -> members.get(who).qualifying());
    ranked.sort(byMeasure.reversed().thenComparing(Comparator.naturalOrder()));
    Map<String, Derivation> shares = new LinkedHashMap<>();
    int place = 0;
    while (place < ranked.size()) {
      Exact reached = members.get(ranked.get(place)).qualifying();
      int next = place;
      while (next < ranked.size() && members.get(ranked.get(next)).qualifying().equals(reached)) {
        next++;
      }
      Money together = Money.rounded(prizes(place, next, reached), currency, RoundingMode.HALF_UP);
      Map<String, String> facts = facts(place, next - place, reached, together);
      List<Money> each = Shares.equal(together, next - place);
      for (int i = place; i < next; i++) {
        Exact prize = each.get(i - place).exact();
        String code = prize.isZero() ? "contest-no-prize" : "contest-prize";
        shares.put(ranked.get(i), Derivation.leaf(code, facts, prize));
      }
      place = next;
    }
    return shares;
  }

  /** What the places from one up to, not including, another win together. */
  private Exact prizes(int place, int next, Exact reached) {
    return reached.compareTo(Exact.of(least)) < 0
        ? Exact.ZERO
        : prizes.stream().limit(next).skip(place).map(Exact::of).reduce(Exact.ZERO, Exact::plus);
  }

  private Map<String, String> facts(int place, int equals, Exact reached, Money together) {
    return Facts.of(
        "measure",
        measure,
        "counts",
        reached,
        "place",
        place + 1,
        "equals",
        equals,
        "prizes",
        together.exact(),
        "least",
        Decimals.plain(least));
  }
}
