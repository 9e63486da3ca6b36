package org.mitra.rules;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.mitra.engine.AccrualKey;
import org.mitra.engine.Admitted;
import org.mitra.engine.Calculation;
import org.mitra.engine.CompiledProgram;
import org.mitra.engine.Customer;
import org.mitra.engine.Dates;
import org.mitra.engine.Flow;
import org.mitra.engine.Item;
import org.mitra.engine.Kind;
import org.mitra.engine.Parties;
import org.mitra.engine.Party;
import org.mitra.engine.SalesLine;
import org.mitra.engine.Terms;
import org.mitra.money.Currency;
import org.mitra.money.Money;
import org.mitra.programs.terms.TermsJson;
import org.mitra.time.Period;

/** The published test vectors are those of the pages, and suffice to test an engine with. */
class VectorsTest {

  @Test
  void areThoseOfThePages() throws IOException {
    for (RulePage page : pages()) {
      JsonObject vectors = Vectors.of(page);
      Path file = RulePage.folder().resolve("vectors").resolve(vectors.getString("page") + ".json");
      String written = Vectors.written(vectors);
      if (Boolean.getBoolean("mitra.vectors.write")) {
        Files.writeString(file, written);
      }
      assertThat(file).as("write it with -Dmitra.vectors.write=true").hasContent(written);
      assertThat(TermsJson.parse(written)).isEqualTo(vectors);
    }
  }

  /** Reads a file as a third party would, with nothing but what it says. */
  @Test
  void sufficeToTestAnEngine() throws IOException {
    int steps = 0;
    for (RulePage page : pages()) {
      Path file = RulePage.folder().resolve("vectors").resolve(page.name().replace(".md", ".json"));
      JsonObject vectors = TermsJson.parse(Files.readString(file));
      for (JsonObject example : vectors.getJsonArray("examples").getValuesAs(JsonObject.class)) {
        steps += run(example);
      }
    }
    assertThat(steps).isGreaterThan(100);
  }

  private static List<RulePage> pages() {
    return RulePage.all().stream().filter(page -> !page.name().equals("README.md")).toList();
  }

  private static int run(JsonObject example) {
    if (!example.containsKey("steps")) {
      return 0;
    }
    List<CompiledProgram> programs =
        example.getJsonArray("programs").getValuesAs(JsonObject.class).stream()
            .map(VectorsTest::program)
            .toList();
    Map<Long, SalesLine> facts = new LinkedHashMap<>();
    Map<AccrualKey, Money> posted = new HashMap<>();
    JsonArray steps = example.getJsonArray("steps");
    for (JsonObject step : steps.getValuesAs(JsonObject.class)) {
      Optional<SalesLine> line =
          Optional.ofNullable(step.getJsonObject("line")).map(VectorsTest::line);
      line.ifPresent(known -> facts.put(known.id(), known));
      Calculation calculation = Calculation.explained(programs);
      List<SalesLine> known = SalesExample.withFirstSales(facts.values());
      known.forEach(calculation::see);
      for (JsonObject expected : step.getJsonArray("expect").getValuesAs(JsonObject.class)) {
        compare(example.getString("title"), expected, line, calculation, posted);
      }
    }
    return steps.size();
  }

  private static void compare(
      String title,
      JsonObject expected,
      Optional<SalesLine> line,
      Calculation calculation,
      Map<AccrualKey, Money> posted) {
    String program = expected.getString("program");
    if (expected.containsKey("refusal")) {
      assertThat(calculation.refusals())
          .as(title)
          .anyMatch(
              refused ->
                  refused.program().equals(program)
                      && refused.line().id() == line.orElseThrow().id()
                      && refused.refusal().code().equals(expected.getString("refusal")));
      return;
    }
    Period period =
        new Period(
            LocalDate.parse(expected.getString("start")),
            LocalDate.parse(expected.getString("end")));
    Currency currency = Currency.of(expected.getString("currency"));
    AccrualKey key = new AccrualKey(program, expected.getString("payee"), period, currency);
    Money entitled = calculation.entitlement(key).amount();
    assertThat(entitled.amount()).as(title).isEqualTo(expected.getString("entitled"));
    Money before = posted.getOrDefault(key, Money.zero(key.currency()));
    posted.put(key, entitled);
    if (expected.containsKey("posting")) {
      Money posting = entitled.minus(before);
      assertThat(posting.amount()).as(title).isEqualTo(expected.getString("posting"));
    }
  }

  private static CompiledProgram program(JsonObject json) {
    Map<LocalDate, Terms> versions = new HashMap<>();
    for (JsonObject version : json.getJsonArray("versions").getValuesAs(JsonObject.class)) {
      versions.put(
          LocalDate.parse(version.getString("from")),
          TermsJson.decode(version.getJsonObject("terms"), ""));
    }
    return new CompiledProgram(json.getString("id"), versions, VectorCircumstances.read(json));
  }

  private static SalesLine line(JsonObject json) {
    Map<String, Admitted> admitted = new HashMap<>();
    if (json.containsKey("admitted")) {
      JsonObject units = json.getJsonObject("admitted");
      JsonObject claimed = json.getJsonObject("claimedAt");
      units
          .keySet()
          .forEach(
              id ->
                  admitted.put(
                      id,
                      Admitted.of(
                          new BigDecimal(units.getString(id)),
                          Instant.parse(claimed.getString(id)))));
    }
    return new SalesLine(
        json.getInt("id"),
        json.getInt("origin"),
        json.getString("document"),
        json.getString("line"),
        Kind.valueOf(json.getString("kind")),
        Flow.valueOf(json.getString("flow")),
        new Dates(
            Instant.parse(json.getString("soldAt")),
            Instant.parse(json.getString("countsAt")),
            Instant.parse(json.getString("receivedAt")),
            instant(json, "orderedAt"),
            instant(json, "shippedAt"),
            instant(json, "paidAt")),
        new Parties(
            party(json, "seller"),
            party(json, "buyer"),
            party(json, "shipTo"),
            party(json, "representative")),
        new Customer(json.getString("customer", ""), 0),
        new Item(
            json.getString("item"),
            json.getString("group"),
            Optional.ofNullable(json.getString("launchedOn", null)).map(LocalDate::parse)),
        new BigDecimal(json.getString("quantity")),
        new BigDecimal(json.getString("gross")),
        new BigDecimal(json.getString("net")),
        Optional.ofNullable(json.getString("unitCost", null)).map(BigDecimal::new),
        Currency.of(json.getString("currency")),
        admitted);
  }

  private static Optional<Instant> instant(JsonObject json, String name) {
    return Optional.ofNullable(json.getString(name, null)).map(Instant::parse);
  }

  private static Optional<Party> party(JsonObject json, String role) {
    return Optional.ofNullable(json.getJsonObject(role))
        .map(
            party ->
                new Party(
                    party.getString("id"),
                    party.getString("type"),
                    party.getString("level"),
                    party.getString("region"),
                    party.getString("territory", ""),
                    Set.copyOf(certificates(party)),
                    party(party, "above")));
  }

  private static List<String> certificates(JsonObject party) {
    JsonArray held = party.getJsonArray("certificates");
    return held == null
        ? List.of()
        : held.getValuesAs(JsonString.class).stream().map(JsonString::getString).toList();
  }
}
