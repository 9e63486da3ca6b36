package org.mitra.rules;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.mitra.engine.AccrualKey;
import org.mitra.engine.Calculation;
import org.mitra.engine.CompiledProgram;
import org.mitra.engine.Party;
import org.mitra.engine.SalesLine;
import org.mitra.money.Decimals;
import org.mitra.money.Money;
import org.mitra.programs.terms.TermsJson;

/** The examples of a page as JSON, in the form that {@code docs/rules/README.md} describes. */
final class Vectors {
  private Vectors() {}

  static JsonObject of(RulePage page) {
    JsonArrayBuilder examples = Json.createArrayBuilder();
    for (RulePage.Example example : page.examples()) {
      RulePage.Table table = example.table();
      if (table.has("reimbursed")) {
        examples.add(rows(example, "reimbursements"));
      } else if (table.has("first day") && table.has("last day")) {
        examples.add(rows(example, "periods"));
      } else if (table.has("amount") && table.has("parts")) {
        examples.add(
            Json.createObjectBuilder().add("title", example.title()).add("splits", cells(table)));
      } else if (table.tellsResults()) {
        examples.add(sales(example));
      }
    }
    String name = page.name().replace(".md", "");
    return Json.createObjectBuilder().add("page", name).add("examples", examples).build();
  }

  private static JsonObjectBuilder rows(RulePage.Example example, String what) {
    return head(example).add(what, cells(example.table()));
  }

  private static JsonArrayBuilder cells(RulePage.Table table) {
    JsonArrayBuilder rows = Json.createArrayBuilder();
    for (Map<String, String> row : table.rows()) {
      JsonObjectBuilder json = Json.createObjectBuilder();
      row.forEach((column, cell) -> json.add(column, cell.replace(",", "")));
      rows.add(json);
    }
    return rows;
  }

  private static JsonObjectBuilder head(RulePage.Example example) {
    JsonArrayBuilder programs = Json.createArrayBuilder();
    example
        .programs()
        .forEach(
            (id, versions) -> {
              JsonArrayBuilder documents = Json.createArrayBuilder();
              versions.forEach(
                  (from, document) ->
                      documents.add(
                          Json.createObjectBuilder()
                              .add("from", from.toString())
                              .add("terms", TermsJson.encode(TermsJson.decode(document, "")))));
              JsonObjectBuilder program =
                  Json.createObjectBuilder().add("id", id).add("versions", documents);
              programs.add(VectorCircumstances.add(example.known(), program));
            });
    return Json.createObjectBuilder().add("title", example.title()).add("programs", programs);
  }

  private static JsonObjectBuilder sales(RulePage.Example example) {
    SalesExample sales = SalesExample.of(example);
    JsonArrayBuilder steps = Json.createArrayBuilder();
    Map<AccrualKey, Money> before = new HashMap<>();
    for (int i = 0; i < sales.steps().size(); i++) {
      Optional<SalesLine> line = sales.lineAfter(i);
      Calculation calculation = Calculation.ofAmounts(sales.programs());
      sales.factsAfter(i).forEach(calculation::see);
      JsonArrayBuilder expected = Json.createArrayBuilder();
      for (CompiledProgram program : sales.programs()) {
        if (line.isPresent()) {
          expected.add(expected(program, line.get(), calculation, before));
        }
      }
      for (SalesExample.Asked asked : sales.asked(i)) {
        Money entitled = calculation.entitlement(asked.key()).amount();
        before.put(asked.key(), entitled);
        expected.add(of(asked.key(), entitled));
      }
      JsonObjectBuilder step = Json.createObjectBuilder();
      line.ifPresent(known -> step.add("line", line(known)));
      steps.add(step.add("expect", expected));
    }
    return head(example).add("steps", steps);
  }

  private static JsonObjectBuilder expected(
      CompiledProgram program,
      SalesLine line,
      Calculation calculation,
      Map<AccrualKey, Money> before) {
    SalesExampleRun.Verdict verdict = SalesExampleRun.verdict(program, line);
    if (verdict.key().isEmpty()) {
      return Json.createObjectBuilder()
          .add("program", program.id())
          .add("refusal", verdict.refusal().orElseThrow().code());
    }
    AccrualKey key = verdict.key().get();
    Money entitled = calculation.entitlement(key).amount();
    Money earlier = before.getOrDefault(key, Money.zero(key.currency()));
    before.put(key, entitled);
    return of(key, entitled).add("posting", entitled.minus(earlier).amount().toPlainString());
  }

  private static JsonObjectBuilder of(AccrualKey key, Money entitled) {
    return Json.createObjectBuilder()
        .add("program", key.program())
        .add("payee", key.payee())
        .add("start", key.period().start().toString())
        .add("end", key.period().end().toString())
        .add("currency", key.currency().code())
        .add("entitled", entitled.amount().toPlainString());
  }

  private static JsonObjectBuilder line(SalesLine line) {
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("id", line.id())
            .add("origin", line.origin())
            .add("document", line.document())
            .add("line", line.line())
            .add("kind", line.kind().name())
            .add("flow", line.flow().name())
            .add("soldAt", line.soldAt().toString())
            .add("countsAt", line.countsAt().toString())
            .add("receivedAt", line.receivedAt().toString());
    line.dates().orderedAt().ifPresent(time -> json.add("orderedAt", time.toString()));
    line.dates().shippedAt().ifPresent(time -> json.add("shippedAt", time.toString()));
    line.dates().paidAt().ifPresent(time -> json.add("paidAt", time.toString()));
    party(json, "seller", line.seller());
    party(json, "buyer", line.buyer());
    party(json, "shipTo", line.shipTo());
    party(json, "representative", line.parties().representative());
    if (!line.customer().code().isEmpty()) {
      json.add("customer", line.customer().code());
    }
    line.item().launchedOn().ifPresent(day -> json.add("launchedOn", day.toString()));
    line.unitCost().ifPresent(cost -> json.add("unitCost", Decimals.plain(cost)));
    json.add("item", line.item().code())
        .add("group", line.item().group())
        .add("quantity", Decimals.plain(line.quantity()))
        .add("gross", Decimals.plain(line.gross()))
        .add("net", Decimals.plain(line.net()))
        .add("currency", line.currency().code());
    if (!line.admitted().isEmpty()) {
      JsonObjectBuilder admitted = Json.createObjectBuilder();
      JsonObjectBuilder claimed = Json.createObjectBuilder();
      line.admitted()
          .forEach(
              (program, units) -> {
                admitted.add(program, Decimals.plain(units.units()));
                claimed.add(program, units.parts().get(0).submittedAt().toString());
              });
      json.add("admitted", admitted);
      json.add("claimedAt", claimed);
    }
    return json;
  }

  private static void party(JsonObjectBuilder json, String role, Optional<Party> party) {
    party.ifPresent(p -> json.add(role, party(p)));
  }

  private static JsonObjectBuilder party(Party party) {
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("id", party.id())
            .add("type", party.type())
            .add("level", party.level())
            .add("region", party.region());
    if (!party.territory().isEmpty()) {
      json.add("territory", party.territory());
    }
    if (!party.certificates().isEmpty()) {
      json.add("certificates", Json.createArrayBuilder(new TreeSet<>(party.certificates())));
    }
    party(json, "above", party.above());
    return json;
  }

  /** One line for each step, so that a change shows as what it is. */
  static String written(JsonObject vectors) {
    StringBuilder text = new StringBuilder("{\"page\": \"" + vectors.getString("page") + "\",\n");
    text.append(" \"examples\": [");
    String between = "";
    for (JsonObject example : vectors.getJsonArray("examples").getValuesAs(JsonObject.class)) {
      text.append(between).append("\n  {");
      between = ",";
      String comma = "";
      for (String name : example.keySet()) {
        text.append(comma).append("\"").append(name).append("\": ");
        comma = ",\n   ";
        if (List.of("title", "programs").contains(name)) {
          text.append(example.get(name));
        } else {
          text.append("[");
          String next = "\n     ";
          for (var row : example.getJsonArray(name)) {
            text.append(next).append(row);
            next = ",\n     ";
          }
          text.append("\n   ]");
        }
      }
      text.append("}");
    }
    return text.append("\n]}\n").toString();
  }
}
