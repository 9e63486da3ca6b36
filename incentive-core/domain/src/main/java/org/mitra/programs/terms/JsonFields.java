package org.mitra.programs.terms;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.mitra.engine.InvalidTerms;
import org.mitra.money.Decimals;
import org.mitra.money.Rate;
import org.mitra.problem.Problem;

/**
 * Reads the fields of one JSON object. What is wrong is remembered with its pointer and reading
 * goes on, so that an author hears of all mistakes at once; a field that cannot be read is null, or
 * zero.
 */
final class JsonFields {
  /** No list in a document is longer. */
  private static final int LONGEST_LIST = 1000;

  private final JsonObject object;
  private final String pointer;
  private final Mistakes mistakes;
  private final Set<String> read = new LinkedHashSet<>();

  JsonFields(JsonObject object, String pointer, Mistakes mistakes) {
    this.object = object;
    this.pointer = pointer;
    this.mistakes = mistakes;
  }

  /** Reads a text and turns it into something that refuses by an exception. */
  interface Reader<T> {
    T read(String text);
  }

  boolean has(String name) {
    return value(name).isPresent();
  }

  private Optional<JsonValue> value(String name) {
    read.add(name);
    return Optional.ofNullable(object.get(name)).filter(value -> value != JsonValue.NULL);
  }

  private <T extends JsonValue> T typed(String name, Class<T> type, String wanted) {
    JsonValue value = value(name).orElse(null);
    if (value == null) {
      mistake(name, "missing");
      return null;
    }
    if (!type.isInstance(value)) {
      mistake(name, "wrong-type", "wanted", wanted);
      return null;
    }
    return type.cast(value);
  }

  String text(String name) {
    JsonString text = typed(name, JsonString.class, "text");
    return text == null ? null : text.getString();
  }

  /** A text that is read by {@code reader}; {@code code} names the sentence when it refuses. */
  <T> T text(String name, String code, Reader<T> reader) {
    String text = text(name);
    return text == null ? null : read(name, text, code, reader);
  }

  private <T> T read(String name, String text, String code, Reader<T> reader) {
    try {
      return reader.read(text);
    } catch (Problem e) {
      mistakes.add(at(name), e);
    } catch (IllegalArgumentException | DateTimeException e) {
      mistake(name, code, "value", shortened(text));
    }
    return null;
  }

  BigDecimal decimal(String name) {
    return text(name, "not-a-decimal", Decimals::parse);
  }

  Rate rate(String name) {
    return text(name, "not-a-rate", Rate::of);
  }

  <E extends Enum<E>> E constant(String name, Class<E> type) {
    return text(name, "unknown-value", text -> named(type, text));
  }

  private static <E extends Enum<E>> E named(Class<E> type, String text) {
    for (E constant : type.getEnumConstants()) {
      if (constant.name().equals(text)) {
        return constant;
      }
    }
    String known =
        Arrays.stream(type.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", "));
    throw Problem.invalid("terms.unknown-value")
        .with("value", shortened(text))
        .with("known", known);
  }

  int whole(String name) {
    JsonNumber number = typed(name, JsonNumber.class, "number");
    if (number == null) {
      return 0;
    }
    try {
      return number.bigDecimalValue().intValueExact();
    } catch (ArithmeticException e) {
      mistake(name, "wrong-type", "wanted", "number");
      return 0;
    }
  }

  boolean flag(String name) {
    JsonValue value = typed(name, JsonValue.class, "flag");
    if (value != null && value != JsonValue.TRUE && value != JsonValue.FALSE) {
      mistake(name, "wrong-type", "wanted", "flag");
    }
    return value == JsonValue.TRUE;
  }

  /** A field that may be left out. */
  <T> Optional<T> optional(String name, Function<String, T> reader) {
    return has(name) ? Optional.ofNullable(reader.apply(name)) : Optional.empty();
  }

  JsonFields object(String name) {
    JsonObject below = typed(name, JsonObject.class, "object");
    return below == null ? null : new JsonFields(below, at(name), mistakes);
  }

  /** The objects of a list; null when one of them is none. */
  List<JsonFields> objects(String name) {
    List<JsonFields> objects = new ArrayList<>();
    JsonArray array = array(name);
    if (array == null) {
      return null;
    }
    for (int i = 0; i < array.size(); i++) {
      if (array.get(i) instanceof JsonObject element) {
        objects.add(new JsonFields(element, at(name) + "/" + i, mistakes));
      } else {
        mistake(name + "/" + i, "wrong-type", "wanted", "object");
      }
    }
    return objects.size() == array.size() ? objects : null;
  }

  /** The decimals of a list; null when one of them is none. */
  List<BigDecimal> decimals(String name) {
    List<BigDecimal> decimals = new ArrayList<>();
    JsonArray array = array(name);
    for (int i = 0; array != null && i < array.size(); i++) {
      String element = name + "/" + i;
      if (array.get(i) instanceof JsonString text) {
        BigDecimal decimal = read(element, text.getString(), "not-a-decimal", Decimals::parse);
        if (decimal != null) {
          decimals.add(decimal);
        }
      } else {
        mistake(element, "wrong-type", "wanted", "text");
      }
    }
    return array != null && decimals.size() == array.size() ? decimals : null;
  }

  /** A set of texts, each read by {@code reader}; empty when it is left out. */
  <T> Set<T> texts(String name, Reader<T> reader) {
    Set<T> values = new LinkedHashSet<>();
    JsonArray array = has(name) ? array(name) : JsonValue.EMPTY_JSON_ARRAY;
    for (int i = 0; array != null && i < array.size(); i++) {
      String element = name + "/" + i;
      if (array.get(i) instanceof JsonString text) {
        T value = read(element, text.getString(), "unknown-value", reader);
        if (value != null) {
          values.add(value);
        }
      } else {
        mistake(element, "wrong-type", "wanted", "text");
      }
    }
    return values;
  }

  <E extends Enum<E>> Set<E> constants(String name, Class<E> type) {
    return texts(name, text -> named(type, text));
  }

  private JsonArray array(String name) {
    JsonArray array = typed(name, JsonArray.class, "list");
    if (array != null && array.size() > LONGEST_LIST) {
      mistake(name, "list-too-long", "most", Integer.toString(LONGEST_LIST));
      return null;
    }
    return array;
  }

  /** Makes the object's meaning, once all its fields were read; null when it complains. */
  <T> T make(Supplier<T> maker) {
    for (String name : object.keySet()) {
      if (!read.contains(name)) {
        mistake(escaped(name), "unknown-field", "known", String.join(", ", read));
      }
    }
    return part(maker);
  }

  /** Makes something of some of the object's fields; null when it complains. */
  <T> T part(Supplier<T> maker) {
    try {
      return maker.get();
    } catch (InvalidTerms e) {
      e.complaints().forEach(c -> mistakes.add(at(c.field()), c.code(), c.facts()));
      return null;
    }
  }

  void mistake(String name, String code, String... facts) {
    Map<String, String> named = new LinkedHashMap<>();
    for (int i = 0; i < facts.length; i += 2) {
      named.put(facts[i], facts[i + 1]);
    }
    mistakes.add(at(name), code, named);
  }

  /** As RFC 6901 writes a name in a pointer. */
  private static String escaped(String name) {
    return shortened(name).replace("~", "~0").replace("/", "~1");
  }

  private String at(String name) {
    return name.isEmpty() ? pointer : pointer + "/" + name;
  }

  private static String shortened(String text) {
    return text.length() <= 40 ? text : text.substring(0, 40) + "…";
  }
}
