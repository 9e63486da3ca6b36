package org.mitra.engine;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.IntStream;
import org.mitra.money.Decimals;
import org.mitra.money.Exact;

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
  public Map<String, Derivation> share(SortedMap<String, Measured> members) {
    List<String> ranked = new ArrayList<>(members.keySet());
    Comparator<String> byMeasure = Comparator.comparing(who -> members.get(who).qualifying());
    ranked.sort(byMeasure.reversed().thenComparing(Comparator.naturalOrder()));
    Map<String, Derivation> shares = new LinkedHashMap<>();
    int first = 0;
    while (first < ranked.size()) {
      Exact reached = members.get(ranked.get(first)).qualifying();
      int next = first;
      while (next < ranked.size() && members.get(ranked.get(next)).qualifying().equals(reached)) {
        next++;
      }
      List<String> equals = ranked.subList(first, next);
      int place = first;
      equals.forEach(who -> shares.put(who, prize(place, equals.size(), reached)));
      first = next;
    }
    return shares;
  }

  private Derivation prize(int place, int equals, Exact reached) {
    Exact prize =
        reached.compareTo(Exact.of(least)) < 0
            ? Exact.ZERO
            : IntStream.range(place, Math.min(place + equals, prizes.size()))
                .mapToObj(i -> Exact.of(prizes.get(i)))
                .reduce(Exact.ZERO, Exact::plus)
                .dividedBy(Exact.of(equals));
    return Derivation.leaf(
        prize.isZero() ? "contest-no-prize" : "contest-prize",
        Facts.of(
            "measure", measure,
            "counts", reached,
            "place", place + 1,
            "equals", equals,
            "least", Decimals.plain(least)),
        prize);
  }
}
