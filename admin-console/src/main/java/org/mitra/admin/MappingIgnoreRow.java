package org.mitra.admin;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.io.Serializable;
import java.util.stream.Collectors;

/** A row of the form of a mapping: which rows of the file are set aside, and why. */
public final class MappingIgnoreRow implements Serializable {
  private static final long serialVersionUID = 1L;

  private String field = "";
  private String values = "";
  private String reason = "";

  void read(JsonObject rule) {
    field = rule.getString("field");
    values =
        rule.getJsonArray("values").getValuesAs(JsonString.class).stream()
            .map(JsonString::getString)
            .collect(Collectors.joining("\n"));
    reason = rule.getString("reason");
  }

  JsonObject json() {
    JsonArrayBuilder list = Json.createArrayBuilder();
    values.lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(list::add);
    return Json.createObjectBuilder()
        .add("field", field)
        .add("values", list)
        .add("reason", reason)
        .build();
  }

  public String getField() {
    return field;
  }

  public void setField(String field) {
    this.field = field == null ? "" : field;
  }

  public String getValues() {
    return values;
  }

  public void setValues(String values) {
    this.values = values == null ? "" : values;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason == null ? "" : reason.strip();
  }
}
