package org.mitra.admin;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.Serializable;
import org.mitra.mappings.FeedField;

/** A row of the form of a mapping: where one field comes from, and what is done to its text. */
public final class MappingFieldRow implements Serializable {
  private static final long serialVersionUID = 1L;

  private final String name;
  private final FeedField.Type type;
  private final boolean needed;
  private String column = "";
  private String fallback = "";
  private String stripSuffix = "";
  private String words = "";

  MappingFieldRow(FeedField field) {
    this.name = field.name();
    this.type = field.type();
    this.needed = field.needed();
  }

  boolean isOf(FeedField field) {
    return field.name().equals(name) && field.type() == type && field.needed() == needed;
  }

  void read(JsonObject rule) {
    column = rule.getString("column", "");
    fallback = rule.getString("default", "");
    stripSuffix = rule.getString("stripSuffix", "");
    words = rule.containsKey("values") ? WordLines.of(rule.getJsonObject("values")) : "";
  }

  /**
   * @param place of the words, should they be none
   */
  JsonObject json(String place) {
    JsonObjectBuilder json = Json.createObjectBuilder().add("field", name);
    add(json, "column", column);
    add(json, "default", fallback);
    add(json, "stripSuffix", stripSuffix);
    JsonObject values = WordLines.read(words, place);
    if (!values.isEmpty()) {
      json.add("values", values);
    }
    return json.build();
  }

  private static void add(JsonObjectBuilder json, String name, String text) {
    if (!text.isEmpty()) {
      json.add(name, text);
    }
  }

  static String text(JsonValue value) {
    return value instanceof JsonString text ? text.getString() : value.toString();
  }

  private static String stripped(String text) {
    return text == null ? "" : text.strip();
  }

  /** Whether the mapping says anything about the field. */
  public boolean isGiven() {
    return !column.isEmpty() || !fallback.isEmpty();
  }

  /** Whether something is done to its text. */
  public boolean isChanged() {
    return !stripSuffix.isEmpty() || !words.isEmpty();
  }

  public String getName() {
    return name;
  }

  public FeedField.Type getType() {
    return type;
  }

  public boolean isNeeded() {
    return needed;
  }

  public String getColumn() {
    return column;
  }

  public void setColumn(String column) {
    this.column = stripped(column);
  }

  public String getFallback() {
    return fallback;
  }

  public void setFallback(String fallback) {
    this.fallback = stripped(fallback);
  }

  public String getStripSuffix() {
    return stripSuffix;
  }

  public void setStripSuffix(String stripSuffix) {
    this.stripSuffix = stripped(stripSuffix);
  }

  public String getWords() {
    return words;
  }

  public void setWords(String words) {
    this.words = stripped(words);
  }
}
