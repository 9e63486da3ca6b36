package org.mitra.mappings;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.mitra.data.BusinessKey;
import org.mitra.data.Fields;
import org.mitra.problem.Problem;

/** A JSON object of which every member has to be known, and to be what it should be. */
final class StrictObject {
  private final JsonObject json;
  private final String pointer;
  private final Set<String> seen = new LinkedHashSet<>();

  StrictObject(JsonObject json, String pointer) {
    this.json = json;
    this.pointer = pointer;
  }

  String pointer(String name) {
    return pointer + "/" + name;
  }

  private Optional<JsonValue> value(String name) {
    seen.add(name);
    JsonValue value = json.get(name);
    return value == null || value == JsonValue.NULL ? Optional.empty() : Optional.of(value);
  }

  String text(String name, String absent) {
    return value(name).map(value -> text(value, name)).orElse(absent);
  }

  /** A text that may be missing, with at most so many characters. */
  String text(String name, int most) {
    return checked(name, () -> Fields.optional(text(name, ""), most, name));
  }

  /** A text that has to be there, with at most so many characters. */
  String needed(String name, int most) {
    return checked(name, () -> Fields.text(text(name, ""), most, name));
  }

  /** A business key. */
  String code(String name) {
    return checked(name, () -> BusinessKey.require(text(name, ""), name));
  }

  private String checked(String name, Supplier<String> text) {
    try {
      return text.get();
    } catch (Problem problem) {
      throw problem.at(pointer(name));
    }
  }

  private String text(JsonValue value, String name) {
    if (value instanceof JsonString string) {
      return string.getString();
    }
    throw wrong(name, "text");
  }

  boolean flag(String name) {
    Optional<JsonValue> value = value(name);
    if (value.isEmpty() || value.get() == JsonValue.FALSE) {
      return false;
    }
    if (value.get() == JsonValue.TRUE) {
      return true;
    }
    throw wrong(name, "true, false");
  }

  int integer(String name, int least, int most, int absent) {
    Optional<JsonValue> value = value(name);
    if (value.isEmpty()) {
      return absent;
    }
    if (value.get() instanceof JsonNumber number
        && number.isIntegral()
        && number.bigIntegerValue().bitLength() < 31
        && number.intValue() >= least
        && number.intValue() <= most) {
      return number.intValue();
    }
    throw wrong(name, least + "–" + most);
  }

  <E extends Enum<E>> Optional<E> choice(String name, Class<E> type) {
    String text = text(name, "");
    for (E constant : type.getEnumConstants()) {
      if (constant.name().equals(text)) {
        return Optional.of(constant);
      }
    }
    if (text.isEmpty()) {
      return Optional.empty();
    }
    throw wrong(name, List.of(type.getEnumConstants()));
  }

  Optional<StrictObject> object(String name) {
    return value(name)
        .map(
            value -> {
              if (value instanceof JsonObject object) {
                return new StrictObject(object, pointer(name));
              }
              throw wrong(name, "{…}");
            });
  }

  List<StrictObject> objects(String name) {
    List<StrictObject> objects = new ArrayList<>();
    for (JsonValue value : array(name)) {
      if (!(value instanceof JsonObject object)) {
        throw wrong(name, "[{…}]");
      }
      objects.add(new StrictObject(object, pointer(name) + "/" + objects.size()));
    }
    return objects;
  }

  List<String> texts(String name) {
    return array(name).stream().map(value -> text(value, name)).toList();
  }

  /** An object whose members all are texts. */
  Map<String, String> table(String name) {
    Map<String, String> table = new LinkedHashMap<>();
    object(name)
        .ifPresent(
            object -> object.json.forEach((key, value) -> table.put(key, object.text(value, key))));
    return table;
  }

  private List<JsonValue> array(String name) {
    Optional<JsonValue> value = value(name);
    if (value.isEmpty()) {
      return List.of();
    }
    if (value.get() instanceof JsonArray array) {
      return array;
    }
    throw wrong(name, "[…]");
  }

  Problem wrong(String name, Object expected) {
    return Problem.invalid("mapping.value")
        .with("field", name)
        .with("expected", expected)
        .at(pointer(name));
  }

  /** Call when everything was read: a member that nobody asked for is a mistake. */
  void end() {
    for (String name : json.keySet()) {
      if (!seen.contains(name)) {
        throw Problem.invalid("mapping.unknown")
            .with("field", name)
            .with("known", String.join(", ", seen))
            .at(pointer(name));
      }
    }
  }
}
