package org.mitra.engine;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.mitra.money.Decimals;
import org.mitra.money.Exact;
import org.mitra.money.Rate;

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
  public Map<String, Derivation> share(SortedMap<String, Measured> members) {
    Exact total = members.values().stream().map(Measured::paying).reduce(Exact.ZERO, Exact::plus);
    Map<String, Derivation> shares = new LinkedHashMap<>();
    members.forEach((payee, measured) -> shares.put(payee, share(measured, total, members)));
    return shares;
  }

  private Derivation share(Measured own, Exact total, SortedMap<String, Measured> members) {
    Map<String, String> facts =
        Facts.of(
            "measure",
            measure,
            "target",
            Decimals.plain(target),
            "total",
            total,
            "rate",
            rate,
            "members",
            members.size(),
            "own",
            own.paying());
    if (total.compareTo(Exact.of(target)) < 0) {
      return Derivation.leaf("pool-below-target", facts, Exact.ZERO);
    }
    Exact part =
        switch (sharing) {
          case EQUALLY -> Exact.ONE.dividedBy(Exact.of(members.size()));
          case PRO_RATA -> gained(own).dividedBy(sumGained(members));
        };
    return sharing == Sharing.EQUALLY
        ? equalShare(own, total, part, facts)
        : proRataShare(own, total, part, facts);
  }

  /** His own sales bring in their part of the share, and what the others sold the rest. */
  private Derivation equalShare(Measured own, Exact total, Exact part, Map<String, String> facts) {
    Exact others = total.minus(own.paying());
    return Derivation.sumOf(
        "pool-equal-share",
        facts,
        List.of(
            sales(own, part),
            Derivation.leaf(
                "pool-others-sales", Facts.of("counts", others), rate.of(others).times(part))));
  }

  private Derivation proRataShare(
      Measured own, Exact total, Exact part, Map<String, String> facts) {
    return part.isZero()
        ? Derivation.leaf("pool-pro-rata-share", facts, Exact.ZERO)
        : Derivation.sumOf(
            "pool-pro-rata-share",
            facts,
            List.of(sales(own, total.times(part).dividedBy(own.paying()))));
  }

  private Derivation sales(Measured own, Exact part) {
    return Lines.step(
        "pool-own-sales",
        Facts.of("counts", own.paying()),
        rate.of(own.paying()).times(part),
        own,
        credit -> rate.of(credit.paying()).times(part));
  }

  private static Exact gained(Measured measured) {
    return measured.paying().max(Exact.ZERO);
  }

  private static Exact sumGained(SortedMap<String, Measured> members) {
    return members.values().stream().map(Pool::gained).reduce(Exact.ZERO, Exact::plus);
  }
}
