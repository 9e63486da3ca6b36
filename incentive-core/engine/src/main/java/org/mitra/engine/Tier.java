package org.mitra.engine;

import java.math.BigDecimal;
import java.util.Optional;
import org.mitra.money.Decimals;
import org.mitra.money.Exact;
import org.mitra.money.Rate;

/**
 * A threshold and what is offered from there on.
 *
 * @param from in units of the qualifying measure, zero or more
 * @param offer what is paid on the measure
 * @param plus a flat amount, in the program's currency, given once on entering the tier
 */
public record Tier(BigDecimal from, Offer offer, Optional<BigDecimal> plus) {
  public Tier {
    Check check = new Check().notNegative("from", from).present("offer", offer);
    check.limit("plus", plus);
    check.that(plus.isPresent() || !(offer instanceof Offer.Nothing), "", "tier-offers-nothing");
    check.done();
    from = Decimals.normal(from);
    plus = plus.map(Decimals::normal);
  }

  public Tier(BigDecimal from, Offer offer) {
    this(from, offer, Optional.empty());
  }

  /** {@code tier("5000", "2%")}. */
  public static Tier tier(String from, String percentage) {
    return new Tier(Decimals.parse(from), new Offer.Percentage(Rate.of(percentage)));
  }

  /** {@code each("15", "0.45")}: an amount for each unit. */
  public static Tier each(String from, String amount) {
    return new Tier(Decimals.parse(from), new Offer.Each(Decimals.parse(amount)));
  }

  /** {@code plus("10", "300")}: a flat amount and nothing else. */
  public static Tier plus(String from, String amount) {
    BigDecimal once = Decimals.parse(amount);
    return new Tier(Decimals.parse(from), new Offer.Nothing(), Optional.of(once));
  }

  /** The same tier with a flat amount on entering it. */
  public Tier plus(String amount) {
    return new Tier(from, offer, Optional.of(Decimals.parse(amount)));
  }

  Exact threshold() {
    return Exact.of(from);
  }

  /** The flat amount, zero where there is none. */
  Exact once() {
    return plus.map(Exact::of).orElse(Exact.ZERO);
  }

  /** As people write it: {@code 2%}, {@code 2%+300}, {@code +300}. */
  String text() {
    return offer.text() + plus.map(amount -> "+" + Decimals.plain(amount)).orElse("");
  }
}
