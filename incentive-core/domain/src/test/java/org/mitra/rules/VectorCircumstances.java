package org.mitra.rules;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.mitra.engine.Circumstances;
import org.mitra.engine.Circumstances.Certified;
import org.mitra.engine.Circumstances.Figure;
import org.mitra.money.Currency;
import org.mitra.money.Decimals;
import org.mitra.time.Period;

/** What a program in a file of test vectors knows beside its terms: written and read again. */
final class VectorCircumstances {
  private VectorCircumstances() {}

  static JsonObjectBuilder add(Known known, JsonObjectBuilder program) {
    program.add("enrolled", enrolled(known));
    JsonArray agreed = agreed(known).build();
    JsonArray rates = rates(known).build();
    if (!agreed.isEmpty()) {
      program.add("agreed", agreed);
    }
    if (!rates.isEmpty()) {
      program.add("rates", rates);
    }
    JsonArray certified = certified(known).build();
    if (!certified.isEmpty()) {
      program.add("certified", certified);
    }
    JsonArray levels = levels(known).build();
    if (!levels.isEmpty()) {
      program.add("levels", levels);
    }
    return program;
  }

  private static JsonArrayBuilder enrolled(Known known) {
    JsonArrayBuilder json = Json.createArrayBuilder();
    known
        .enrolled()
        .forEach(
            (partner, times) ->
                times.forEach(
                    time ->
                        json.add(
                            Json.createObjectBuilder()
                                .add("partner", partner)
                                .add("from", time.start().toString())
                                .add("until", time.end().toString()))));
    return json;
  }

  private static JsonArrayBuilder levels(Known known) {
    JsonArrayBuilder json = Json.createArrayBuilder();
    known
        .levels()
        .forEach(
            (partner, history) ->
                history.forEach(
                    (from, level) ->
                        json.add(
                            Json.createObjectBuilder()
                                .add("partner", partner)
                                .add("from", from.toString())
                                .add("level", level))));
    return json;
  }

  private static JsonArrayBuilder agreed(Known known) {
    JsonArrayBuilder json = Json.createArrayBuilder();
    known
        .agreed()
        .forEach(
            (figure, amount) ->
                json.add(
                    Json.createObjectBuilder()
                        .add("partner", figure.payee())
                        .add("kind", figure.kind().name())
                        .add("start", figure.start().toString())
                        .add("amount", Decimals.plain(amount))));
    return json;
  }

  private static JsonArrayBuilder rates(Known known) {
    JsonArrayBuilder json = Json.createArrayBuilder();
    for (Known.ExchangeRate rate : known.rates()) {
      json.add(
          Json.createObjectBuilder()
              .add("from", rate.from().code())
              .add("to", rate.to().code())
              .add("day", rate.day().toString())
              .add("rate", Decimals.plain(rate.rate())));
    }
    return json;
  }

  private static JsonArrayBuilder certified(Known known) {
    JsonArrayBuilder json = Json.createArrayBuilder();
    known
        .certified()
        .forEach(
            (partner, all) ->
                all.forEach(
                    one ->
                        json.add(
                            Json.createObjectBuilder()
                                .add("partner", partner)
                                .add("certificate", one.certificate())
                                .add("day", one.day().toString()))));
    return json;
  }

  static Circumstances read(JsonObject program) {
    Map<String, List<Period>> enrolled = new HashMap<>();
    for (JsonObject time : rows(program, "enrolled")) {
      enrolled
          .computeIfAbsent(time.getString("partner"), partner -> new ArrayList<>())
          .add(new Period(day(time, "from"), day(time, "until")));
    }
    Map<Figure, BigDecimal> agreed = new HashMap<>();
    for (JsonObject figure : rows(program, "agreed")) {
      Figure.Kind kind = Figure.Kind.valueOf(figure.getString("kind"));
      agreed.put(
          new Figure(kind, figure.getString("partner"), day(figure, "start")),
          new BigDecimal(figure.getString("amount")));
    }
    List<Known.ExchangeRate> rates = new ArrayList<>();
    for (JsonObject rate : rows(program, "rates")) {
      rates.add(
          new Known.ExchangeRate(
              Currency.of(rate.getString("from")),
              Currency.of(rate.getString("to")),
              day(rate, "day"),
              new BigDecimal(rate.getString("rate"))));
    }
    Map<String, List<Certified>> certified = new HashMap<>();
    for (JsonObject one : rows(program, "certified")) {
      certified
          .computeIfAbsent(one.getString("partner"), partner -> new ArrayList<>())
          .add(new Certified(one.getString("certificate"), day(one, "day")));
    }
    Map<String, NavigableMap<LocalDate, String>> levels = new HashMap<>();
    for (JsonObject one : rows(program, "levels")) {
      levels
          .computeIfAbsent(one.getString("partner"), partner -> new TreeMap<>())
          .put(day(one, "from"), one.getString("level"));
    }
    return Known.circumstances(enrolled, agreed, rates, certified, levels);
  }

  private static List<JsonObject> rows(JsonObject program, String name) {
    return program.containsKey(name)
        ? program.getJsonArray(name).getValuesAs(JsonObject.class)
        : List.of();
  }

  private static LocalDate day(JsonObject json, String name) {
    return LocalDate.parse(json.getString(name));
  }
}
