package org.mitra.admin;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.io.Serializable;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mitra.mappings.FeedField;
import org.mitra.mappings.FeedKind;
import org.mitra.problem.Problem;

/**
 * A mapping as fields of a form. A field is called like its place in the document, {@code
 * format-zone} for {@code /format/zone}, so that a mistake finds its field. What is wrong with it
 * is not decided here.
 */
public final class MappingForm implements Serializable {
  private static final long serialVersionUID = 1L;

  private static final List<String> OF_CSV = List.of("charset", "separator", "quote");
  private static final List<String> OF_XLSX = List.of("sheet");
  private static final List<String> OF_BOTH =
      List.of("decimal", "grouping", "dates", "language", "zone", "headerRow");

  private final HashMap<String, Object> values = new HashMap<>();
  private final ArrayList<MappingFieldRow> fields = new ArrayList<>();
  private final ArrayList<MappingIgnoreRow> ignored = new ArrayList<>();

  private MappingForm() {}

  /** An empty form: plain decimals, ISO dates. */
  static MappingForm fresh(FeedKind kind, String zone) {
    MappingForm form = new MappingForm();
    form.values.put("format-zone", zone);
    form.become(kind);
    return form.completed();
  }

  /** The fields that a document fills. It knows no others. */
  static MappingForm of(JsonObject json) {
    MappingForm form = new MappingForm();
    form.become(FeedKind.valueOf(json.getString("kind")));
    json.getJsonObject("format").forEach((name, value) -> form.read("format-" + name, value));
    for (JsonObject rule : objects(json, "fields")) {
      form.fields.stream()
          .filter(row -> row.getName().equals(rule.getString("field")))
          .forEach(row -> row.read(rule));
    }
    for (JsonObject rule : objects(json, "ignore")) {
      MappingIgnoreRow row = new MappingIgnoreRow();
      row.read(rule);
      form.ignored.add(row);
    }
    JsonObject sales = json.getJsonObject("sales");
    if (sales != null) {
      sales.forEach((name, value) -> form.read("sales-" + name, value));
    }
    return form.completed();
  }

  private static List<JsonObject> objects(JsonObject json, String name) {
    JsonArray array = json.getJsonArray(name);
    return array == null ? List.of() : array.getValuesAs(JsonObject.class);
  }

  private void read(String name, JsonValue value) {
    if (name.equals("sales-kindByPrefix")) {
      values.put(name, WordLines.of(value.asJsonObject()));
    } else if (value instanceof JsonObject object) {
      values.put(name, true);
      object.forEach((inner, below) -> read(name + "-" + inner, below));
    } else if (name.equals("sales-newPartners-joinedOn")) {
      values.put(name, day(MappingFieldRow.text(value)));
    } else if (value == JsonValue.TRUE || value == JsonValue.FALSE) {
      values.put(name, value == JsonValue.TRUE);
    } else {
      values.put(name, MappingFieldRow.text(value));
    }
  }

  private static LocalDate day(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      return null;
    }
  }

  /** Says what a document may leave out. */
  private MappingForm completed() {
    Map.of(
            "format-type", "CSV",
            "format-charset", "UTF-8",
            "format-separator", ",",
            "format-quote", "\"",
            "format-decimal", ".",
            "format-grouping", "",
            "format-dates", "ISO",
            "format-language", "en",
            "format-headerRow", "1")
        .forEach(values::putIfAbsent);
    if ("\t".equals(values.get("format-separator"))) {
      values.put("format-separator", "tab");
    }
    return this;
  }

  /** Is about another kind of data; what the fields of the same name say stays. */
  void become(FeedKind kind) {
    values.put("kind", kind.name());
    List<MappingFieldRow> before = new ArrayList<>(fields);
    fields.clear();
    for (FeedField field : kind.fields()) {
      fields.add(
          before.stream()
              .filter(row -> row.isOf(field))
              .findFirst()
              .orElseGet(() -> new MappingFieldRow(field)));
    }
  }

  /** Takes the column of that name for a field that has none yet. */
  void propose(String field, String column) {
    fields.stream()
        .filter(row -> row.getName().equals(field) && row.getColumn().isEmpty())
        .forEach(row -> row.setColumn(column));
  }

  /**
   * The document that the fields make.
   *
   * @throws Problem 400 at a text that is no list of words
   */
  JsonObject json() {
    JsonObjectBuilder json = Json.createObjectBuilder().add("kind", kind().name());
    JsonObjectBuilder format = Json.createObjectBuilder().add("type", text("format-type"));
    for (String name : text("format-type").equals("XLSX") ? OF_XLSX : OF_CSV) {
      add(format, name, text("format-" + name));
    }
    OF_BOTH.forEach(name -> add(format, name, text("format-" + name)));
    json.add("format", format);
    JsonArrayBuilder rules = Json.createArrayBuilder();
    for (int row = 0; row < fields.size(); row++) {
      if (fields.get(row).isGiven()) {
        rules.add(fields.get(row).json("/fields/" + row + "/words"));
      }
    }
    json.add("fields", rules);
    if (!ignored.isEmpty()) {
      JsonArrayBuilder list = Json.createArrayBuilder();
      ignored.forEach(row -> list.add(row.json()));
      json.add("ignore", list);
    }
    JsonObject sales = sales();
    if (!sales.isEmpty()) {
      json.add("sales", sales);
    }
    return json.build();
  }

  private JsonObject sales() {
    JsonObjectBuilder json = Json.createObjectBuilder();
    if (kind() != FeedKind.SALES) {
      return json.build();
    }
    JsonObject prefixes = WordLines.read(text("sales-kindByPrefix"), "/sales/kindByPrefix");
    if (!prefixes.isEmpty()) {
      json.add("kindByPrefix", prefixes);
    }
    add(json, "kindWhenNegative", text("sales-kindWhenNegative"));
    for (String flag : List.of("positiveReturns", "lineFromContent")) {
      if (Boolean.TRUE.equals(values.get("sales-" + flag))) {
        json.add(flag, true);
      }
    }
    if (Boolean.TRUE.equals(values.get("sales-newPartners"))) {
      JsonObjectBuilder partners = Json.createObjectBuilder();
      for (String name : List.of("type", "currency", "joinedOn")) {
        add(partners, name, text("sales-newPartners-" + name));
      }
      json.add("newPartners", partners);
    }
    if (!text("sales-newProducts-unit").isEmpty()) {
      json.add(
          "newProducts", Json.createObjectBuilder().add("unit", text("sales-newProducts-unit")));
    }
    return json.build();
  }

  private static void add(JsonObjectBuilder json, String name, String text) {
    if (name.equals("headerRow") && text.matches("[0-9]{1,6}")) {
      json.add(name, Integer.parseInt(text));
    } else if (!text.isEmpty()) {
      json.add(name, text);
    }
  }

  private String text(String name) {
    Object value = values.get(name);
    // A blank groups digits.
    return value == null
        ? ""
        : name.equals("format-grouping") ? value.toString() : value.toString().strip();
  }

  FeedKind kind() {
    return FeedKind.valueOf(text("kind"));
  }

  /**
   * The problem at the field of this form. Fields that the document leaves out have their rows
   * here, and a field that is missing has one.
   *
   * @param column how the column of a field is called in the page
   */
  Problem placed(Problem problem, String column) {
    String[] at = problem.field().split("/");
    if (problem.code().equals("mapping.field-missing")) {
      String missing = problem.facts().get("field");
      return fields.stream()
          .filter(row -> row.getName().equals(missing))
          .findFirst()
          .map(row -> problem.at("/fields/" + fields.indexOf(row) + "/" + column))
          .orElse(problem);
    }
    if (at.length == 4 && at[1].equals("fields") && !at[3].equals("words")) {
      MappingFieldRow row =
          fields.stream().filter(MappingFieldRow::isGiven).toList().get(Integer.parseInt(at[2]));
      String name = at[3].equals("column") ? column : at[3];
      return problem.at("/fields/" + fields.indexOf(row) + "/" + name);
    }
    return problem;
  }

  /** The separators to choose from, with the one that is chosen. */
  public List<String> getSeparators() {
    List<String> all = new ArrayList<>(List.of(",", ";", "tab", "|"));
    String own = text("format-separator");
    if (!own.isEmpty() && !all.contains(own)) {
      all.add(own);
    }
    return all;
  }

  public Map<String, Object> getValues() {
    return values;
  }

  public List<MappingFieldRow> getFields() {
    return fields;
  }

  public List<MappingIgnoreRow> getIgnored() {
    return ignored;
  }

  /** The names of the fields, for those who choose one. */
  public List<String> getNames() {
    return fields.stream().map(MappingFieldRow::getName).toList();
  }
}
