package org.mitra.walkthrough;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.mitra.walkthrough.Api.Answer;

/** What holds for every call: who may, in which form, how often, and how it says no. */
class RestIT {
  private final Api maya = Api.as("/admin", "maya");

  @Test
  void whoeverIsNobodyIsAskedToSignIn() {
    for (String token : List.of("", "mitra_no-such-token", "x".repeat(5000))) {
      Answer answer = Api.withToken("/admin", token).get("/partners").is(401);
      assertThat(answer.code()).isEqualTo("access.sign-in");
      assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
    }
    Answer basic =
        Api.withToken("/admin", "")
            .send(
                "GET",
                "/api/partners",
                null,
                "Authorization",
                "Basic bWF5YTptaXRyYS1kZW1vLTIwMjY=");
    assertThat(basic.is(401).code()).as("no passwords here").isEqualTo("access.sign-in");
  }

  @Test
  void whatIsNotThereIsToldAsAProblem() {
    for (String path :
        List.of(
            "/nothing",
            "/partners/" + UUID.randomUUID(),
            "/partners/1",
            "/partners/%2e%2e%2fusers",
            "/partners/x/y/z",
            "/application.wadl")) {
      Answer answer = maya.get(path);
      assertThat(answer.status()).as(path + " " + answer.body()).isEqualTo(404);
      assertThat(answer.code()).as(path).isEqualTo("not-found");
    }
    Answer wrongMethod = maya.send("PATCH", "/api/partners", null);
    assertThat(wrongMethod.is(405).code()).isEqualTo("request.method");
    assertThat(wrongMethod.header("Allow")).contains("GET").contains("POST");
    assertThat(maya.send("GET", "/api/partners", null, "Accept", "image/png").is(406).code())
        .isEqualTo("request.not-acceptable");
  }

  @Test
  void aProblemSpeaksTheCallersLanguageAndShowsNothingOfTheInside() {
    Answer english =
        maya.send("GET", "/api/partners?size=0", null, "Accept-Language", "en-GB, id;q=0.5");
    Answer indonesian =
        maya.send("GET", "/api/partners?size=0", null, "Accept-Language", "id-ID, en;q=0.5");
    assertThat(english.is(400).header("Content-Language")).isEqualTo("en");
    assertThat(indonesian.is(400).header("Content-Language")).isEqualTo("id");
    assertThat(english.json().keySet())
        .contains("type", "title", "status", "detail", "code", "facts");
    assertThat(english.json().getString("title"))
        .isNotEqualTo(indonesian.json().getString("title"));
    assertThat(english.json().getString("code")).isEqualTo("list.size");
    assertThat(english.json().getString("type")).isEqualTo("urn:mitra:problem:list.size");
    assertThat(english.body()).doesNotContain("Exception").doesNotContain("org.mitra");
    assertThat(english.header("Cache-Control")).isEqualTo("no-store");
    assertThat(english.header("X-Content-Type-Options")).isEqualTo("nosniff");
  }

  @Test
  void listsAreBoundedAndSayWhichParametersTheyKnow() {
    refused(maya.get("/partners?size=1000000"), 400, "list.size");
    refused(maya.get("/partners?size=501"), 400, "list.size");
    refused(maya.get("/partners?size=-1"), 400, "list.size");
    refused(maya.get("/partners?size=ten"), 400, "request.field-type");
    refused(maya.get("/partners?cursor=%27%20OR%201=1"), 400, "list.cursor");
    refused(maya.get("/partners?sort=code;DROP"), 400, "request.unknown-parameter");
    refused(maya.get("/partners?cdoe=X"), 400, "request.unknown-parameter");
    refused(maya.get("/partners?type=WIZARD"), 400, "request.field-choice");
  }

  @Test
  void aCallThatTakesACommandDoesNotFindNothingInItsPlace() {
    Api dewi = Api.as("/admin", "dewi");
    for (String path : List.of("/settlements", "/write-offs", "/runs")) {
      Answer nothing =
          dewi.send("POST", "/api" + path, null, "Idempotency-Key", People.name("nothing"));
      refused(nothing, 400, "request.malformed");
    }
    refused(Api.as("/admin", "admin").post("/users", "{}"), 400, "field.missing", "/user");
  }

  @Test
  void whatMovesMoneyNeedsAKey() {
    Api dewi = Api.as("/admin", "dewi");
    for (String decision : List.of("/approve", "/reject")) {
      String path = "/api/write-offs/" + UUID.randomUUID() + decision;
      refused(dewi.send("POST", path, null), 400, "idempotency.key-missing");
      refused(
          dewi.send("POST", path, null, "Idempotency-Key", People.name("decision")),
          404,
          "not-found");
    }
  }

  @Test
  void bodiesThatDoNotFitAreRefusedWithTheirPlace() {
    String code = People.name("REST");
    refused(
        post(partner(code).replace("\"name\"", "\"nmae\"")), 400, "request.unknown-field", "/nmae");
    refused(
        post(partner(code).replace("{\"code\"", "{\"code\": \"OTHER\", \"code\"")),
        400,
        "request.duplicate-field",
        "/code");
    refused(post(partner(code).replace("true", "\"true\"")), 400, "request.field-type", "/active");
    refused(post(partner(code).replace("true", "1")), 400, "request.field-type", "/active");
    refused(post(partner(code).replace("\"IDR\"", "7")), 400, "request.field-type", "/currency");
    refused(
        post(partner(code).replace("2025-01-01", "-0001-01-01")),
        400,
        "request.field-type",
        "/joinedOn");
    refused(
        post(partner(code).replace("2025-01-01", "2025-02-31")),
        400,
        "request.field-type",
        "/joinedOn");
    refused(post(partner(code).replace("DEALER", "dealer")), 400, "request.field-choice", "/type");
    refused(post(partner(code).replace("\"IDR\"", "{}")), 400, "request.field-type", "/currency");
    refused(post(partner(code) + "{}"), 400, "request.json");
    refused(post("{\"code\": "), 400, "request.json");
    refused(post("[]"), 400, "request.field-type");
    refused(post("null"), 400, "request.field-type");
    assertThat(post("").status()).isEqualTo(400);
    refused(
        post("{\"code\": " + "[".repeat(10_000) + "]".repeat(10_000) + "}"),
        400,
        "request.field-type");
    assertThat(maya.get("/partners?code=" + code).is(200).json().getJsonArray("rows"))
        .as("nothing of it is stored")
        .isEmpty();
  }

  @Test
  void onlyJsonInUtf8IsTakenAndNoMoreThanFits() {
    String code = People.name("REST");
    Answer form = send(partner(code), "application/x-www-form-urlencoded");
    refused(form, 415, "request.media-type");
    refused(send(partner(code), "text/plain"), 415, "request.media-type");
    refused(send(partner(code), "application/xml"), 415, "request.media-type");
    byte[] latin =
        partner(code)
            .replace("Toko", "Toko \u00e9")
            .getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
    List<String> headers =
        List.of(
            "Content-Type", "application/json",
            "Idempotency-Key", UUID.randomUUID().toString(),
            "X-Requested-With", "walkthrough");
    refused(
        maya.raw("POST", "/api/partners", BodyPublishers.ofByteArray(latin), headers),
        400,
        "request.encoding");
    String large = partner(code).replace("Toko", "x".repeat(5 * 1024 * 1024));
    refused(post(large), 413, "request.too-large");
    refused(post(partner(code).replace("Toko", "x".repeat(5000))), 400, "field.too-long");
  }

  @Test
  void aForeignPageDoesNothingInTheNameOfWhoIsSignedIn() {
    String body = partner(People.name("REST"));
    List<String> plain =
        List.of(
            "Content-Type", "application/json", "Idempotency-Key", UUID.randomUUID().toString());
    refused(
        maya.raw("POST", "/api/partners", BodyPublishers.ofString(body), plain),
        403,
        "access.cross-site");
    List<String> foreign = new ArrayList<>(plain);
    foreign.addAll(List.of("X-Requested-With", "x", "Sec-Fetch-Site", "cross-site"));
    refused(
        maya.raw("POST", "/api/partners", BodyPublishers.ofString(body), foreign),
        403,
        "access.cross-site");
    Answer preflight =
        maya.raw(
            "OPTIONS",
            "/api/partners",
            BodyPublishers.noBody(),
            List.of(
                "Origin", "https://elsewhere.example",
                "Access-Control-Request-Method", "POST",
                "Access-Control-Request-Headers", "x-requested-with"));
    assertThat(preflight.header("Access-Control-Allow-Origin")).isEmpty();
    assertThat(maya.raw("GET", "/api/me", BodyPublishers.noBody(), List.of()).status())
        .as("reading needs no header")
        .isEqualTo(200);
  }

  @Test
  void aTokenDoesWhatItsScopeSays() {
    Api reader = token("READ");
    Api feeder = token("FEED");
    Api full = token("FULL");
    for (Api any : List.of(reader, feeder, full)) {
      any.get("/partners?size=1").is(200);
    }
    refused(reader.post("/partners", partner(People.name("REST"))), 403, "access.token-scope");
    refused(feeder.post("/partners", partner(People.name("REST"))), 403, "access.token-scope");
    full.post("/partners", partner(People.name("REST"))).is(201);
    assertThat(full.get("/me").json().getString("tokenScope")).isEqualTo("FULL");
    refused(full.get("/users"), 403, "access.role-missing");
  }

  private Api token(String scope) {
    Answer issued =
        maya.post(
                "/me/tokens",
                "{\"name\": \"rest\", \"scope\": \"%s\", \"days\": 1}".formatted(scope))
            .is(201);
    return Api.withToken("/admin", issued.json().getString("token"));
  }

  @Test
  void theSameKeyDoesItOnceAndAnswersTheSame() {
    String body = partner(People.name("REST"));
    String key = UUID.randomUUID().toString();
    Answer first = maya.post("/partners", body, key).is(201);
    assertThat(first.header("Location")).endsWith("/partners/" + first.uid());
    Answer again = maya.post("/partners", body, key).is(201);
    assertThat(again.uid()).isEqualTo(first.uid());
    refused(
        maya.post("/partners", partner(People.name("REST")), key), 422, "idempotency.key-reused");
    refused(
        maya.send("POST", "/api/partners", body, "Content-Type", "application/json"),
        400,
        "idempotency.key-missing");
    refused(maya.post("/partners", body, "short"), 400, "idempotency.key-missing");
  }

  @Test
  void theSameRequestManyTimesAtOnceIsDoneOnce() throws Exception {
    String body = partner(People.name("REST"));
    String key = UUID.randomUUID().toString();
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Callable<Answer>> calls =
          IntStream.range(0, 8)
              .<Callable<Answer>>mapToObj(i -> () -> maya.post("/partners", body, key))
              .toList();
      Set<String> uids = new TreeSet<>();
      for (Future<Answer> answer : threads.invokeAll(calls)) {
        uids.add(answer.get().is(201).uid());
      }
      assertThat(uids).hasSize(1);
    } finally {
      threads.shutdown();
    }
  }

  @Test
  void aListThatGrowsIsWalkedWithoutGapOrRepetition() {
    String prefix = People.name("CURSOR").toUpperCase(java.util.Locale.ROOT);
    for (int i = 0; i < 5; i++) {
      maya.post("/partners", partner(prefix + "-" + i)).is(201);
    }
    List<String> seen = new ArrayList<>();
    String next = "";
    while (next != null) {
      JsonObject batch =
          maya.get("/partners?size=2&code=" + prefix + (next.isEmpty() ? "" : "&cursor=" + next))
              .is(200)
              .json();
      batch.getJsonArray("rows").forEach(row -> seen.add(row.asJsonObject().getString("code")));
      if (seen.size() == 2) {
        maya.post("/partners", partner(prefix + "-LATE")).is(201);
      }
      next = batch.get("next") == JsonValue.NULL ? null : batch.getString("next");
    }
    assertThat(seen)
        .containsExactly(prefix + "-4", prefix + "-3", prefix + "-2", prefix + "-1", prefix + "-0");
  }

  @Test
  void aChangeInBetweenIsNotOverwritten() {
    String code = People.name("REST").toUpperCase(java.util.Locale.ROOT);
    Answer created = maya.post("/partners", partner(code)).is(201);
    int version = created.json().getInt("version");
    String path = "/partners/" + created.uid() + "?version=" + version;
    maya.put(path, partner(code).replace("Toko", "Toko baru")).is(200);
    refused(maya.put(path, partner(code).replace("Toko", "Toko lain")), 409, "stale");
  }

  @Test
  void whatIsKeptInsideStaysInside() {
    Api admin = Api.as("/admin", "admin");
    String users = admin.get("/users?size=500").is(200).body();
    assertThat(users)
        .doesNotContainIgnoringCase("hash")
        .doesNotContainIgnoringCase("PBKDF2")
        .doesNotContain("password");
    assertThat(maya.get("/openapi").is(200).json().getString("openapi")).startsWith("3.0");
    Api.withToken("/admin", "").get("/openapi").is(401);
  }

  private Answer post(String body) {
    return maya.post("/partners", body);
  }

  private Answer send(String body, String type) {
    return maya.send(
        "POST",
        "/api/partners",
        body,
        "Content-Type",
        type,
        "Idempotency-Key",
        UUID.randomUUID().toString());
  }

  private static void refused(Answer answer, int status, String code) {
    answer.is(status);
    assertThat(answer.code()).as(answer.body()).isEqualTo(code);
  }

  private static void refused(Answer answer, int status, String code, String field) {
    refused(answer, status, code);
    assertThat(answer.json().getString("field")).isEqualTo(field);
  }

  private static String partner(String code) {
    return """
        {"code": "%s", "name": "Toko", "type": "DEALER", "currency": "IDR", "email": "", "taxNumber": "",
         "joinedOn": "2025-01-01", "active": true, "parent": "", "level": "", "region": "", "standingFrom": null}
        """
        .formatted(code);
  }
}
