package org.mitra.walkthrough;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * The server dies in the middle of an import, then the whole machine in the middle of a
 * calculation: both go on by themselves, and nothing is lost or counted twice. Told to stop, it
 * leaves nothing running.
 */
@ResourceLock(Launched.PROCESSES)
class CrashIT {
  /** Written in batches of two hundred, so that a run is in the middle for some time. */
  private static final int PARTNERS = 1000;

  private static final int LINES_EACH = 12;
  private static final int LINES = PARTNERS * LINES_EACH;
  private static final BigDecimal SOLD = BigDecimal.valueOf(LINES * 150_000L);

  /** Two percent of all lines. */
  private static final BigDecimal EARNED = SOLD.divide(BigDecimal.valueOf(50));

  private static final int QUARTERS = 2;

  @TempDir private Path folder;

  @Test
  void whatWasBegunIsFinishedOnce() throws Exception {
    String token;
    String imported;
    String run;
    try (Launched first = Launched.in(folder)) {
      token = prepare(first);
      Api ana = ana(first, token);
      imported = uploaded(ana);
      until(ana, imported, it -> state(it).equals("PREVIEWED"));
      ana.post(imported + "/commit", "{}").is(200);
      run = run(ana);
      until(ana, imported, it -> it.getJsonObject("job").getInt("done") > LINES / 4);
      assertThat(state(ana.get(imported).json())).as("in the middle").isEqualTo("COMMITTING");
      first.killServer();
    }
    try (Launched second = Launched.in(folder)) {
      Api ana = ana(second, token);
      until(ana, imported, it -> state(it).equals("COMMITTED"));
      // Up to one half it reads, from there on it writes; what came in is looked at later.
      until(ana, run, it -> it.getInt("percent") > 50);
      assertThat(ana.get(run).json().getString("state")).as("in the middle").isEqualTo("RUNNING");
      second.killAll();
    }
    try (Launched third = Launched.in(folder)) {
      Api ana = ana(third, token);
      JsonObject finished = until(ana, run, it -> it.getString("state").equals("DONE"));
      everyLineIsInOnce(ana, imported);
      everythingEarnedIsPostedOnce(ana);
      JsonObject again = until(ana, run(ana), it -> it.getString("state").equals("DONE"));
      assertThat(again.getInt("postings")).as("left to post").isZero();
      assertThat(again.getString("resultHash")).isEqualTo(finished.getString("resultHash"));
      everythingEarnedIsPostedOnce(ana);
      third.stop();
      nothingIsLeftOf(third);
    }
  }

  private static void nothingIsLeftOf(Launched stopped) throws IOException {
    assertThat(stopped.started()).as("server and database").hasSizeGreaterThanOrEqualTo(2);
    for (ProcessHandle process : stopped.started()) {
      assertThat(process.isAlive()).as(process.info().command().orElse("")).isFalse();
    }
    assertThatThrownBy(() -> new Socket(InetAddress.getLoopbackAddress(), stopped.port()))
        .isInstanceOf(ConnectException.class);
  }

  private static void everyLineIsInOnce(Api ana, String imported) {
    for (JsonValue value : ana.get(imported).is(200).json().getJsonArray("totals")) {
      JsonObject total = value.asJsonObject();
      assertThat(total.get("received")).as(total.toString()).isEqualTo(total.get("stored"));
    }
    int lines = 0;
    BigDecimal sold = BigDecimal.ZERO;
    for (String month : List.of("2025-02", "2025-05")) {
      for (JsonValue line :
          ana.get("/control-totals/" + month).is(200).json().getJsonArray("lines")) {
        JsonObject stored = line.asJsonObject().getJsonObject("stored");
        lines += stored.getInt("lines");
        sold = sold.add(amount(stored.get("amount")));
      }
    }
    assertThat(lines).isEqualTo(LINES);
    assertThat(sold).isEqualByComparingTo(SOLD);
  }

  private static void everythingEarnedIsPostedOnce(Api ana) {
    BigDecimal all = BigDecimal.ZERO;
    BigDecimal expense = BigDecimal.ZERO;
    for (JsonValue value : ana.get("/ledger/balances").is(200).value().asJsonArray()) {
      JsonObject balance = value.asJsonObject();
      BigDecimal amount = amount(balance.getJsonObject("balance").get("amount"));
      all = all.add(amount);
      if (balance.getString("account").equals("incentive-expense")) {
        expense = amount;
      }
    }
    assertThat(all).as("the journal balances").isZero();
    assertThat(expense).isEqualByComparingTo(EARNED);
    assertThat(entries(ana)).as("one for each partner and quarter").isEqualTo(PARTNERS * QUARTERS);
  }

  private static int entries(Api ana) {
    int entries = 0;
    String cursor = "";
    while (cursor != null) {
      JsonObject batch =
          ana.get("/ledger/entries?account=incentive-expense&size=500" + cursor).is(200).json();
      entries += batch.getJsonArray("rows").size();
      cursor = batch.get("next") == JsonValue.NULL ? null : "&cursor=" + batch.getString("next");
    }
    return entries;
  }

  private static BigDecimal amount(JsonValue value) {
    return new BigDecimal(value.toString().replace("\"", ""));
  }

  private static String state(JsonObject imported) {
    return imported.getJsonObject("summary").getString("state");
  }

  private static JsonObject until(Api api, String path, Predicate<JsonObject> there)
      throws InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(120);
    JsonObject last = JsonValue.EMPTY_JSON_OBJECT;
    while (System.nanoTime() < deadline) {
      last = api.get(path).is(200).json();
      if (there.test(last)) {
        return last;
      }
      TimeUnit.MILLISECONDS.sleep(10);
    }
    return fail("not in time: " + last);
  }

  private static Api ana(Launched launched, String token) {
    return Api.withToken(launched.root(), "/admin", token);
  }

  private static String run(Api ana) {
    return "/runs/"
        + ana.post("/runs", "{\"from\": \"2025-01-01\", \"until\": \"2025-07-01\"}").is(202).uid();
  }

  /** Partners, a product, a mapping and a published program, and whose token works with them. */
  private static String prepare(Launched launched) {
    Api boss = Api.signIn(launched.root(), "/admin", Launched.ADMINISTRATOR, Launched.PASSWORD);
    Api ana = person(launched, boss, "ana", "\"CHANNEL_MANAGER\", \"FINANCE\"");
    Api bim = person(launched, boss, "bim", "\"CHANNEL_MANAGER\"");
    deliver(
        ana,
        "partners",
        PARTNERS,
        i ->
            "{\"code\": \"P-"
                + i
                + "\", \"name\": \"Toko\", \"type\": \"DEALER\", \"currency\": \"IDR\","
                + " \"joinedOn\": \"2020-01-01\"}");
    deliver(ana, "products", 1, i -> "{\"code\": \"BOR\", \"name\": \"Bor\", \"unit\": \"PCS\"}");
    JsonObject draft =
        ana.post(
                "/programs",
                """
                {"code": "CRASH", "terms": {"name": {"id": "Dua persen", "en": "Two percent"},
                 "currency": "IDR", "zone": "Asia/Jakarta", "from": "2025-01-01", "until": "2025-07-01",
                 "periodMonths": 3, "closingDay": 0, "payee": "BUYER", "scope": {"flows": ["SELL_IN"]},
                 "enrollment": "EVERYONE", "creditFrom": "ENROLLMENT", "returns": "IN_PERIOD_OF_SALE",
                 "rule": {"type": "tiered", "qualifies": "NET", "pays": "NET", "method": "MARGINAL",
                   "starts": "REACHED", "tiers": [{"from": "0", "rate": "2%"}]}}}
                """)
            .is(201)
            .json();
    String version = "/programs/versions/" + draft.getString("version");
    ana.post(version + "/submit", "{\"reason\": \"meant so\"}").is(200);
    String digest =
        ana.get("/programs/" + draft.getString("program"))
            .body()
            .replaceAll("(?s).*\"digest\":\"([^\"]+)\".*", "$1");
    bim.post(version + "/approve", "{\"digest\": \"" + digest + "\", \"remark\": \"\"}").is(200);
    ana.post(version + "/publish", "{}").is(200);
    String definition =
        """
        {"kind": "SALES", "format": {"type": "CSV", "separator": ",", "decimal": ".", "grouping": "",
            "dates": "yyyy-MM-dd", "zone": "Asia/Jakarta"},
         "fields": [{"field": "source", "default": "CRASH"}, {"field": "document", "column": "document"},
           {"field": "line", "column": "line"}, {"field": "flow", "default": "SELL_IN"},
           {"field": "buyer", "column": "buyer"}, {"field": "product", "default": "BOR"},
           {"field": "quantity", "default": "1"}, {"field": "unitPrice", "column": "price"},
           {"field": "currency", "default": "IDR"}, {"field": "soldAt", "column": "day"}]}
        """;
    ana.post(
            "/mappings",
            Json.createObjectBuilder()
                .add("name", "crash")
                .add("definition", definition)
                .build()
                .toString())
        .is(201);
    return ana.post("/me/tokens", "{\"name\": \"crash\", \"scope\": \"FULL\", \"days\": 1}")
        .is(201)
        .json()
        .getString("token");
  }

  private static Api person(Launched launched, Api boss, String name, String roles) {
    String first = "first-" + UUID.randomUUID();
    boss.post(
            "/users",
            """
            {"user": {"username": "%s", "displayName": "%s", "email": "", "language": "en",
              "roles": [%s], "partner": "", "enabled": true}, "password": "%s"}
            """
                .formatted(name, name, roles, first))
        .is(201);
    Api.signIn(launched.root(), "/admin", name, first)
        .put(
            "/me/password",
            "{\"oldPassword\": \"%s\", \"newPassword\": \"%s\"}"
                .formatted(first, Launched.PASSWORD))
        .is(204);
    return Api.signIn(launched.root(), "/admin", name, Launched.PASSWORD);
  }

  private static void deliver(Api api, String kind, int count, IntFunction<String> row) {
    String rows = IntStream.range(0, count).mapToObj(row).collect(Collectors.joining(","));
    String receipt = api.post("/feeds/" + kind, "{\"rows\": [" + rows + "]}").is(200).body();
    assertThat(receipt).doesNotContain("QUARANTINED");
  }

  /** Each partner buys as much in each of two quarters. */
  private static String uploaded(Api ana) {
    StringBuilder file = new StringBuilder("document,line,buyer,price,day\n");
    for (int i = 0; i < LINES; i++) {
      int number = i / PARTNERS;
      file.append("D-" + i + ",1,P-" + i % PARTNERS)
          .append(number % 2 == 0 ? ",100000" : ",200000")
          .append(number % 4 < 2 ? ",2025-02-14\n" : ",2025-05-14\n");
    }
    String boundary = UUID.randomUUID().toString();
    String body =
        "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"lines.csv\"\r\n"
                .formatted(boundary)
            + "Content-Type: text/csv\r\n\r\n"
            + file
            + "\r\n--"
            + boundary
            + "--\r\n";
    return "/feeds/imports/"
        + ana.send(
                "POST",
                "/api/feeds/imports?mapping=crash",
                body,
                "Content-Type",
                "multipart/form-data; boundary=" + boundary,
                "Idempotency-Key",
                boundary)
            .is(201)
            .json()
            .getJsonObject("summary")
            .getString("uid");
  }
}
