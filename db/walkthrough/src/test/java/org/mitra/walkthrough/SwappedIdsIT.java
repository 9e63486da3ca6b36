package org.mitra.walkthrough;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mitra.walkthrough.Api.Answer;

/**
 * Two partners of the same programs. One sends requests that would be right, but for one id in
 * them, which is the other's: he is answered as if there were no such thing, and nothing happens.
 */
class SwappedIdsIT {
  private final LocalDate today = Offers.today();
  private final String code = Offers.product(true);
  private final String fundCode = People.name("FUND").toUpperCase(java.util.Locale.ROOT);
  private Side mine;
  private Side theirs;

  /** What each of the two has. */
  private static final class Side {
    private String partner;
    private Api clerk;
    private String serial;
    private String document;
    private String claim;
    private String fund;
    private String requested;
    private String executed;

    /** All that others could change. */
    Map<String, String> everything() {
      Map<String, String> all = new TreeMap<>();
      for (String path :
          List.of(
              "/claims/" + claim,
              "/claims/" + claim + "/items",
              "/fund-activities/" + requested,
              "/fund-activities/" + executed,
              "/funds/" + fund,
              "/claims",
              "/fund-activities",
              "/sales")) {
        all.put(path, clerk.get(path).is(200).body());
      }
      return all;
    }
  }

  @BeforeEach
  void twoPartnersOfTheSamePrograms() {
    Offers.publish(
        code,
        Offers.terms(
            code,
            Offers.month(1).atDay(1),
            "\"claim\": {\"withinDays\": 60, \"proof\": true}, \"rule\": {\"type\": \"perUnit\", \"amount\": \"50000\"}"));
    Offers.publish(fundCode, Offers.fundTerms(fundCode));
    mine = side("-A");
    theirs = side("-B");
  }

  private Side side(String suffix) {
    Side side = new Side();
    side.partner = People.dealer();
    side.clerk = People.session("PARTNER_OWNER", side.partner);
    side.serial = code + suffix;
    Offers.sellUnits(side.partner, code, code + suffix, today.minusDays(3), side.serial);
    side.document =
        side.clerk
            .upload("/documents", "a.png", "image/png", ClaimsWalkIT.picture(), key())
            .is(201)
            .uid();
    side.claim =
        side.clerk.post("/claims", claim(side.serial, side.document, "null")).is(201).uid();
    Offers.maya()
        .post(
            "/fund-allocations",
            "{\"program\": \"%s\", \"partner\": \"%s\", \"amount\": \"50000000\", \"expiresOn\": \"%s\", \"carryOver\": null, \"note\": \"\"}"
                .formatted(fundCode, side.partner, today.plusDays(300)))
        .is(201);
    side.fund =
        side.clerk
            .get("/funds?program=" + fundCode)
            .is(200)
            .json()
            .getJsonArray("rows")
            .getJsonObject(0)
            .getString("uid");
    side.requested = side.clerk.post("/fund-activities", activity(side.fund, "", "null")).uid();
    side.executed = side.clerk.post("/fund-activities", activity(side.fund, "", "null")).uid();
    step(side.clerk, side.executed, "submit");
    Offers.maya()
        .post(
            "/fund-activities/" + side.executed + "/approve",
            "{\"amount\": \"1000000\", \"reason\": \"\", \"version\": %s}"
                .formatted(version(Offers.maya(), "/fund-activities/" + side.executed)))
        .is(200);
    step(side.clerk, side.executed, "execute");
    return side;
  }

  private static String key() {
    return UUID.randomUUID().toString();
  }

  private static int version(Api api, String path) {
    JsonObject detail = api.get(path).is(200).json();
    return detail.getJsonObject("summary").getInt("version");
  }

  private static void step(Api api, String activity, String step) {
    String path = "/fund-activities/" + activity;
    api.post(path + "/" + step, seen(version(api, path))).is(200);
  }

  private static String seen(int version) {
    return "{\"reason\": \"\", \"version\": %s}".formatted(version);
  }

  private String claim(String serial, String document, String version) {
    return "{\"program\": \"%s\", \"remark\": \"\", \"serials\": [\"%s\"], \"lines\": [], \"documents\": [\"%s\"], \"version\": %s}"
        .formatted(code, serial, document, version);
  }

  private String activity(String fund, String documents, String version) {
    return """
        {"fund": "%s", "title": "Iklan", "kind": "ADVERTISING", "description": "",
         "startsOn": "%s", "endsOn": "%s", "plannedCost": "2000000", "requested": "1000000",
         "documents": [%s], "version": %s}
        """
        .formatted(fund, today, today, documents, version);
  }

  private String costs(String document, int version) {
    return """
        {"costs": [{"description": "Iklan", "document": "INV-1", "spentOn": "%s", "amount": "100000"}],
         "documents": ["%s"], "moreToCome": true, "note": "", "version": %s}
        """
        .formatted(today, document, version);
  }

  /** The request with the other's id is answered like the same request with an id of nothing. */
  private void sameAsMissing(String method, String path, String body, String id) {
    Answer swapped = send(method, path, body.formatted(id));
    Answer missing = send(method, path, body.formatted(UUID.randomUUID()));
    String call = method + " " + path + " " + body + ": " + swapped.body();
    assertThat(swapped.status()).as(call).isIn(403, 404, 422).isEqualTo(missing.status());
    assertThat(swapped.code()).as(call).isNotEmpty().isEqualTo(missing.code());
    assertThat(swapped.body()).as(call).doesNotContain(theirs.partner);
  }

  private Answer send(String method, String path, String body) {
    return mine.clerk.send(
        method, "/api" + path, body, "Content-Type", "application/json", "Idempotency-Key", key());
  }

  private void notThere(String method, String path, String body) {
    Answer answer = send(method, path, body);
    assertThat(answer.status()).as(method + " " + path + ": " + answer.body()).isEqualTo(404);
    assertThat(answer.code()).isEqualTo("not-found");
  }

  @Test
  void idsOfTheOtherInBodiesAreIdsOfNothing() {
    Map<String, String> before = theirs.everything();
    Map<String, String> own = mine.everything();
    String claimOf = claim(mine.serial, "%s", "null");
    sameAsMissing("POST", "/claims", claimOf, theirs.document);
    sameAsMissing(
        "PUT",
        "/claims/" + mine.claim,
        claim(mine.serial, "%s", "" + version(mine.clerk, "/claims/" + mine.claim)),
        theirs.document);
    sameAsMissing("POST", "/fund-activities", activity("%s", "", "null"), theirs.fund);
    sameAsMissing(
        "POST", "/fund-activities", activity(mine.fund, "\"%s\"", "null"), theirs.document);
    String requested = "/fund-activities/" + mine.requested;
    String version = "" + version(mine.clerk, requested);
    sameAsMissing("PUT", requested, activity("%s", "", version), theirs.fund);
    sameAsMissing("PUT", requested, activity(mine.fund, "\"%s\"", version), theirs.document);
    String executed = "/fund-activities/" + mine.executed;
    sameAsMissing(
        "POST", executed + "/claim", costs("%s", version(mine.clerk, executed)), theirs.document);
    assertThat(theirs.everything()).isEqualTo(before);
    assertThat(mine.everything()).isEqualTo(own);
  }

  @Test
  void whatIsTheOthersDoesNotMoveByARightBody() {
    Map<String, String> before = theirs.everything();
    String claim = "/claims/" + theirs.claim;
    int claimVersion = version(theirs.clerk, claim);
    notThere("PUT", claim, claim(mine.serial, mine.document, "" + claimVersion));
    for (String step : List.of("submit", "withdraw")) {
      notThere("POST", claim + "/" + step, "{\"version\": " + claimVersion + ", \"text\": \"\"}");
    }
    for (String activity : List.of(theirs.requested, theirs.executed)) {
      String path = "/fund-activities/" + activity;
      int version = version(theirs.clerk, path);
      notThere("PUT", path, activity(mine.fund, "", "" + version));
      for (String step : List.of("submit", "withdraw", "execute", "close")) {
        notThere("POST", path + "/" + step, seen(version));
      }
      notThere("POST", path + "/claim", costs(mine.document, version));
    }
    assertThat(theirs.everything()).isEqualTo(before);
  }

  @Test
  void aSaleIsReportedForOneselfOnly() {
    Map<String, String> before = theirs.everything();
    String sale =
        """
        {"seller": "%s", "document": "SWAP-%s", "line": "1", "soldOn": "%s", "customer": "Bengkel",
         "product": "%s", "quantity": "1", "unitPrice": "1000", "serials": ["%s"]}
        """;
    Answer swapped =
        send("POST", "/sales", sale.formatted(theirs.partner, code, today, code, code + "-S"));
    Answer missing =
        send("POST", "/sales", sale.formatted("NOBODY-" + code, code, today, code, code + "-S"));
    assertThat(swapped.status()).as(swapped.body()).isIn(403, 404, 422);
    assertThat(List.of(swapped.status(), swapped.code()))
        .isEqualTo(List.of(missing.status(), missing.code()));
    assertThat(theirs.everything()).isEqualTo(before);
  }

  @Test
  void aUnitThatTheOtherSoldTellsNothingOfHim() {
    Map<String, String> before = theirs.everything();
    Answer claimed = send("POST", "/claims", claim(theirs.serial, mine.document, "null"));
    String lines =
        claim(mine.serial, mine.document, "null")
            .replace(
                "\"lines\": []",
                "\"lines\": [{\"serial\": \"\", \"document\": \"%s\", \"line\": \"1\", \"units\": null}]"
                    .formatted(code + "-B"));
    Answer byInvoice = send("POST", "/claims", lines);
    for (Answer answer : List.of(claimed, byInvoice)) {
      assertThat(answer.status()).as(answer.body()).isIn(201, 404, 422);
      assertThat(answer.body()).doesNotContain(theirs.partner);
      if (answer.status() == 201) {
        JsonObject summary = answer.json();
        String items = mine.clerk.get("/claims/" + summary.getString("uid") + "/items").body();
        assertThat(items).doesNotContain(theirs.partner).contains("FAILED");
        mine.clerk.post(
            "/claims/" + summary.getString("uid") + "/submit",
            "{\"version\": %s, \"text\": \"\"}".formatted(summary.getInt("version")));
      }
    }
    assertThat(theirs.everything()).as("his claim stands as it did").isEqualTo(before);
    Set<String> others = Set.of(theirs.claim, theirs.fund, theirs.requested, theirs.executed);
    mine.everything().values().forEach(body -> assertThat(others).noneMatch(body::contains));
  }
}
