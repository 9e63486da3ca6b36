package org.mitra.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.json.JsonObject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.mitra.rest.ApiDescription;

/** The API as people read it: what may be called, with what, by whom. */
@Named
@RequestScoped
public class ApiGuidePage {
  @Inject private ApiDescription description;
  @Inject private Visitor visitor;
  @Inject private HttpServletRequest request;

  private List<Form> forms;

  /** A kind of object that is sent or answered: its fields with their types. */
  public record Form(String name, List<Field> fields) {}

  public record Field(String name, String type) {}

  /** The calls that the reader may make, by what they are about. */
  public List<Map.Entry<String, List<ApiDescription.Call>>> getSubjects() {
    List<Map.Entry<String, List<ApiDescription.Call>>> subjects = new ArrayList<>();
    description
        .calls()
        .forEach(
            (subject, calls) -> {
              List<ApiDescription.Call> his =
                  calls.stream()
                      .filter(call -> call.roles().stream().anyMatch(visitor::isInRole))
                      .toList();
              if (!his.isEmpty()) {
                subjects.add(Map.entry(subject, his));
              }
            });
    return subjects;
  }

  /** A sentence of the description in the reader's language. */
  public String say(String sentence) {
    return description.in(visitor.getLanguage(), sentence);
  }

  public List<Form> getForms() {
    if (forms == null) {
      forms = new ArrayList<>();
      description
          .document()
          .getJsonObject("components")
          .getJsonObject("schemas")
          .forEach((name, schema) -> forms.add(new Form(name, fields(schema.asJsonObject()))));
    }
    return forms;
  }

  private static List<Field> fields(JsonObject schema) {
    List<Field> fields = new ArrayList<>();
    if (schema.containsKey("properties")) {
      schema
          .getJsonObject("properties")
          .forEach((name, field) -> fields.add(new Field(name, type(field.asJsonObject()))));
    } else {
      fields.add(new Field("", type(schema)));
    }
    return fields;
  }

  private static String type(JsonObject schema) {
    if (schema.containsKey("$ref")) {
      String reference = schema.getString("$ref");
      return reference.substring(reference.lastIndexOf('/') + 1);
    }
    if (schema.containsKey("items")) {
      return type(schema.getJsonObject("items")) + "[]";
    }
    if (schema.containsKey("enum")) {
      return schema.getJsonArray("enum").toString().replace("\"", "").replace(",", " | ");
    }
    String name = schema.getString("type", "");
    return schema.containsKey("format") ? name + " (" + schema.getString("format") + ")" : name;
  }

  /** Where the API begins, as a program writes it. */
  public String getRoot() {
    String url = request.getRequestURL().toString();
    return url.substring(0, url.indexOf(request.getContextPath()))
        + request.getContextPath()
        + "/api";
  }
}
