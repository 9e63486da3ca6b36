package org.mitra.payouts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.mitra.money.Currency;
import org.mitra.money.Money;

/** What the installation decided about payouts. */
@ApplicationScoped
public class PayoutSettings {
  /** {@code IDR:50000,USD:10}: less than this is not worth a transfer. */
  @Inject
  @ConfigProperty(name = "mitra.payouts.minimum")
  private Optional<String> minimum;

  /** Least that is paid, by currency; others have no minimum. */
  public Map<Currency, Money> minimums() {
    return minimum.stream()
        .flatMap(list -> Stream.of(list.split(",")))
        .filter(text -> !text.isBlank())
        .map(PayoutSettings::money)
        .collect(Collectors.toMap(Money::currency, money -> money));
  }

  public Money minimum(Currency currency) {
    return minimums().getOrDefault(currency, Money.zero(currency));
  }

  private static Money money(String text) {
    String[] parts = text.strip().split(":");
    if (parts.length != 2) {
      throw new IllegalStateException(
          "mitra.payouts.minimum: a currency and an amount with a colon between them");
    }
    return Money.of(parts[1].strip(), Currency.of(parts[0].strip()));
  }
}
