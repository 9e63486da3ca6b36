package org.mitra.engine;

import java.math.RoundingMode;
import org.mitra.money.Currency;
import org.mitra.money.Exact;

/** How amounts in other currencies enter a program's measures, at the rate of the day. */
public enum Conversion {
  /** Unrounded up to the payout. */
  EXACT {
    @Override
    Exact of(Exact converted, Currency currency) {
      return converted;
    }
  },
  /** Each line's amount rounded to the currency, as on a converted invoice. */
  PER_LINE {
    @Override
    Exact of(Exact converted, Currency currency) {
      return Exact.of(converted.rounded(currency.scale(), RoundingMode.HALF_UP));
    }
  };

  abstract Exact of(Exact converted, Currency currency);
}
