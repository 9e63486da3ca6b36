package org.mitra.walkthrough;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mitra.walkthrough.Api.Answer;

/** A file that a program sends, what goes back to its sender, and the totals after a run. */
class FactsRunWalkIT extends Walk {
  private static final String HEADER = "document,line,seller,product,quantity,net,soldAt\n";

  private final YearMonth month = Offers.month(2);
  private String dealer;
  private String code;
  private Api feed;

  @BeforeEach
  void aFeedOfItsOwn() {
    dealer = People.dealer();
    code = Offers.product(false);
    feed = Offers.maya();
    feed.post(
            "/mappings",
            "{\"name\": \"%s\", \"definition\": \"%s\"}"
                .formatted(
                    code,
                    """
                    {"kind": "SALES",
                     "format": {"type": "CSV", "separator": ",", "dates": "ISO", "zone": "Asia/Jakarta"},
                     "fields": [{"field": "source", "default": "%s"},
                       {"field": "document", "column": "document"}, {"field": "line", "column": "line"},
                       {"field": "flow", "default": "SELL_OUT"}, {"field": "seller", "column": "seller"},
                       {"field": "product", "column": "product"},
                       {"field": "quantity", "column": "quantity"}, {"field": "net", "column": "net"},
                       {"field": "currency", "default": "IDR"}, {"field": "soldAt", "column": "soldAt"}]}
                    """
                        .formatted(code)
                        .replace("\"", "\\\"")
                        .replace("\n", " ")))
        .is(201);
  }

  private String row(String document, String quantity, String net, int day) {
    return "%s,1,%s,%s,%s,%s,%s\n"
        .formatted(document, dealer, code, quantity, net, month.atDay(day));
  }

  private Answer upload(String rows, String key) {
    byte[] file = (HEADER + rows).getBytes(StandardCharsets.UTF_8);
    return feed.upload("/feeds/imports?mapping=" + code, "sales.csv", "text/csv", file, key);
  }

  private JsonObject reaches(String uid, String state) {
    Instant end = Instant.now().plus(Duration.ofSeconds(60));
    JsonObject detail = feed.get("/feeds/imports/" + uid).is(200).json();
    while (!detail.getJsonObject("summary").getString("state").equals(state)) {
      assertThat(Instant.now()).as(detail.toString()).isBefore(end);
      LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
      detail = feed.get("/feeds/imports/" + uid).is(200).json();
    }
    return detail;
  }

  private String committed(String rows) {
    String uid =
        upload(rows, UUID.randomUUID().toString())
            .is(201)
            .json()
            .getJsonObject("summary")
            .getString("uid");
    reaches(uid, "PREVIEWED");
    feed.post("/feeds/imports/" + uid + "/commit", "{}").is(200);
    reaches(uid, "COMMITTED");
    return uid;
  }

  @Test
  void aFileIsUploadedOverRestOnce() {
    String key = UUID.randomUUID().toString();
    String rows = row("A-1", "2", "200000", 5) + row("A-2", "satu", "1", 5);
    Answer first = upload(rows, key).is(201);
    String uid = first.json().getJsonObject("summary").getString("uid");
    assertThat(first.header("Location")).endsWith("/feeds/imports/" + uid);
    assertThat(upload(rows, key).is(201).json().getJsonObject("summary").getString("uid"))
        .isEqualTo(uid);
    assertThat(upload(row("A-3", "1", "1", 5), key).is(422).code())
        .isEqualTo("idempotency.key-reused");
    JsonObject preview = reaches(uid, "PREVIEWED").getJsonObject("preview");
    assertThat(preview.getJsonObject("outcomes").toString())
        .isEqualTo("{\"NEW\":1,\"QUARANTINED\":1}");
    assertThat(preview.getJsonArray("sample").getJsonObject(0).getJsonArray("read").toString())
        .contains("\"field\":\"net\"", "\"value\":\"200000\"");
    feed.post("/feeds/imports/" + uid + "/commit", "{}").is(200);
    assertThat(reaches(uid, "COMMITTED").getJsonObject("summary").getInt("quarantined"))
        .isEqualTo(1);
    byte[] wrong = "PK\u0003\u0004".getBytes(StandardCharsets.UTF_8);
    String refused =
        feed.upload("/feeds/imports?mapping=" + code, "x.csv", "text/csv", wrong, key + "-2")
            .is(201)
            .json()
            .getJsonObject("summary")
            .getString("uid");
    assertThat(reaches(refused, "REFUSED").getJsonObject("refusal").getString("code"))
        .isEqualTo("file.not-csv");
    assertThat(
            feed.upload(
                    "/feeds/imports?mapping=NONE-" + code, "x.csv", "text/csv", wrong, "k-" + key)
                .is(422)
                .code())
        .isEqualTo("mapping.not-there");
  }

  @Test
  void theSenderGetsItsRejectsInHisLanguage() throws IOException {
    String uid = committed(row("B-1", "2", "200000", 5) + row("B-2", "=1+1", "1", 5));
    Page maya = staff("maya");
    maya.navigate(root() + "/admin/import?id=" + uid);
    assertThat(maya.locator("[id=result]")).containsText("Sudah dimasukkan");
    String indonesian = rejects(maya);
    assertThat(indonesian).contains("Langkah berikutnya", "bukan angka", "sales.csv,3,quantity");
    assertThat(indonesian).as("a formula stays text").contains("'=1+1");
    inEnglish(maya);
    maya.navigate(root() + "/admin/import?id=" + uid);
    maya.setViewportSize(390, 900);
    fits(maya, "import-rejects-phone-en");
    String english = rejects(maya);
    assertThat(english).contains("What to do", "is not a number");
    maya.locator("[id='bar:indonesian']").click();
  }

  private static String rejects(Page page) throws IOException {
    Download download =
        page.waitForDownload(() -> page.locator("a[href*='rejects?format=csv']").click());
    assertThat(download.suggestedFilename()).endsWith(".csv");
    return Files.readString(download.path(), StandardCharsets.UTF_8);
  }

  @Test
  void theTotalsAddUpAfterARun() {
    Offers.publish(
        code,
        Offers.terms(
            code,
            month.atDay(1),
            "\"rule\": {\"type\": \"flat\", \"pays\": \"NET\", \"rate\": \"10%\"}"));
    String other = Offers.product(false);
    committed(
        row("C-1", "2", "2000000", 5)
            + row("C-2", "1", "700000", 6).replace(code, other)
            + row("C-3", "satu", "50000", 7));
    String finance = People.account("FINANCE", "");
    Page dewi = staff(finance);
    dewi.navigate(root() + "/admin/runs");
    dewi.locator("[id='start:from']").fill(month.atDay(1).toString());
    dewi.locator("[id='start:lastDay']").fill(month.atEndOfMonth().toString());
    dewi.locator("[id='start:run']").click();
    assertThat(
            dewi.locator("[id='list:runs_data'] tr")
                .filter(containing(finance))
                .locator(".badge-DONE"))
        .isVisible();
    shot(dewi, "runs-id");

    dewi.navigate(root() + "/admin/control-totals?month=" + month);
    assertThat(dewi.locator("#rows tr").filter(containing(code))).containsText("Ya");
    assertThat(dewi.locator("#rows tr").filter(containing(code))).containsText("Rp 2.750.000");
    String line = "#lines tr";
    assertThat(dewi.locator(line).filter(containing(code))).containsText("Rp 2.000.000");
    assertThat(dewi.locator(line).filter(containing(code)).locator("td").nth(6)).hasText("0Rp 0");
    assertThat(dewi.locator("#reasons tr").filter(containing(code))).containsText("Rp 700.000");
    shot(dewi, "totals-after-run-id");
    inEnglish(dewi);
    dewi.setViewportSize(390, 900);
    dewi.navigate(root() + "/admin/control-totals?month=" + month);
    assertThat(dewi.locator("#lines tr").filter(containing(code))).containsText("IDR 2,000,000");
    assertThat(dewi.locator("#lines")).hasClass("plain stacked");
    fits(dewi, "totals-after-run-phone-en");
    dewi.locator("[id='bar:indonesian']").click();
  }
}
