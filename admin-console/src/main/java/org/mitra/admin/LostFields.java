package org.mitra.admin;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Optional;

/**
 * What one document says and another does not: so that nothing is lost where a form has no field
 * for it.
 */
final class LostFields {
  private LostFields() {}

  /** Pointer of the first field of {@code whole} that {@code part} does not have. */
  static Optional<String> first(JsonObject whole, JsonObject part) {
    return lost(whole, part, "");
  }

  private static Optional<String> lost(JsonValue whole, JsonValue part, String at) {
    if (whole instanceof JsonObject object) {
      JsonObject other = part instanceof JsonObject found ? found : JsonValue.EMPTY_JSON_OBJECT;
      return object.keySet().stream()
          .flatMap(name -> lost(object.get(name), other.get(name), at + "/" + name).stream())
          .findFirst();
    }
    if (whole instanceof JsonArray list) {
      JsonArray other = part instanceof JsonArray found ? found : JsonValue.EMPTY_JSON_ARRAY;
      for (int i = 0; i < list.size(); i++) {
        JsonValue entry = i < other.size() ? other.get(i) : null;
        Optional<String> lost = lost(list.get(i), entry, at + "/" + i);
        if (lost.isPresent()) {
          return lost;
        }
      }
      return Optional.empty();
    }
    return part == null && saysSomething(whole) ? Optional.of(at) : Optional.empty();
  }

  private static boolean saysSomething(JsonValue value) {
    return value != JsonValue.NULL
        && !(value instanceof JsonString text && text.getString().isBlank());
  }
}
