package org.mitra.feeds;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mitra.mappings.CellProblem;
import org.mitra.problem.Problem;

/** Cells and problems of rows as JSON in the database. */
final class RowJson {
  private RowJson() {}

  static String cells(Map<String, String> cells) {
    JsonObjectBuilder object = Json.createObjectBuilder();
    cells.forEach(object::add);
    return object.build().toString();
  }

  static Map<String, String> cells(String json) {
    Map<String, String> cells = new LinkedHashMap<>();
    try (JsonReader reader = Json.createReader(new StringReader(json))) {
      JsonObject object = reader.readObject();
      object.keySet().forEach(name -> cells.put(name, object.getString(name)));
    }
    return cells;
  }

  static String problems(List<CellProblem> problems) {
    JsonArrayBuilder array = Json.createArrayBuilder();
    for (CellProblem problem : problems) {
      array.add(
          Json.createObjectBuilder()
              .add("column", problem.column())
              .add("value", problem.value())
              .add("problem", object(problem.problem())));
    }
    return array.build().toString();
  }

  static List<CellProblem> problems(String json) {
    try (JsonReader reader = Json.createReader(new StringReader(json))) {
      JsonArray array = reader.readArray();
      return array.getValuesAs(JsonObject.class).stream()
          .map(
              object ->
                  new CellProblem(
                      object.getString("column"),
                      object.getString("value"),
                      problem(object.getJsonObject("problem"))))
          .toList();
    }
  }

  static String problem(Problem problem) {
    return object(problem).build().toString();
  }

  static Problem problem(String json) {
    try (JsonReader reader = Json.createReader(new StringReader(json))) {
      return problem(reader.readObject());
    }
  }

  private static JsonObjectBuilder object(Problem problem) {
    JsonObjectBuilder facts = Json.createObjectBuilder();
    problem.facts().forEach(facts::add);
    return Json.createObjectBuilder()
        .add("kind", problem.kind().name())
        .add("code", problem.code())
        .add("field", problem.field())
        .add("facts", facts);
  }

  private static Problem problem(JsonObject object) {
    Problem problem =
        Problem.of(Problem.Kind.valueOf(object.getString("kind")), object.getString("code"))
            .at(object.getString("field"));
    JsonObject facts = object.getJsonObject("facts");
    for (String name : facts.keySet()) {
      problem = problem.with(name, facts.getString(name));
    }
    return problem;
  }
}
