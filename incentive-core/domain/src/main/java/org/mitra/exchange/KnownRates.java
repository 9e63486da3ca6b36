package org.mitra.exchange;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.mitra.money.Currency;

/**
 * Rates in memory, for those who need many. Where no rate was entered there is none: a rate is
 * never guessed, turned round or put together from others.
 */
public final class KnownRates {
  private record Pair(String from, String to) {}

  private final int maxAgeDays;
  private final Map<Pair, NavigableMap<LocalDate, BigDecimal>> rates = new HashMap<>();

  KnownRates(int maxAgeDays) {
    this.maxAgeDays = maxAgeDays;
  }

  void add(String from, String to, LocalDate day, BigDecimal rate) {
    rates.computeIfAbsent(new Pair(from, to), pair -> new TreeMap<>()).put(day, rate);
  }

  /**
   * What one unit was worth on the day: the newest rate on or before it, unless that is too old.
   * One of a currency is one of itself.
   */
  public Optional<BigDecimal> on(Currency from, Currency to, LocalDate day) {
    if (from.equals(to)) {
      return Optional.of(BigDecimal.ONE);
    }
    NavigableMap<LocalDate, BigDecimal> known = rates.get(new Pair(from.code(), to.code()));
    return Optional.ofNullable(known)
        .map(entered -> entered.floorEntry(day))
        .filter(entry -> !entry.getKey().plusDays(maxAgeDays).isBefore(day))
        .map(Map.Entry::getValue);
  }
}
