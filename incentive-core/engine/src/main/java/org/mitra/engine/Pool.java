package org.mitra.engine;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.mitra.money.Currency;
import org.mitra.money.Decimals;
import org.mitra.money.Exact;
import org.mitra.money.Money;
import org.mitra.money.Rate;
import org.mitra.money.Shares;

/**
 * A territory's volume: what all sold together pays when it reaches a target, shared among them.
 *
 * <p>30,000,000 and 20,000,000 reach a target of 50,000,000; 10% of it are 2,500,000 each.
 *
 * @param measure what is added up and paid on, an amount of money
 * @param target what all have to reach together, in the program's currency
 * @param rate of everything that they sold
 * @param sharing how it is shared
 */
public record Pool(Measure measure, BigDecimal target, Rate rate, Sharing sharing)
    implements PoolRule {

  /** How a pool is shared. */
  public enum Sharing {
    /** The same for each. */
    EQUALLY,
    /** To each by what he sold; who sold nothing, or less than nothing, gets nothing. */
    PRO_RATA
  }

  public Pool {
    Check check = new Check().money("measure", measure).positive("target", target);
    check.rate("rate", rate).present("sharing", sharing).done();
    target = Decimals.normal(target);
  }

  @Override
  public String type() {
    return "pool";
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
    Exact total = members.values().stream().map(Measured::paying).reduce(Exact.ZERO, Exact::plus);
    Map<String, String> facts =
        Facts.of(
            "measure", measure,
            "target", Decimals.plain(target),
            "total", total,
            "rate", rate,
            "members", members.size());
    Map<String, Derivation> shares = new LinkedHashMap<>();
    if (total.compareTo(Exact.of(target)) < 0) {
      Derivation nothing = Derivation.leaf("pool-below-target", facts, Exact.ZERO);
      members.keySet().forEach(payee -> shares.put(payee, nothing));
      return shares;
    }
    List<Exact> weights = members.values().stream().map(this::weight).toList();
    Exact all = weights.stream().reduce(Exact.ZERO, Exact::plus);
    Money pool = Money.rounded(rate.of(total), currency, RoundingMode.HALF_UP);
    Iterator<Money> amounts = Shares.byWeight(pool, weights).iterator();
    members.forEach(
        (payee, own) -> {
          Exact part = weight(own).dividedBy(all);
          Derivation exact =
              sharing == Sharing.EQUALLY ? equal(own, total, part) : proRata(own, total, part);
          shares.put(payee, rounded(exact, amounts.next(), facts));
        });
    return shares;
  }

  private Exact weight(Measured own) {
    return sharing == Sharing.EQUALLY ? Exact.ONE : own.paying().max(Exact.ZERO);
  }

  private Derivation rounded(Derivation exact, Money amount, Map<String, String> facts) {
    Exact off = amount.exact().minus(exact.exact());
    return Derivation.sumOf(
        sharing == Sharing.EQUALLY ? "pool-equal-share" : "pool-pro-rata-share",
        facts,
        off.isZero()
            ? List.of(exact)
            : List.of(exact, Derivation.leaf("pool-rounding", Map.of(), off)));
  }

  /** His own sales bring in their part of the share, and what the others sold the rest. */
  private Derivation equal(Measured own, Exact total, Exact part) {
    Exact others = total.minus(own.paying());
    Derivation rest =
        Derivation.leaf(
            "pool-others-sales",
            Facts.of("measure", measure, "counts", others),
            rate.of(others).times(part));
    return own.paying().isZero()
        ? rest
        : Derivation.sumOf("pool-part", Facts.of("part", part), List.of(sales(own, part), rest));
  }

  private Derivation proRata(Measured own, Exact total, Exact part) {
    return sales(own, part.isZero() ? Exact.ZERO : total.times(part).dividedBy(own.paying()));
  }

  private Derivation sales(Measured own, Exact part) {
    return Lines.step(
        "pool-own-sales",
        Facts.of("measure", measure, "counts", own.paying()),
        rate.of(own.paying()).times(part),
        own,
        credit -> rate.of(credit.paying()).times(part));
  }
}
