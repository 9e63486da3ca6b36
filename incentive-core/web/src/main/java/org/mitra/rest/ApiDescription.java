package org.mitra.rest;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The OpenAPI document that the build made of this application's resources. */
@ApplicationScoped
public class ApiDescription {
  /**
   * A call as people read it.
   *
   * @param method in upper case
   * @param path below the API's root
   * @param parameters names; in path, query or header
   * @param body name of the schema that is sent; empty for none
   * @param answer name of the schema that is answered; empty for none
   * @param roles who may call
   */
  public record Call(
      String method,
      String path,
      String summary,
      String description,
      List<String> parameters,
      String body,
      String answer,
      List<String> roles) {}

  private String json;
  private Map<String, List<Call>> calls;
  private JsonObject indonesian;

  @PostConstruct
  void read() {
    try (InputStream in = ApiDescription.class.getResourceAsStream("/openapi/openapi.json")) {
      json = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    try (JsonReader words =
        Json.createReader(ApiDescription.class.getResourceAsStream("calls_id.json"))) {
      indonesian = words.readObject();
    }
    calls = new TreeMap<>();
    document()
        .getJsonObject("paths")
        .forEach(
            (path, verbs) ->
                verbs
                    .asJsonObject()
                    .forEach((verb, operation) -> add(verb, path, operation.asJsonObject())));
  }

  private void add(String verb, String path, JsonObject operation) {
    String tag = operation.getJsonArray("tags").getString(0);
    calls
        .computeIfAbsent(tag, t -> new ArrayList<>())
        .add(
            new Call(
                verb.toUpperCase(Locale.ROOT),
                path,
                operation.getString("summary", ""),
                operation.getString("description", ""),
                parameters(operation),
                schema(operation.getJsonObject("requestBody")),
                answer(operation.getJsonObject("responses")),
                roles(operation)));
  }

  private static List<String> parameters(JsonObject operation) {
    return operation.containsKey("parameters")
        ? operation.getJsonArray("parameters").getValuesAs(p -> p.asJsonObject().getString("name"))
        : List.of();
  }

  private static List<String> roles(JsonObject operation) {
    return operation.getJsonArray(DescriptionFilter.ROLES).getValuesAs(JsonString::getString);
  }

  private static String answer(JsonObject responses) {
    return responses.keySet().stream()
        .filter(status -> status.startsWith("2"))
        .findFirst()
        .map(status -> schema(responses.getJsonObject(status)))
        .orElse("");
  }

  /** The last word of what a body refers to. */
  private static String schema(JsonObject body) {
    if (body == null || !body.containsKey("content")) {
      return "";
    }
    JsonObject first = body.getJsonObject("content").values().iterator().next().asJsonObject();
    JsonObject schema = first.getJsonObject("schema");
    boolean many = schema != null && schema.containsKey("items");
    JsonValue reference =
        schema == null ? null : (many ? schema.getJsonObject("items") : schema).get("$ref");
    if (!(reference instanceof JsonString name)) {
      return "";
    }
    String last = name.getString().substring(name.getString().lastIndexOf('/') + 1);
    return many ? last + "[]" : last;
  }

  String json() {
    return json;
  }

  /** A sentence of the description, which is written in English, in the reader's language. */
  public String in(String language, String sentence) {
    return language.equals("id") ? indonesian.getString(sentence, sentence) : sentence;
  }

  /** The document. */
  public JsonObject document() {
    return Json.createReader(new StringReader(json)).readObject();
  }

  /** All calls by what they are about. */
  public Map<String, List<Call>> calls() {
    return calls;
  }
}
