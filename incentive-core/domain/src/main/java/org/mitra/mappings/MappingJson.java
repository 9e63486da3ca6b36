package org.mitra.mappings;

import jakarta.json.Json;
import jakarta.json.JsonConfig;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonWriter;
import jakarta.json.stream.JsonGenerator;
import jakarta.json.stream.JsonParsingException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.mitra.data.BusinessKey;
import org.mitra.engine.Kind;
import org.mitra.money.Currency;
import org.mitra.partners.PartnerType;
import org.mitra.problem.Problem;
import org.mitra.tables.Dates;
import org.mitra.tables.TableFormat;
import org.mitra.time.Zones;

/** Reads a mapping from its JSON; what is unknown or does not fit together is refused by name. */
public final class MappingJson {
  private static final int LONGEST = 64 * 1024;

  /** The same member twice is a mistake, not a choice. */
  private static final JsonReaderFactory READERS =
      Json.createReaderFactory(Map.of(JsonConfig.KEY_STRATEGY, JsonConfig.KeyStrategy.NONE));

  private static final Set<String> GROUPINGS = Set.of("", ".", ",", " ", "'");

  private MappingJson() {}

  /**
   * @throws Problem 400 with a JSON pointer to what is wrong
   */
  public static Mapping read(String text) {
    if (text == null || text.length() > LONGEST) {
      throw Problem.invalid("mapping.json").with("position", "0");
    }
    try (JsonReader reader = READERS.createReader(new StringReader(text))) {
      return mapping(new StrictObject(reader.readObject(), ""));
    } catch (JsonParsingException e) {
      throw Problem.invalid("mapping.json")
          .with(
              "position",
              e.getLocation().getLineNumber() + ":" + e.getLocation().getColumnNumber());
    } catch (JsonException e) {
      throw Problem.invalid("mapping.json").with("position", "0");
    }
  }

  private static Mapping mapping(StrictObject json) {
    FeedKind kind =
        json.choice("kind", FeedKind.class)
            .orElseThrow(() -> json.wrong("kind", List.of(FeedKind.values())));
    TableFormat format =
        format(json.object("format").orElseThrow(() -> json.wrong("format", "{…}")));
    Map<String, FieldRule> rules = new LinkedHashMap<>();
    for (StrictObject object : json.objects("fields")) {
      FieldRule rule = rule(object, kind);
      if (rules.put(rule.field(), rule) != null) {
        throw Problem.invalid("mapping.field-twice")
            .with("field", rule.field())
            .at(object.pointer("field"));
      }
    }
    List<IgnoreRule> ignore = new ArrayList<>();
    for (StrictObject object : json.objects("ignore")) {
      ignore.add(ignore(object, kind));
    }
    Optional<StrictObject> sales = json.object("sales");
    if (sales.isPresent() && kind != FeedKind.SALES) {
      throw json.wrong("sales", "SALES");
    }
    SalesRules more = sales.map(MappingJson::sales).orElse(SalesRules.NONE);
    json.end();
    return new Mapping(kind, format, rules, ignore, more);
  }

  /**
   * The document as it is, when nothing in it is unknown or out of place; it need not be complete.
   *
   * @throws Problem 400 with a JSON pointer to what is wrong
   */
  public static JsonObject object(String text) {
    try {
      read(text);
    } catch (Problem problem) {
      if (!problem.code().equals("mapping.field-missing")) {
        throw problem;
      }
    }
    try (JsonReader reader = READERS.createReader(new StringReader(text))) {
      return reader.readObject();
    }
  }

  /**
   * How the file writes its rows, whatever the document says besides.
   *
   * @throws Problem 400 with a JSON pointer to what is wrong with it
   */
  public static TableFormat format(String text) {
    try (JsonReader reader = READERS.createReader(new StringReader(text))) {
      StrictObject json = new StrictObject(reader.readObject(), "");
      return format(json.object("format").orElseThrow(() -> json.wrong("format", "{…}")));
    } catch (JsonException e) {
      throw Problem.invalid("mapping.json").with("position", "0");
    }
  }

  private static TableFormat format(StrictObject json) {
    TableFormat.Type type =
        json.choice("type", TableFormat.Type.class)
            .orElseThrow(() -> json.wrong("type", List.of(TableFormat.Type.values())));
    String charset = json.text("charset", "UTF-8");
    if (TableFormat.CHARSETS.stream().noneMatch(charset::equalsIgnoreCase)) {
      throw json.wrong("charset", new TreeSet<>(TableFormat.CHARSETS));
    }
    char separator = character(json, "separator", ",");
    char quote = character(json, "quote", "\"");
    char decimal = character(json, "decimal", ".");
    if (decimal != '.' && decimal != ',') {
      throw json.wrong("decimal", ". ,");
    }
    String grouping = json.text("grouping", "");
    if (!GROUPINGS.contains(grouping) || grouping.indexOf(decimal) >= 0) {
      throw json.wrong("grouping", "\"\" \".\" \",\" \" \" \"'\"");
    }
    if (separator == quote || separator == '\n' || separator == '\r') {
      throw json.wrong("separator", ", ; | tab");
    }
    String language = json.text("language", "en");
    if (!language.equals("en") && !language.equals("id")) {
      throw json.wrong("language", "en, id");
    }
    TableFormat format =
        new TableFormat(
            type,
            Charset.forName(charset),
            separator,
            quote,
            decimal,
            grouping,
            json.text("dates", Dates.ISO),
            Locale.forLanguageTag(language),
            zone(json),
            json.text("sheet", 64),
            json.integer("headerRow", 1, 1000, 1));
    json.end();
    checkPattern(format, json);
    return format;
  }

  private static void checkPattern(TableFormat format, StrictObject json) {
    try {
      new Dates(format);
    } catch (Problem problem) {
      throw problem.at(json.pointer("dates"));
    }
  }

  private static ZoneId zone(StrictObject json) {
    try {
      return Zones.of(json.text("zone", ""));
    } catch (IllegalArgumentException e) {
      throw json.wrong("zone", "Asia/Jakarta, Europe/London, UTC, …");
    }
  }

  private static char character(StrictObject json, String name, String absent) {
    String text = json.text(name, absent);
    if (text.equalsIgnoreCase("tab")) {
      return '\t';
    }
    if (text.length() != 1) {
      throw json.wrong(name, "1");
    }
    return text.charAt(0);
  }

  private static FieldRule rule(StrictObject json, FeedKind kind) {
    String field = field(json, kind);
    Map<String, String> values = new LinkedHashMap<>();
    json.table("values").forEach((k, v) -> values.put(k.toUpperCase(Locale.ROOT), v));
    FieldRule rule =
        new FieldRule(
            field,
            json.text("column", 200),
            json.text("default", 200),
            json.text("stripSuffix", ""),
            values);
    json.end();
    return rule;
  }

  private static String field(StrictObject json, FeedKind kind) {
    String field = json.text("field", "");
    if (kind.field(field).isEmpty()) {
      throw json.wrong(
          "field", kind.fields().stream().map(FeedField::name).collect(Collectors.joining(", ")));
    }
    return field;
  }

  private static IgnoreRule ignore(StrictObject json, FeedKind kind) {
    String field = field(json, kind);
    Set<String> values =
        json.texts("values").stream().map(BusinessKey::normalise).collect(Collectors.toSet());
    String reason = json.needed("reason", 200);
    if (values.isEmpty() || values.contains("")) {
      throw json.wrong("values", "[\"…\"]");
    }
    json.end();
    return new IgnoreRule(field, values, reason);
  }

  private static SalesRules sales(StrictObject json) {
    Map<String, Kind> prefixes = new LinkedHashMap<>();
    json.table("kindByPrefix")
        .forEach((prefix, kind) -> prefixes.put(BusinessKey.normalise(prefix), kind(json, kind)));
    if (prefixes.containsKey("")) {
      throw json.wrong("kindByPrefix", "{\"C\": \"RETURN\"}");
    }
    SalesRules rules =
        new SalesRules(
            prefixes,
            json.choice("kindWhenNegative", Kind.class),
            json.flag("positiveReturns"),
            json.flag("lineFromContent"),
            json.object("newPartners").map(MappingJson::newPartners),
            json.object("newProducts").map(MappingJson::newProducts));
    json.end();
    return rules;
  }

  private static Kind kind(StrictObject json, String name) {
    try {
      return Kind.valueOf(name);
    } catch (IllegalArgumentException e) {
      throw json.wrong("kindByPrefix", List.of(Kind.values()));
    }
  }

  private static SalesRules.NewPartners newPartners(StrictObject json) {
    PartnerType type =
        json.choice("type", PartnerType.class)
            .orElseThrow(() -> json.wrong("type", List.of(PartnerType.values())));
    String currency = json.text("currency", "");
    if (Currency.find(currency).isEmpty()) {
      throw json.wrong("currency", "IDR, USD, …");
    }
    try {
      LocalDate joined = LocalDate.parse(json.text("joinedOn", ""));
      json.end();
      return new SalesRules.NewPartners(type, currency, joined);
    } catch (DateTimeException e) {
      throw json.wrong("joinedOn", "2020-01-01");
    }
  }

  private static String newProducts(StrictObject json) {
    String unit = json.code("unit");
    json.end();
    return unit;
  }

  /** The document in lines, for people. */
  public static String readable(String text) {
    try (JsonReader reader = READERS.createReader(new StringReader(text))) {
      return written(reader.readObject());
    }
  }

  private static String written(JsonObject object) {
    StringWriter text = new StringWriter();
    try (JsonWriter writer =
        Json.createWriterFactory(Map.of(JsonGenerator.PRETTY_PRINTING, true)).createWriter(text)) {
      writer.writeObject(object);
    }
    return text.toString().strip();
  }

  /** The document in a form that does not depend on blanks, for comparing and showing. */
  static String canonical(String text) {
    try (JsonReader reader = READERS.createReader(new StringReader(text))) {
      JsonObject object = reader.readObject();
      return object.toString();
    }
  }
}
