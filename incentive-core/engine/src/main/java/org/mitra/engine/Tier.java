package org.mitra.engine;

import java.math.BigDecimal;
import org.mitra.money.Decimals;
import org.mitra.money.Exact;
import org.mitra.money.Rate;

/**
 * A threshold and what is offered from there on.
 *
 * @param from in units of the qualifying measure, zero or more
 * @param offer what is paid
 */
public record Tier(BigDecimal from, Offer offer) {
  public Tier {
    new Check().notNegative("from", from).present("offer", offer).done();
    from = Decimals.normal(from);
  }

  /** {@code tier("5000", "2%")}. */
  public static Tier tier(String from, String percentage) {
    return new Tier(Decimals.parse(from), new Offer.Percentage(Rate.of(percentage)));
  }

  /** {@code each("15", "0.45")}: an amount for each unit. */
  public static Tier each(String from, String amount) {
    return new Tier(Decimals.parse(from), new Offer.Each(Decimals.parse(amount)));
  }

  Exact threshold() {
    return Exact.of(from);
  }
}
