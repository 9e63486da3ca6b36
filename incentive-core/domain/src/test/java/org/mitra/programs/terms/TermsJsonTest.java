package org.mitra.programs.terms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.mitra.engine.Terms;
import org.mitra.problem.Problem;
import org.mitra.text.Texts;

class TermsJsonTest {
  private static final String GOOD =
      """
      {
        "name": {"id": "Bonus", "en": "Bonus"},
        "currency": "IDR",
        "zone": "Asia/Jakarta",
        "from": "2026-01-01", "until": "2027-01-01", "periodMonths": 3, "closingDay": 0,
        "payee": "BUYER",
        "scope": {"flows": ["SELL_IN"], "items": [" drill-18v "], "levels": ["gold"]},
        "enrollment": "EVERYONE", "creditFrom": "ENROLLMENT", "returns": "IN_PERIOD_OF_SALE",
        "rule": {
          "type": "tiered", "qualifies": "NET", "pays": "NET", "method": "MARGINAL", "starts": "REACHED",
          "tiers": [{"from": "0", "rate": "5%"}, {"from": "100000000", "rate": "7.50%"}]
        }
      }
      """;

  @Test
  void whatIsWrittenIsReadAndTheSameTermsAreTheSameDocument() throws IOException {
    JsonObject schema = schema();
    for (long seed = 1; seed <= 400; seed++) {
      Terms terms = new RandomTerms(new Random(seed)).next();
      String text = TermsJson.canonical(terms);
      Terms read = TermsJson.decode(text);
      assertThat(read).as("seed " + seed).isEqualTo(terms);
      assertThat(TermsJson.canonical(read)).as("seed " + seed).isEqualTo(text);
      assertThat(TermsJson.digest(read)).as("seed " + seed).isEqualTo(TermsJson.digest(terms));
      assertThat(TermsJson.decode(TermsJson.pretty(TermsJson.encode(terms)))).isEqualTo(terms);
      assertThat(SchemaCheck.violations(schema, TermsJson.encode(terms)))
          .as("seed " + seed)
          .isEmpty();
    }
  }

  @Test
  void theDocumentIsCanonical() {
    assertThat(TermsJson.canonical(TermsJson.decode(GOOD)))
        .isEqualTo(
            "{\"name\":{\"id\":\"Bonus\",\"en\":\"Bonus\"},\"currency\":\"IDR\",\"zone\":\"Asia/Jakarta\","
                + "\"from\":\"2026-01-01\",\"until\":\"2027-01-01\",\"periodMonths\":3,\"closingDay\":0,"
                + "\"payee\":\"BUYER\",\"scope\":{\"flows\":[\"SELL_IN\"],\"items\":[\"DRILL-18V\"],"
                + "\"levels\":[\"GOLD\"]},\"enrollment\":\"EVERYONE\",\"creditFrom\":\"ENROLLMENT\","
                + "\"returns\":\"IN_PERIOD_OF_SALE\",\"rule\":{\"type\":\"tiered\",\"qualifies\":\"NET\","
                + "\"pays\":\"NET\",\"method\":\"MARGINAL\",\"starts\":\"REACHED\","
                + "\"tiers\":[{\"from\":\"0\",\"rate\":\"5%\"},{\"from\":\"100000000\",\"rate\":\"7.5%\"}]}}");
  }

  @Test
  void allMistakesAreToldAtOnceEachAtItsField() {
    JsonObject bad =
        patched(
            """
            {
              "name": {"en": " "},
              "currency": "idr",
              "zone": "GMT+7",
              "from": "2026-02-30",
              "periodMonths": "3",
              "closingDay": 1e400000000,
              "payee": null,
              "colour": "red",
              "scope": {"flows": ["SELL_UP"], "items": [7]},
              "claim": {"withinDays": 0, "proof": "yes"},
              "rule": {"tiers": [
                {"from": "1.234,50", "rate": "5%"},
                {"from": "-5", "rate": "101%"},
                {"from": "10"},
                {"from": "1E+9", "amount": "7"}
              ]},
              "limits": {"budget": "0", "perPayee": "12345678901234567"}
            }
            """);
    assertThat(mistakes(bad))
        .containsExactlyInAnyOrder(
            "/name/en field.missing",
            "/currency terms.no-currency",
            "/zone terms.zone-not-a-place",
            "/from terms.not-a-day",
            "/periodMonths terms.wrong-type",
            "/closingDay terms.wrong-type",
            "/payee terms.missing",
            "/colour terms.unknown-field",
            "/scope/flows/0 terms.unknown-value",
            "/scope/flows terms.no-flows",
            "/scope/items/0 terms.wrong-type",
            "/claim/withinDays terms.days-out-of-range",
            "/claim/proof terms.wrong-type",
            "/rule/tiers/0/from terms.not-a-decimal",
            "/rule/tiers/1/from terms.amount-negative",
            "/rule/tiers/1/rate terms.rate-out-of-range",
            "/rule/tiers/2 terms.tier-offers-nothing",
            "/rule/tiers/3/from terms.not-a-decimal",
            "/limits/budget terms.amount-not-positive",
            "/limits/perPayee terms.amount-too-long");
  }

  @Test
  void rulesThatCannotBe() {
    assertThat(mistakes(patched("{\"until\": \"2026-01-01\"}")))
        .containsExactly("/until terms.ends-before-it-begins");
    assertThat(
            mistakes(
                tiers(
                    "[{\"from\":\"5\",\"rate\":\"1%\"},{\"from\":\"5\",\"rate\":\"2%\"},{\"from\":\"3\",\"rate\":\"3%\"}]")))
        .containsExactly(
            "/rule/tiers/1/from terms.tiers-not-ascending",
            "/rule/tiers/2/from terms.tiers-not-ascending");
    assertThat(
            mistakes(tiers("[{\"from\":\"0\",\"rate\":\"1%\"},{\"from\":\"5\",\"amount\":\"2\"}]")))
        .containsExactly("/rule/tiers/1 terms.tiers-mix-offers");
    assertThat(mistakes(tiers("[{\"from\":\"0\",\"amount\":\"1\"}]")))
        .containsExactly("/rule/pays terms.measure-counts-money");
    assertThat(mistakes(tiers("[{\"from\":\"0\",\"amount\":\"1\",\"rate\":\"1%\"}]")))
        .containsExactly("/rule/tiers/0 terms.tier-offers-one-thing");
    assertThat(
            mistakes(tiers("[{\"from\":\"0\",\"plus\":\"1e5\"},{\"from\":\"5\",\"plus\":\"0\"}]")))
        .containsExactly(
            "/rule/tiers/0/plus terms.not-a-decimal",
            "/rule/tiers/1/plus terms.amount-not-positive");
    assertThat(mistakes(patched("{\"rule\": {\"method\": \"FIXED\"}}")))
        .containsExactly("/rule/method terms.fixed-pays-flat-amounts");
    assertThat(
            mistakes(
                patched(
                    "{\"rule\": {\"method\": \"LINEAR\", \"tiers\": [{\"from\":\"0\",\"rate\":\"1%\",\"plus\":\"5\"}]}}")))
        .containsExactly(
            "/rule/method terms.linear-has-no-flat-amounts",
            "/rule/tiers terms.linear-needs-two-points");
    assertThat(mistakes(patched("{\"rule\": {\"negative\": \"FORGET\"}}")))
        .containsExactly("/rule/negative terms.unknown-value");
    assertThat(mistakes(tiers("[]"))).containsExactly("/rule/tiers terms.no-tiers");
    assertThat(mistakes(patched("{\"rule\": {\"type\": \"lottery\"}}")))
        .containsExactly("/rule/type terms.unknown-value");
    assertThat(mistakes(patched("{\"currency\": null}")))
        .containsExactly("/currency terms.amounts-need-currency");
    assertThat(mistakes(patched("{\"limits\": {\"budget\": \"1000.25\"}}")))
        .containsExactly("/limits/budget terms.amount-too-fine");
    assertThat(
            mistakes(
                patched(
                    "{\"claim\": {\"withinDays\": 30, \"proof\": true}, \"returns\": \"IN_PERIOD_OF_RETURN\"}")))
        .containsExactly("/returns terms.claims-follow-the-sale");
    assertThat(mistakes(patched("{\"a/b~c\": 1}"))).containsExactly("/a~1b~0c terms.unknown-field");
  }

  @Test
  void exceptionsThatCannotBe() {
    String flat =
        "\"type\": \"flat\", \"qualifies\": null, \"method\": null, \"starts\": null, \"tiers\": null";
    assertThat(
            mistakes(
                patched(
                    "{\"rule\": {"
                        + flat
                        + ", \"rate\": \"1%\", \"perLine\": \"0\", \"except\": ["
                        + "{\"items\": [\"A\"], \"rate\": \"2%\"}, {\"items\": [\"B\", \"a\"], \"rate\": \"3%\"},"
                        + " {\"rate\": \"3%\"}, {\"groups\": [\"A\"], \"amount\": \"3\"}, {\"items\": [\"C\"], \"rate\": \"101%\"}]}}")))
        .containsExactlyInAnyOrder(
            "/rule/except/1/items terms.exception-named-twice",
            "/rule/except/2 terms.exception-names-no-product",
            "/rule/except/3/rate terms.missing",
            "/rule/except/3/amount terms.unknown-field",
            "/rule/except/4/rate terms.rate-out-of-range",
            "/rule/perLine terms.amount-not-positive");
    assertThat(
            mistakes(
                patched(
                    "{\"returns\": \"IN_PERIOD_OF_RETURN\", \"rule\": {"
                        + flat
                        + ", \"rate\": \"1%\", \"perLine\": \"5\"}}")))
        .containsExactly("/returns terms.whole-sales-count");
    assertThat(
            mistakes(
                patched(
                    "{\"rule\": {"
                        + flat.replace("flat", "perUnit")
                        + ", \"pays\": null, \"amount\": \"1\", \"per\": \"DOCUMENT\", \"perLine\": \"5\","
                        + " \"except\": [{\"items\": [\"A\"], \"amount\": \"2\"}]}}")))
        .containsExactly(
            "/rule/except terms.documents-earn-as-a-whole",
            "/rule/perLine terms.documents-earn-as-a-whole");
    assertThat(
            mistakes(
                patched(
                    "{\"rule\": {"
                        + flat.replace("flat", "everyX")
                        + ", \"every\": \"0\", \"amount\": \"0\"}}")))
        .containsExactly(
            "/rule/every terms.amount-not-positive", "/rule/amount terms.amount-not-positive");
  }

  @Test
  void whatIsNoJsonIsToldWhere() {
    assertThat(problem("{\"name\": 1,\n \"name\": 2}").code()).startsWith("terms.not-");
    Problem broken = problem("{\"name\": {\n \"id\": }");
    assertThat(broken.code()).isEqualTo("terms.not-json");
    assertThat(broken.facts()).containsEntry("line", "2");
    assertThat(problem("[]").code()).isEqualTo("terms.not-an-object");
    assertThat(problem("").code()).startsWith("terms.not-");
    assertThat(problem("[".repeat(100_000)).code()).startsWith("terms.not-");
  }

  @Test
  void pointersStartWhereTheDocumentStandsInItsRequest() {
    Problem problem =
        catchThrowableOfType(
            Problem.class, () -> TermsJson.decode(patched("{\"zone\": \"WIB\"}"), "/terms"));
    assertThat(problem.parts()).extracting(Problem::field).containsExactly("/terms/zone");
  }

  @Test
  void everyMistakeHasASentenceAndANextStepInBothLanguages() {
    for (Locale locale : List.of(Texts.INDONESIAN, Texts.ENGLISH)) {
      Texts texts = Texts.in(locale);
      for (Problem part : allMistakes()) {
        assertThat(texts.sentence(part, ZoneOffset.UTC)).as(part.code()).doesNotContain("???", "{");
        assertThat(texts.nextStep(part, ZoneOffset.UTC)).as(part.code()).doesNotContain("???", "{");
      }
    }
  }

  private static List<Problem> allMistakes() {
    return problem(
            patched(
                """
                {"zone": 7, "from": "x", "until": "1999-01-01", "closingDay": 32, "graceDays": 400,
                 "periodMonths": 0, "name": {"id": 3, "en": ""}, "x": 1, "currency": "?",
                 "payee": "ME", "enrollment": [], "limits": {"budget": "-1", "perPayee": "0.00001"},
                 "rule": {"tiers": [{"from": "-1", "rate": "200%"}, {"rate": "5"}]}}
                """))
        .parts();
  }

  private static JsonObject tiers(String tiers) {
    return patched("{\"rule\": {\"tiers\": " + tiers + "}}");
  }

  /** The good document with some fields changed; null removes one. */
  private static JsonObject patched(String changes) {
    return Json.createMergePatch(TermsJson.parse(changes))
        .apply(TermsJson.parse(GOOD))
        .asJsonObject();
  }

  private static List<String> mistakes(JsonObject document) {
    return problem(document).parts().stream()
        .map(part -> part.field() + " " + part.code())
        .toList();
  }

  private static Problem problem(JsonObject document) {
    Problem problem = catchThrowableOfType(Problem.class, () -> TermsJson.decode(document, ""));
    assertThat(problem).as("accepted: " + document).isNotNull();
    assertThat(problem.code()).isEqualTo("terms.invalid");
    return problem;
  }

  private static Problem problem(String text) {
    return catchThrowableOfType(Problem.class, () -> TermsJson.decode(text));
  }

  static JsonObject schema() throws IOException {
    try (InputStream in = TermsJson.class.getResourceAsStream("terms.schema.json")) {
      return TermsJson.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
  }
}
