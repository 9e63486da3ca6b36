package org.mitra.rules;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.mitra.engine.Circumstances;
import org.mitra.engine.Circumstances.Certified;
import org.mitra.engine.Circumstances.Figure;
import org.mitra.money.Currency;
import org.mitra.time.Period;

/** What the tables before an example's sales say: who is who, who takes part, what was agreed. */
final class Known {
  private final Map<String, Map<String, String>> partners = new LinkedHashMap<>();
  private final Map<String, List<Period>> enrolled = new LinkedHashMap<>();
  private final Map<Figure, BigDecimal> agreed = new LinkedHashMap<>();
  private final List<ExchangeRate> rates = new ArrayList<>();
  private final Map<String, List<Certified>> certified = new LinkedHashMap<>();
  private final Map<String, NavigableMap<LocalDate, String>> levels = new HashMap<>();

  /** How much of {@code to} one unit of {@code from} is on a day. */
  record ExchangeRate(Currency from, Currency to, LocalDate day, BigDecimal rate) {}

  /** Takes a table in, unless it is about something else. */
  boolean take(String firstColumn, List<Map<String, String>> rows) {
    switch (firstColumn) {
      case "partner" -> rows.forEach(row -> partners.put(row.get("partner"), row));
      case "enrolled" -> rows.forEach(this::enroll);
      case "agreed" -> rows.forEach(this::agree);
      case "exchange" -> rows.forEach(this::exchange);
      case "certified" -> rows.forEach(this::certify);
      case "level of" -> rows.forEach(this::level);
      default -> {
        return false;
      }
    }
    return true;
  }

  private void enroll(Map<String, String> row) {
    LocalDate until = LocalDate.parse(row.getOrDefault("until", "9999-12-31"));
    enrolled
        .computeIfAbsent(row.get("enrolled"), partner -> new ArrayList<>())
        .add(new Period(LocalDate.parse(row.get("from")), until));
  }

  private void agree(Map<String, String> row) {
    Figure.Kind kind = Figure.Kind.valueOf(row.get("kind"));
    agreed.put(
        new Figure(kind, row.get("agreed"), LocalDate.parse(row.get("start"))),
        SalesExample.number(row.get("amount")));
  }

  private void exchange(Map<String, String> row) {
    rates.add(
        new ExchangeRate(
            Currency.of(row.get("exchange")),
            Currency.of(row.get("to")),
            LocalDate.parse(row.get("day")),
            SalesExample.number(row.get("rate"))));
  }

  private void certify(Map<String, String> row) {
    certified
        .computeIfAbsent(row.get("certified"), partner -> new ArrayList<>())
        .add(new Certified(row.get("certificate"), LocalDate.parse(row.get("day"))));
  }

  private void level(Map<String, String> row) {
    levels
        .computeIfAbsent(row.get("level of"), partner -> new TreeMap<>())
        .put(LocalDate.parse(row.get("from")), row.get("level"));
  }

  /** What a table says about a partner; nothing for one whom no table names. */
  Map<String, String> partner(String code) {
    return partners.getOrDefault(code, Map.of());
  }

  Map<String, List<Period>> enrolled() {
    return enrolled;
  }

  Map<Figure, BigDecimal> agreed() {
    return agreed;
  }

  List<ExchangeRate> rates() {
    return rates;
  }

  Map<String, List<Certified>> certified() {
    return certified;
  }

  Map<String, NavigableMap<LocalDate, String>> levels() {
    return levels;
  }

  Circumstances circumstances() {
    return circumstances(enrolled, agreed, rates, certified, levels);
  }

  static Circumstances circumstances(
      Map<String, List<Period>> enrolled,
      Map<Figure, BigDecimal> agreed,
      List<ExchangeRate> rates,
      Map<String, List<Certified>> certified,
      Map<String, NavigableMap<LocalDate, String>> levels) {
    Map<ExchangeRate, BigDecimal> known = new HashMap<>();
    rates.forEach(it -> known.put(new ExchangeRate(it.from, it.to, it.day, null), it.rate));
    return new Circumstances(
        enrolled,
        agreed,
        (from, to, day) -> Optional.ofNullable(known.get(new ExchangeRate(from, to, day, null))),
        certified,
        levels);
  }
}
