package org.mitra.programs.terms;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonPointer;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Checks a document against as much of JSON Schema as {@code terms.schema.json} uses; a word that
 * it does not know is an error.
 */
final class SchemaCheck {
  private static final Set<String> NOTES =
      Set.of("$schema", "$id", "$defs", "title", "description");

  private final JsonObject root;
  private final List<String> violations = new ArrayList<>();

  private SchemaCheck(JsonObject root) {
    this.root = root;
  }

  /** What the document violates; empty when it is valid. */
  static List<String> violations(JsonObject schema, JsonValue document) {
    SchemaCheck check = new SchemaCheck(schema);
    check.check(schema, document, "");
    return check.violations;
  }

  private void check(JsonObject schema, JsonValue value, String at) {
    for (String word : schema.keySet()) {
      if (!NOTES.contains(word)) {
        check(word, schema, value, at);
      }
    }
  }

  private void check(String word, JsonObject schema, JsonValue value, String at) {
    JsonValue wanted = schema.get(word);
    switch (word) {
      case "type" -> expect(isOfType(value, schema.getString(word)), at, word);
      case "enum" -> expect(schema.getJsonArray(word).contains(value), at, word);
      case "const" -> expect(wanted.equals(value), at, word);
      case "pattern" ->
          expect(
              value instanceof JsonString text && text.getString().matches(schema.getString(word)),
              at,
              word);
      case "minLength" -> expect(length(value) >= schema.getInt(word), at, word);
      case "maxLength" -> expect(length(value) <= schema.getInt(word), at, word);
      case "minimum" -> expect(number(value) >= schema.getInt(word), at, word);
      case "maximum" -> expect(number(value) <= schema.getInt(word), at, word);
      case "minItems" -> expect(size(value) >= schema.getInt(word), at, word);
      case "maxItems" -> expect(size(value) <= schema.getInt(word), at, word);
      case "uniqueItems" -> expect(new HashSet<>(list(value)).size() == size(value), at, word);
      case "items" -> {
        for (int i = 0; i < size(value); i++) {
          check(wanted.asJsonObject(), list(value).get(i), at + "/" + i);
        }
      }
      case "required" ->
          schema
              .getJsonArray(word)
              .getValuesAs(JsonString::getString)
              .forEach(name -> expect(object(value).containsKey(name), at + "/" + name, word));
      case "properties" ->
          wanted
              .asJsonObject()
              .forEach(
                  (name, below) -> {
                    if (object(value).containsKey(name)) {
                      check(below.asJsonObject(), object(value).get(name), at + "/" + name);
                    }
                  });
      case "additionalProperties" -> {
        Set<String> unknown = new HashSet<>(object(value).keySet());
        unknown.removeAll(schema.getJsonObject("properties").keySet());
        expect(unknown.isEmpty(), at, "unknown " + unknown);
      }
      case "$ref" -> check(referenced(schema.getString(word)), value, at);
      case "oneOf" -> {
        long fitting =
            wanted.asJsonArray().getValuesAs(JsonObject.class).stream()
                .filter(one -> fits(one, value))
                .count();
        expect(fitting == 1, at, fitting + " of oneOf");
      }
      default -> throw new IllegalArgumentException("the check does not know " + word);
    }
  }

  private boolean fits(JsonObject schema, JsonValue value) {
    SchemaCheck trial = new SchemaCheck(root);
    trial.check(schema, value, "");
    return trial.violations.isEmpty();
  }

  private JsonObject referenced(String reference) {
    JsonPointer pointer = jakarta.json.Json.createPointer(reference.substring(1));
    return pointer.getValue(root).asJsonObject();
  }

  private void expect(boolean holds, String at, String what) {
    if (!holds) {
      violations.add(at + ": " + what);
    }
  }

  private static boolean isOfType(JsonValue value, String type) {
    return switch (type) {
      case "object" -> value instanceof JsonObject;
      case "array" -> value instanceof JsonArray;
      case "string" -> value instanceof JsonString;
      case "boolean" -> value == JsonValue.TRUE || value == JsonValue.FALSE;
      case "integer" -> value instanceof JsonNumber number && number.isIntegral();
      default -> throw new IllegalArgumentException(type);
    };
  }

  private static int length(JsonValue value) {
    return value instanceof JsonString text ? text.getString().length() : 0;
  }

  private static int number(JsonValue value) {
    return value instanceof JsonNumber number ? number.intValue() : 0;
  }

  private static List<? extends JsonValue> list(JsonValue value) {
    return value instanceof JsonArray array ? array : List.of();
  }

  private static int size(JsonValue value) {
    return list(value).size();
  }

  private static JsonObject object(JsonValue value) {
    return value instanceof JsonObject object ? object : JsonValue.EMPTY_JSON_OBJECT;
  }
}
