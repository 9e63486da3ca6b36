package org.mitra.walkthrough;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.assertj.core.api.Assertions;

/** Products, programs, sales and payouts of a test's own, made over REST by those who may. */
final class Offers {
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private Offers() {}

  static LocalDate today() {
    return LocalDate.now(ZoneId.of("Asia/Jakarta"));
  }

  /** The month so many before this one. */
  static YearMonth month(int ago) {
    return YearMonth.from(today()).minusMonths(ago);
  }

  static Api maya() {
    return Api.as("/admin", "maya");
  }

  static Api rizal() {
    return Api.as("/admin", "rizal");
  }

  /** A product of its own; its code. */
  static String product(boolean serials) {
    String code = People.name("P").toUpperCase(Locale.ROOT);
    maya()
        .post(
            "/products",
            "{\"code\": \"%s\", \"name\": \"Bor %s\", \"unit\": \"PCS\", \"serialTracked\": %s, \"active\": true}"
                .formatted(code, code, serials))
        .is(201);
    return code;
  }

  /** Terms of a program about what is sold of a product to customers, by month. */
  static String terms(String code, LocalDate from, String rule) {
    return """
        {"name": {"id": "Bonus %1$s", "en": "Reward %1$s"}, "currency": "IDR",
         "zone": "Asia/Jakarta", "from": "%2$s", "until": "%3$s", "periodMonths": 1,
         "closingDay": 0, "payee": "SELLER", "scope": {"flows": ["SELL_OUT"], "items": ["%1$s"]},
         "enrollment": "EVERYONE", "creditFrom": "ENROLLMENT", "returns": "IN_PERIOD_OF_SALE",
         %4$s}
        """
        .formatted(code, from, from.plusYears(2), rule);
  }

  /** Terms of a fund program for everybody that pays half of the cost. */
  static String fundTerms(String code) {
    int year = today().getYear();
    return terms(
            code,
            LocalDate.of(year, 1, 1),
            "\"rule\": {\"type\": \"fund\", \"share\": \"50%\", \"claimWithinDays\": 60}")
        .replace("\"periodMonths\": 1", "\"periodMonths\": 12")
        .replaceFirst("\"scope\": \\{[^}]*}", "\"scope\": {\"flows\": [\"SELL_IN\"]}");
  }

  /** A published program called like its product: designed by one, approved by another. */
  static void publish(String code, String terms) {
    JsonObject draft = draft(code, terms);
    String version = "/programs/versions/" + draft.getString("version");
    maya().post(version + "/submit", "{\"reason\": \"meant so\"}").is(200);
    String digest =
        rizal()
            .get("/programs/" + draft.getString("program"))
            .is(200)
            .json()
            .getJsonArray("versions")
            .getJsonObject(0)
            .getString("digest");
    rizal()
        .post(version + "/approve", "{\"digest\": \"" + digest + "\", \"remark\": \"\"}")
        .is(200);
    maya().post(version + "/publish", "{}").is(200);
  }

  /** Ids of a program and its draft. */
  static JsonObject draft(String code, String terms) {
    return maya()
        .post("/programs", "{\"code\": \"%s\", \"terms\": %s}".formatted(code, terms))
        .is(201)
        .json();
  }

  /** Sold to a customer for 1,000,000 a unit. */
  static void sell(String seller, String product, String document, LocalDate on, int units) {
    line(seller, product, document, "SALE", "", on, units);
  }

  /** Units of an invoice come back. */
  static void comeBack(String seller, String product, String document, LocalDate on, int units) {
    line(seller, product, "R-" + document, "RETURN", document, on, -units);
  }

  /** Units with serials are sold. */
  static void sellUnits(
      String seller, String product, String document, LocalDate on, String... serials) {
    line(seller, product, document, "SALE", "", on, serials.length, serials);
  }

  private static void line(
      String seller,
      String product,
      String document,
      String kind,
      String undoes,
      LocalDate on,
      int units,
      String... serials) {
    String row =
        """
        {"source": "WALK", "document": "%1$s", "line": "1", "kind": "%2$s", "flow": "SELL_OUT",
         "seller": "%3$s", "customer": "Bengkel", "product": "%4$s", "quantity": "%5$s",
         "unitPrice": "1000000", "currency": "IDR", "soldAt": "%6$sT12:00:00+07:00",
         "returnsDocument": "%7$s", "returnsLine": "%8$s", "serials": "%9$s"}
        """
            .formatted(
                document,
                kind,
                seller,
                product,
                units,
                on,
                undoes,
                undoes.isEmpty() ? "" : "1",
                String.join(" ", serials));
    // Not by whoever reviews claims about them.
    String answer = rizal().post("/feeds/sales", "{\"rows\": [" + row + "]}").is(200).body();
    Assertions.assertThat(answer).doesNotContain("QUARANTINED");
  }

  /** A dealer whose bank account finance has approved. */
  static String payableDealer() {
    String dealer = People.dealer();
    String account =
        People.session("PARTNER_OWNER", dealer)
            .post(
                "/bank-accounts",
                """
                {"account": {"currency": "IDR", "bankName": "Bank Mandiri", "bic": "BMRIIDJA",
                  "number": "1230004567890", "holder": "Toko %s"}, "password": "%s"}
                """
                    .formatted(dealer, Walk.PASSWORD))
            .is(201)
            .uid();
    Api.as("/admin", "dewi").post("/bank-accounts/" + account + "/approve", "{}").is(200);
    return dealer;
  }

  /** Closes the months of a program up to one, and pays what they came to; the settlement's id. */
  static String pay(String program, YearMonth month) {
    String path = "/settlements/" + prepare(program, month);
    String digest = Api.as("/admin", "dewi").get(path).is(200).json().getString("digest");
    Api.as("/admin", "hendra")
        .post(path + "/release", "{\"digest\": \"%s\", \"format\": \"PAIN_001\"}".formatted(digest))
        .is(200);
    until(path, Set.of("RELEASED"));
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** A settlement that waits for its second person. */
  static String prepare(String program, YearMonth month) {
    JsonObject prepared =
        Api.as("/admin", "dewi")
            .post(
                "/settlements",
                "{\"lastDay\": \"%s\", \"programs\": [\"%s\"]}"
                    .formatted(month.atEndOfMonth(), program))
            .json();
    String uid =
        prepared.containsKey("uid")
            ? prepared.getString("uid")
            : prepared.getJsonObject("summary").getString("uid");
    until("/settlements/" + uid, Set.of("PREPARED"));
    return uid;
  }

  private static void until(String path, Set<String> states) {
    Instant end = Instant.now().plus(PATIENCE);
    String state = "";
    while (!states.contains(state)) {
      Assertions.assertThat(Instant.now()).as(path + " is still " + state).isBefore(end);
      LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
      state =
          Api.as("/admin", "dewi")
              .get(path)
              .is(200)
              .json()
              .getJsonObject("summary")
              .getString("state");
    }
  }
}
