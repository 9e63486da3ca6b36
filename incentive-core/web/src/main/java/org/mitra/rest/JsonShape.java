package org.mitra.rest;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.stream.JsonLocation;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParser.Event;
import jakarta.json.stream.JsonParsingException;
import java.io.ByteArrayInputStream;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.mitra.money.Decimals;
import org.mitra.problem.Problem;

/**
 * Whether JSON fits a command record: each key once and known, each value of its type, nothing
 * nested without end. What is not a record, a collection or a plain value is left to its own
 * reader.
 */
final class JsonShape {
  private static final int DEEPEST = 32;
  private static final Pattern UUID_FORM =
      Pattern.compile("(?i)[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

  private final JsonParser parser;

  private JsonShape(JsonParser parser) {
    this.parser = parser;
  }

  /**
   * @throws Problem 400 that says where the JSON does not fit
   */
  static void check(byte[] json, Type type) {
    requireUtf8(json);
    try (JsonParser parser =
        Json.createParserFactory(Map.of())
            .createParser(new ByteArrayInputStream(json), StandardCharsets.UTF_8)) {
      Event first = parser.next();
      if (first == Event.VALUE_NULL) {
        throw wrong("", "object");
      }
      new JsonShape(parser).value(first, type, "", 0);
      if (parser.hasNext()) {
        throw malformed(parser.getLocation());
      }
    } catch (JsonParsingException e) {
      throw malformed(e.getLocation());
    } catch (JsonException | java.util.NoSuchElementException e) {
      throw Problem.invalid("request.malformed");
    }
  }

  /** Bytes that are none would be stored as the sign that stands for what nobody can read. */
  private static void requireUtf8(byte[] json) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(json));
    } catch (CharacterCodingException e) {
      throw Problem.invalid("request.encoding");
    }
  }

  private static Problem malformed(JsonLocation at) {
    return Problem.invalid("request.json")
        .with("line", at.getLineNumber())
        .with("column", at.getColumnNumber());
  }

  private void value(Event event, Type declared, String at, int depth) {
    if (depth > DEEPEST) {
      throw Problem.invalid("request.too-deep").with("most", DEEPEST);
    }
    Type type = raw(declared).equals(Optional.class) ? argument(declared, 0) : declared;
    Class<?> raw = raw(type);
    if (event == Event.START_OBJECT) {
      object(type, raw, at, depth);
    } else if (event == Event.START_ARRAY) {
      array(type, raw, at, depth);
    } else if (event == Event.VALUE_NULL) {
      require(!raw.isPrimitive(), at, expected(raw));
    } else {
      plain(event, raw, at);
    }
  }

  private void object(Type type, Class<?> raw, String at, int depth) {
    boolean map = Map.class.isAssignableFrom(raw);
    require(isOpen(raw) || raw.isRecord() || map, at, expected(raw));
    Map<String, Type> known =
        raw.isRecord() && !isOpen(raw)
            ? Arrays.stream(raw.getRecordComponents())
                .collect(Collectors.toMap(RecordComponent::getName, c -> componentType(c, type)))
            : null;
    Type anyValue = map ? argument(type, 1) : Object.class;
    Set<String> seen = new HashSet<>();
    for (Event event = parser.next(); event != Event.END_OBJECT; event = parser.next()) {
      String key = parser.getString();
      String field = at + "/" + key.replace("~", "~0").replace("/", "~1");
      if (!seen.add(key)) {
        throw Problem.invalid("request.duplicate-field").with("field", shown(key)).at(field);
      }
      if (known != null && !known.containsKey(key)) {
        throw Problem.invalid("request.unknown-field")
            .with("field", shown(key))
            .with("known", String.join(", ", new java.util.TreeSet<>(known.keySet())))
            .at(field);
      }
      value(parser.next(), known == null ? anyValue : known.get(key), field, depth + 1);
    }
  }

  private void array(Type type, Class<?> raw, String at, int depth) {
    boolean many = Collection.class.isAssignableFrom(raw) || raw.isArray();
    require(many || isOpen(raw), at, expected(raw));
    Type element = raw.isArray() ? raw.getComponentType() : many ? argument(type, 0) : Object.class;
    int index = 0;
    for (Event event = parser.next(); event != Event.END_ARRAY; event = parser.next()) {
      value(event, element, at + "/" + index++, depth + 1);
    }
  }

  private void plain(Event event, Class<?> raw, String at) {
    String expected = expected(raw);
    boolean fits =
        switch (expected) {
          case "text" -> event == Event.VALUE_STRING;
          case "true-or-false" -> event == Event.VALUE_TRUE || event == Event.VALUE_FALSE;
          case "whole-number" -> event == Event.VALUE_NUMBER && isWhole(raw);
          case "decimal" ->
              (event == Event.VALUE_STRING || event == Event.VALUE_NUMBER)
                  && isDecimal(parser.getString());
          case "object", "list" -> false;
          case "anything" -> true;
          default -> event == Event.VALUE_STRING && isText(parser.getString(), raw);
        };
    if (!fits && raw.isEnum()) {
      throw Problem.invalid("request.field-choice")
          .with("known", choices(raw))
          .with("field", name(at))
          .at(at);
    }
    require(fits, at, expected);
  }

  /** What the caller has to send for a type; the texts {@code json-type.*} say it. */
  private static String expected(Class<?> raw) {
    if (raw.equals(String.class) || raw.isEnum()) {
      return raw.isEnum() ? "choice" : "text";
    }
    if (raw.equals(boolean.class) || raw.equals(Boolean.class)) {
      return "true-or-false";
    }
    if (Set.of(int.class, Integer.class, long.class, Long.class).contains(raw)) {
      return "whole-number";
    }
    if (raw.equals(BigDecimal.class)) {
      return "decimal";
    }
    if (raw.equals(LocalDate.class) || raw.equals(Instant.class)) {
      return raw.equals(LocalDate.class) ? "day" : "time";
    }
    if (raw.equals(UUID.class)) {
      return "id";
    }
    if (Collection.class.isAssignableFrom(raw) || raw.isArray()) {
      return "list";
    }
    return isOpen(raw) ? "anything" : "object";
  }

  /** Whether the type has a reader of its own, which knows better. */
  private static boolean isOpen(Class<?> raw) {
    if (raw.equals(BigDecimal.class)) {
      return false;
    }
    boolean plain = raw.isRecord() || raw.isEnum() || raw.isPrimitive() || raw.isArray();
    boolean ofJava = raw.getName().startsWith("java.") && !raw.equals(Object.class);
    return JsonFormat.adapts(raw) || (!plain && !ofJava);
  }

  private boolean isWhole(Class<?> raw) {
    String text = parser.getString();
    if (!text.matches("-?[0-9]{1,18}")) {
      return false;
    }
    long number = Long.parseLong(text);
    boolean small = raw.equals(int.class) || raw.equals(Integer.class);
    return !small || number == (int) number;
  }

  private static boolean isDecimal(String text) {
    try {
      Decimals.parse(text);
      return true;
    } catch (NumberFormatException e) {
      return false;
    }
  }

  private static boolean isText(String text, Class<?> raw) {
    try {
      if (raw.isEnum()) {
        return Arrays.stream(raw.getEnumConstants())
            .anyMatch(c -> ((Enum<?>) c).name().equals(text));
      }
      if (raw.equals(UUID.class)) {
        return UUID_FORM.matcher(text).matches();
      }
      if (raw.equals(LocalDate.class)) {
        return isStorable(LocalDate.parse(text));
      }
      return isStorable(LocalDate.ofInstant(Instant.parse(text), ZoneOffset.UTC));
    } catch (DateTimeException e) {
      return false;
    }
  }

  /** Within the years that a database holds. */
  private static boolean isStorable(LocalDate day) {
    return day.getYear() >= 1 && day.getYear() <= 9999;
  }

  private static String choices(Class<?> raw) {
    return Arrays.stream(raw.getEnumConstants())
        .map(constant -> ((Enum<?>) constant).name())
        .collect(Collectors.joining(", "));
  }

  private static void require(boolean fits, String at, String expected) {
    if (!fits) {
      throw wrong(at, expected);
    }
  }

  private static Problem wrong(String at, String expected) {
    Problem problem = Problem.invalid("request.field-type").with("expected", expected);
    return problem.with("field", name(at)).at(at);
  }

  private static String name(String at) {
    return shown(at.substring(at.indexOf('/') + 1));
  }

  /** A key of the caller's in our sentence: never longer than a sentence. */
  private static String shown(String key) {
    return key.length() <= 64 ? key : key.substring(0, 64) + "…";
  }

  private static Class<?> raw(Type type) {
    if (type instanceof Class<?> known) {
      return known;
    }
    return type instanceof ParameterizedType parameterized
        ? (Class<?>) parameterized.getRawType()
        : Object.class;
  }

  private static Type argument(Type type, int index) {
    return type instanceof ParameterizedType parameterized
        ? parameterized.getActualTypeArguments()[index]
        : Object.class;
  }

  /** A component of a generic record takes the type that the record was given. */
  private static Type componentType(RecordComponent component, Type of) {
    Type type = component.getGenericType();
    if (type instanceof java.lang.reflect.TypeVariable<?>) {
      Map<String, Type> arguments = new HashMap<>();
      var variables = component.getDeclaringRecord().getTypeParameters();
      for (int i = 0; i < variables.length; i++) {
        arguments.put(variables[i].getName(), argument(of, i));
      }
      return arguments.get(type.getTypeName());
    }
    return type;
  }
}
