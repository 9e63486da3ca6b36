package org.mitra.statements;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mitra.data.Packed;
import org.mitra.engine.Explanation;
import org.mitra.money.Currency;
import org.mitra.money.Exact;
import org.mitra.money.Money;

/** An explanation as JSON, in which it is kept for as long as its statement. */
public final class ExplanationJson {
  private ExplanationJson() {}

  /** UTF-8, compressed. */
  public static byte[] pack(Explanation explanation) {
    return Packed.of(write(explanation).toString().getBytes(StandardCharsets.UTF_8));
  }

  public static Explanation unpack(byte[] packed, Currency currency) {
    try (var reader = Json.createReader(new ByteArrayInputStream(Packed.content(packed)))) {
      return read(reader.readObject(), currency);
    }
  }

  static JsonObject write(Explanation step) {
    JsonObjectBuilder object =
        Json.createObjectBuilder()
            .add("code", step.code())
            .add("facts", facts(step.facts()))
            .add("exact", step.exact().toString())
            .add("amount", step.amount().amount().toPlainString());
    if (!step.parts().isEmpty()) {
      JsonArrayBuilder parts = Json.createArrayBuilder();
      step.parts().forEach(part -> parts.add(write(part)));
      object.add("parts", parts);
    }
    return object.build();
  }

  static Explanation read(JsonObject object, Currency currency) {
    List<Explanation> parts =
        object.containsKey("parts")
            ? object.getJsonArray("parts").getValuesAs(part -> read(part.asJsonObject(), currency))
            : List.of();
    return new Explanation(
        object.getString("code"),
        facts(object.getJsonObject("facts")),
        exact(object.getString("exact")),
        new Money(new BigDecimal(object.getString("amount")), currency),
        parts);
  }

  static JsonObject facts(Map<String, String> facts) {
    JsonObjectBuilder object = Json.createObjectBuilder();
    facts.forEach(object::add);
    return object.build();
  }

  static Map<String, String> facts(JsonObject object) {
    Map<String, String> facts = new LinkedHashMap<>();
    object.forEach((name, value) -> facts.put(name, ((JsonString) value).getString()));
    return facts;
  }

  /** A plain decimal, or a fraction such as {@code 10/3}. */
  private static Exact exact(String text) {
    int slash = text.indexOf('/');
    return slash < 0
        ? Exact.of(new BigDecimal(text))
        : Exact.of(new BigDecimal(text.substring(0, slash)))
            .dividedBy(Exact.of(new BigDecimal(text.substring(slash + 1))));
  }
}
