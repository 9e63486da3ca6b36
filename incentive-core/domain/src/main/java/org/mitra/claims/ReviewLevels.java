package org.mitra.claims;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.mitra.money.Currency;
import org.mitra.money.Decimals;
import org.mitra.money.Money;

/**
 * Above which amount a claim needs a second person. The configuration {@code
 * mitra.claims.second-approval-above} names an amount for each currency, such as {@code
 * IDR:50000000 USD:5000}; in a currency that it does not name, one person is enough.
 */
@ApplicationScoped
class ReviewLevels {
  private final Map<Currency, BigDecimal> limits = new HashMap<>();

  ReviewLevels() {}

  @Inject
  ReviewLevels(
      @ConfigProperty(
              name = "mitra.claims.second-approval-above",
              defaultValue = "IDR:50000000 USD:5000")
          String above) {
    for (String limit : above.split("[\\s,]+")) {
      int colon = limit.indexOf(':');
      if (colon > 0) {
        limits.put(
            Currency.of(limit.substring(0, colon)), Decimals.parse(limit.substring(colon + 1)));
      }
    }
  }

  boolean needsSecond(Money amount) {
    BigDecimal limit = limits.get(amount.currency());
    return limit != null && amount.amount().compareTo(limit) > 0;
  }
}
