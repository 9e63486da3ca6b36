package org.mitra.jobs;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.Map;
import org.mitra.problem.Problem;

/** Why a job failed, as its row keeps it. */
final class Failure {
  private Failure() {}

  static String write(Problem problem) {
    JsonObjectBuilder facts = Json.createObjectBuilder();
    problem.facts().forEach(facts::add);
    return Json.createObjectBuilder()
        .add("code", problem.code())
        .add("facts", facts)
        .build()
        .toString();
  }

  static JsonObject read(String message) {
    if (message.isEmpty()) {
      return JsonObject.EMPTY_JSON_OBJECT;
    }
    try (var reader = Json.createReader(new StringReader(message))) {
      return reader.readObject();
    }
  }

  static Map<String, String> facts(JsonObject message) {
    Map<String, String> facts = new LinkedHashMap<>();
    JsonObject stored = message.getJsonObject("facts");
    if (stored != null) {
      stored.keySet().forEach(name -> facts.put(name, stored.getString(name)));
    }
    return facts;
  }
}
