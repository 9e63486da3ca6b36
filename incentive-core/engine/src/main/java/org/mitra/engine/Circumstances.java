package org.mitra.engine;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import org.mitra.money.Currency;
import org.mitra.time.Period;

/**
 * What a program knows beside its terms and the sales lines.
 *
 * @param enrolled when partners take part, by partner id; read only where terms ask for enrolment
 * @param agreed figures that were agreed with partners
 * @param rates between currencies
 * @param certified which certificates payees have earned and when, by payee id; read only where
 *     terms pay for training
 * @param levels levels of payees by the day from which they hold, by payee id; read only where the
 *     level at a period's end decides
 */
public record Circumstances(
    Map<String, List<Period>> enrolled,
    Map<Figure, BigDecimal> agreed,
    ExchangeRates rates,
    Map<String, List<Certified>> certified,
    Map<String, NavigableMap<LocalDate, String>> levels) {
  public static final Circumstances NONE =
      new Circumstances(Map.of(), Map.of(), ExchangeRates.NONE);

  public Circumstances {
    enrolled = Map.copyOf(enrolled);
    agreed = Map.copyOf(agreed);
    certified = Map.copyOf(certified);
    levels = Map.copyOf(levels);
  }

  public Circumstances(
      Map<String, List<Period>> enrolled, Map<Figure, BigDecimal> agreed, ExchangeRates rates) {
    this(enrolled, agreed, rates, Map.of(), Map.of());
  }

  /** A certificate that was earned on a day, in the program's zone. */
  public record Certified(String certificate, LocalDate day) {}

  public static Circumstances enrolled(Map<String, List<Period>> enrolled) {
    return new Circumstances(enrolled, Map.of(), ExchangeRates.NONE);
  }

  /**
   * What a figure is about.
   *
   * @param kind baseline or target
   * @param payee id of the payee
   * @param start first day of the settlement period
   */
  public record Figure(Kind kind, String payee, LocalDate start) {
    /** What is agreed. */
    public enum Kind {
      /** What growth is measured from, whatever sales of the past say. */
      BASELINE,
      /** What is to be reached. */
      TARGET
    }
  }

  /** Rates between currencies by day. */
  public interface ExchangeRates {
    ExchangeRates NONE = (from, to, day) -> Optional.empty();

    /** How much of {@code to} one unit of {@code from} is on the day; empty when nobody knows. */
    Optional<BigDecimal> on(Currency from, Currency to, LocalDate day);
  }

  /** The payee's level on the day, where it is known. */
  Optional<String> level(String payee, LocalDate day) {
    return Optional.ofNullable(levels.get(payee))
        .map(history -> history.floorEntry(day))
        .map(Map.Entry::getValue);
  }

  Optional<BigDecimal> agreed(Figure.Kind kind, AccrualKey key) {
    return Optional.ofNullable(agreed.get(new Figure(kind, key.payee(), key.period().start())));
  }

  /** The same, with figures added. */
  public Circumstances with(Map<Figure, BigDecimal> figures) {
    Map<Figure, BigDecimal> all = new HashMap<>(agreed);
    all.putAll(figures);
    return new Circumstances(enrolled, all, rates, certified, levels);
  }
}
