package org.mitra.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mitra.access.Actor;
import org.mitra.access.Role;
import org.mitra.data.BusinessClock;
import org.mitra.data.Saved;
import org.mitra.feeds.Feeds;
import org.mitra.mappings.FeedKind;
import org.mitra.money.Currency;
import org.mitra.problem.Problem;

@ExtendWith(ArquillianExtension.class)
class ExchangeRatesIT {
  private static final Actor DEWI =
      new Actor("dewi", "Dewi", EnumSet.of(Role.FINANCE), Optional.empty());
  private static final Actor MAYA =
      new Actor("maya", "Maya", EnumSet.of(Role.CHANNEL_MANAGER), Optional.empty());
  private static final Actor RATNA =
      new Actor("ratna", "Ratna", EnumSet.of(Role.AUDITOR), Optional.empty());

  @Inject private ExchangeRates rates;
  @Inject private Feeds feeds;
  @Inject private BusinessClock clock;

  private static SaveRate rate(String from, String to, String day, String rate) {
    return new SaveRate(from, to, LocalDate.parse(day), new BigDecimal(rate), "Central bank");
  }

  private Optional<BigDecimal> on(String from, String to, String day) {
    Optional<BigDecimal> found = rates.on(Currency.of(from), Currency.of(to), LocalDate.parse(day));
    assertThat(rates.known().on(Currency.of(from), Currency.of(to), LocalDate.parse(day)))
        .as("the same from memory")
        .isEqualTo(found);
    return found;
  }

  @Test
  void theNewestRateOnOrBeforeTheDayCountsUnlessItIsTooOld() {
    rates.saveAll(
        DEWI,
        List.of(
            rate("SGD", "IDR", "2026-03-02", "11640.1234567891"),
            rate("SGD", "IDR", "2026-03-05", "11700")));
    assertThat(on("SGD", "IDR", "2026-03-01")).isEmpty();
    assertThat(on("SGD", "IDR", "2026-03-04")).contains(new BigDecimal("11640.1234567891"));
    assertThat(on("SGD", "IDR", "2026-03-05").orElseThrow()).isEqualByComparingTo("11700");
    assertThat(on("SGD", "IDR", "2026-03-12").orElseThrow()).isEqualByComparingTo("11700");
    assertThat(on("SGD", "IDR", "2026-03-13")).as("older than seven days").isEmpty();
    assertThat(on("IDR", "SGD", "2026-03-05")).as("never turned round").isEmpty();
    assertThat(on("IDR", "IDR", "2026-03-05").orElseThrow()).isEqualByComparingTo("1");
  }

  @Test
  void aCorrectionIsOneRowAndSaysWhatItWas() {
    assertThat(rates.saveAll(DEWI, List.of(rate("JPY", "IDR", "2026-03-02", "105.5"))))
        .containsExactly(Saved.NEW);
    assertThat(rates.saveAll(DEWI, List.of(rate("JPY", "IDR", "2026-03-02", "105.50"))))
        .containsExactly(Saved.UNCHANGED);
    assertThat(rates.saveAll(MAYA, List.of(rate("JPY", "IDR", "2026-03-02", "106"))))
        .containsExactly(Saved.CHANGED);
    assertThat(rates.batch(RATNA, null, 10, Map.of("from", "JPY")).rows())
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.rate()).isEqualByComparingTo("106");
              assertThat(row.changedBy()).isEqualTo("maya");
            });
    assertThatThrownBy(() -> rates.saveAll(RATNA, List.of(rate("JPY", "IDR", "2026-03-02", "1"))))
        .isInstanceOfSatisfying(Problem.class, p -> assertThat(p.kind().status()).isEqualTo(403));
    String tomorrow = clock.today().plusDays(1).toString();
    refused("rate.future", () -> rates.saveAll(DEWI, List.of(rate("JPY", "IDR", tomorrow, "1"))));
    refused("rate.value", () -> rate("JPY", "IDR", "2026-03-02", "0"));
    refused("rate.value", () -> rate("JPY", "IDR", "2026-03-02", "1.12345678901"));
    refused("rate.same-currency", () -> rate("IDR", "IDR", "2026-03-02", "1"));
    refused("field.currency", () -> rate("XXY", "IDR", "2026-03-02", "1"));
  }

  @Test
  void ratesComeAsRowsToo() {
    Map<String, String> row =
        Map.of(
            "from", "EUR", "to", "IDR", "day", "2026-03-02", "rate", "17500.25", "source", "ECB");
    assertThat(feeds.deliver(MAYA, FeedKind.EXCHANGE_RATES, List.of(row)).rows().get(0).problems())
        .isEmpty();
    assertThat(on("EUR", "IDR", "2026-03-03").orElseThrow()).isEqualByComparingTo("17500.25");
  }

  private static void refused(String code, Runnable work) {
    assertThatThrownBy(work::run)
        .isInstanceOfSatisfying(Problem.class, p -> assertThat(p.code()).isEqualTo(code));
  }
}
