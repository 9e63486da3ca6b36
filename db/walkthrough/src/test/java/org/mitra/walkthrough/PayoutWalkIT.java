package org.mitra.walkthrough;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.parser.PdfTextExtractor;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.RequestOptions;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From a month that is over to the money, and to the statement that its partner reads. */
class PayoutWalkIT extends Walk {
  private static final LocatorAssertions.ContainsTextOptions SOON =
      new LocatorAssertions.ContainsTextOptions().setTimeout(60_000);

  private final LocalDate firstDay =
      LocalDate.now(ZoneId.of("Asia/Jakarta")).withDayOfMonth(1).minusMonths(1);

  private String code;

  /** A program that pays 10% of what TOKO-MAJU and a dealer without an account sold. */
  @BeforeEach
  void aMonthIsOver() {
    code = "PAYWALK-" + UUID.randomUUID().toString().substring(0, 6).toUpperCase(Locale.ROOT);
    Page maya = staff("maya");
    post(
        maya,
        "/admin/api/products",
        """
        {"code": "%s", "name": "Bor", "unit": "PCS", "serialTracked": false, "active": true}
        """);
    post(
        maya,
        "/admin/api/partners",
        """
        {"code": "%s", "name": "Toko Tanpa Rekening", "type": "DEALER", "currency": "IDR",
         "joinedOn": "2024-01-01", "active": true}
        """);
    JsonObject program =
        post(
            maya,
            "/admin/api/programs",
            """
            {"code": "%1$s", "terms": {"name": {"id": "Bonus %1$s", "en": "Reward %1$s"},
             "currency": "IDR", "zone": "Asia/Jakarta", "from": "%2$s", "until": "%3$s",
             "periodMonths": 1, "closingDay": 0, "payee": "SELLER",
             "scope": {"flows": ["SELL_OUT"], "items": ["%1$s"]}, "enrollment": "EVERYONE",
             "creditFrom": "ENROLLMENT", "returns": "IN_PERIOD_OF_SALE",
             "rule": {"type": "flat", "pays": "NET", "rate": "10%%"}}}
            """);
    String version = "/admin/api/programs/versions/" + program.getString("version");
    post(maya, version + "/submit", "{\"reason\": \"meant so\"}");
    Page rizal = staff("rizal");
    JsonObject detail =
        read(
            rizal
                .request()
                .get(root() + "/admin/api/programs/" + program.getString("program"), options())
                .text());
    String digest = detail.getJsonArray("versions").getJsonObject(0).getString("digest");
    post(rizal, version + "/approve", "{\"digest\": \"" + digest + "\", \"remark\": \"\"}");
    post(maya, version + "/publish", "");
    for (String seller : List.of("TOKO-MAJU", code)) {
      post(
          maya,
          "/admin/api/sales",
          """
          {"seller": "%4$s", "document": "%1$s-%4$s", "line": "1", "soldOn": "%5$s",
           "customer": "Bengkel", "product": "%1$s", "quantity": "20", "unitPrice": "1000000"}
          """,
          seller);
    }
  }

  private JsonObject post(Page page, String path, String body, String... more) {
    String data =
        body.formatted(
            code,
            firstDay,
            firstDay.plusYears(2),
            more.length > 0 ? more[0] : "",
            firstDay.plusDays(10));
    APIResponse answer = page.request().post(root() + path, options().setData(data));
    Assertions.assertThat(answer.status()).as(path + ": " + answer.text()).isBetween(200, 204);
    return answer.text().startsWith("{") ? read(answer.text()) : JsonObject.EMPTY_JSON_OBJECT;
  }

  private static JsonObject read(String text) {
    return Json.createReader(new StringReader(text)).readObject();
  }

  private static RequestOptions options() {
    return RequestOptions.create()
        .setHeader("X-Requested-With", "XMLHttpRequest")
        .setHeader("Content-Type", "application/json")
        .setHeader("Accept", "application/json")
        .setHeader("Idempotency-Key", UUID.randomUUID().toString());
  }

  @Test
  void fromTheMonthToTheMoney() throws IOException {
    Page budi = partner("budi");
    givesAnAccount(budi);
    Page dewi = staff("dewi");
    approvesTheAccount(dewi);
    String settlement = prepares(dewi);
    cannotReleaseHerOwn(dewi, settlement);
    String file = releasesTwiceAtOnce(settlement);
    Assertions.assertThat(file)
        .contains("<NbOfTxs>1</NbOfTxs>")
        .contains("<CtrlSum>1700000</CtrlSum>")
        .contains("8001234567");
    othersReadOrStayOutside(settlement);
    readsHisStatement(budi);
  }

  private void givesAnAccount(Page budi) {
    budi.navigate(root() + "/partner/bank-account");
    fill(budi, "account:bankName", "Bank Central Asia");
    fill(budi, "account:bic", "CENAIDJA");
    fill(budi, "account:number", "12");
    fill(budi, "account:holder", "Toko Maju Teknik");
    fill(budi, "account:password", PASSWORD);
    press(budi, "account:propose");
    assertThat(budi.locator(".ui-messages-error, .ui-message-error").first())
        .containsText("Ini bukan nomor rekening");
    fill(budi, "account:number", "800-123 4567");
    fill(budi, "account:password", "not-the-password");
    press(budi, "account:propose");
    assertThat(budi.locator(".ui-messages-error, .ui-message-error").first())
        .containsText("Kata sandi sekarang salah");
    fill(budi, "account:password", PASSWORD);
    press(budi, "account:propose");
    assertThat(budi.locator("#accounts")).containsText("•••• 4567");
    assertThat(budi.locator("#accounts")).containsText("Menunggu persetujuan");
    assertThat(budi.locator("#accounts")).not().containsText("8001234567");
    shot(budi, "payouts-account-id");
  }

  private void approvesTheAccount(Page dewi) {
    dewi.navigate(root() + "/admin/bank-accounts");
    dewi.locator("[id='list:waiting_data'] a:has-text('Toko Maju')").first().click();
    assertThat(dewi.locator("main")).containsText("8001234567");
    shot(dewi, "payouts-account-approval-id");
    dewi.locator("[id='approve:go']").click();
    assertThat(dewi.locator("h1")).hasText("Rekening bank");
    assertThat(dewi.locator("[id='list:accounts_data']")).containsText("dipakai");
  }

  private String prepares(Page dewi) {
    dewi.navigate(root() + "/admin/settlements");
    fill(dewi, "prepare:programs", code);
    press(dewi, "prepare:look");
    assertThat(dewi.locator("[id='prepare:preview']")).containsText("Rp 3.400.000");
    assertThat(dewi.locator("#blocked")).containsText("Mitra belum memberikan rekening bank");
    assertThat(dewi.locator("#blocked")).containsText(code);
    shot(dewi, "payouts-preview-id");
    dewi.locator("[id='prepare:begin']").click();
    dewi.locator(".ui-confirmdialog-yes:visible").click();
    assertThat(dewi.locator("main")).containsText("Menunggu pelepasan", SOON);
    assertThat(dewi.locator("[id='list:payouts_data']")).containsText("Toko Maju");
    assertThat(dewi.locator("main")).containsText("Anda yang menyiapkan penyelesaian ini");
    assertThat(dewi.locator("[id='release:go']")).hasCount(0);
    shot(dewi, "payouts-prepared-id");
    dewi.locator("[id='list:payouts_data'] tr:has-text('Toko Maju') a").first().click();
    assertThat(dewi.locator("h1")).containsText("Pembayaran P-");
    shot(dewi, "payouts-payout-id");
    dewi.locator("#payables a").first().click();
    assertThat(dewi.locator(".why")).containsText("Rp 2.000.000");
    shot(dewi, "payouts-why-id");
    dewi.goBack();
    dewi.goBack();
    return dewi.url();
  }

  private void cannotReleaseHerOwn(Page dewi, String settlement) {
    String uid = settlement.substring(settlement.indexOf("id=") + 3);
    String path = root() + "/admin/api/settlements/" + uid;
    String digest = read(dewi.request().get(path, options()).text()).getString("digest");
    APIResponse own =
        dewi.request()
            .post(
                path + "/release",
                options().setData("{\"digest\": \"" + digest + "\", \"format\": \"PAIN_001\"}"));
    Assertions.assertThat(own.status()).isEqualTo(403);
    Assertions.assertThat(own.text()).contains("access.four-eyes");
  }

  private String releasesTwiceAtOnce(String settlement) throws IOException {
    Page hendra = staff("hendra");
    hendra.navigate(settlement);
    shot(hendra, "payouts-to-release-id");
    hendra.locator("[id='release:go']").click();
    hendra.locator(".ui-confirmdialog-yes:visible").waitFor();
    hendra.evaluate(
        "() => { const yes = [...document.querySelectorAll('.ui-confirmdialog-yes')]"
            + ".find(b => b.offsetParent); yes.click(); yes.click(); }");
    assertThat(hendra.locator("main")).containsText("Dilepaskan sebagian", SOON);
    assertThat(hendra.locator("#files tbody tr")).hasCount(1);
    shot(hendra, "payouts-released-id");
    hendra.setViewportSize(390, 900);
    fits(hendra, "payouts-released-phone-id");
    Download download = hendra.waitForDownload(() -> hendra.locator("#files a").first().click());
    Assertions.assertThat(download.suggestedFilename()).matches("mitra-r-.*-idr\\.xml");
    return Files.readString(download.path(), StandardCharsets.UTF_8);
  }

  private void othersReadOrStayOutside(String settlement) {
    Page ratna = staff("ratna");
    ratna.navigate(settlement);
    assertThat(ratna.locator("#files")).containsText("mitra-r-");
    assertThat(ratna.locator("#files a")).hasCount(0);
    Page indra = signedIn(window(Locale.ENGLISH, 1280), "/admin", "indra");
    indra.locator("[id='bar:english']").click();
    indra.navigate(settlement);
    assertThat(indra.locator("h1")).containsText("Settlement S-");
    assertThat(indra.locator("main")).containsText("The partner has given no bank account");
    assertThat(indra.locator("[id='release:go']")).hasCount(0);
    shot(indra, "payouts-released-en");
    indra.setViewportSize(390, 900);
    indra.navigate(root() + "/admin/settlements");
    fits(indra, "payouts-settlements-phone-en");
    indra.locator("[id='bar:indonesian']").click();
    Page maya = staff("maya");
    Assertions.assertThat(maya.navigate(settlement).status()).isEqualTo(403);
    Assertions.assertThat(partner("sari").navigate(root() + "/partner/bank-account").status())
        .isEqualTo(403);
  }

  private void readsHisStatement(Page budi) throws IOException {
    budi.navigate(root() + "/partner/statements");
    assertThat(budi.locator("[id='list:statements_data'] tr").first()).containsText("Rp 1.700.000");
    shot(budi, "payouts-statements-id");
    budi.locator("[id='list:statements_data'] a").first().click();
    assertThat(budi.locator("main")).containsText("Bonus " + code);
    assertThat(budi.locator("main")).containsText("sampai angka terakhir");
    assertThat(budi.locator(".why").first()).containsText("Rp 2.000.000");
    shot(budi, "payouts-statement-id");
    String number = budi.locator("h1").textContent().replace("Laporan pembayaran ", "");
    String paper = pdf(budi);
    Assertions.assertThat(paper)
        .contains(
            number, "Bonus " + code, "Rp 1.700.000", "PPh Pasal 23", "Toko Maju Teknik", "4567");

    budi.locator("[id='bar:english']").click();
    assertThat(budi.locator("h1")).hasText("Statement " + number);
    String english = pdf(budi);
    Assertions.assertThat(english)
        .contains(number, "Reward " + code, "IDR 1,700,000", "Tax withheld", "Transferred");
    budi.setViewportSize(390, 900);
    fits(budi, "payouts-statement-phone-en");
    budi.navigate(root() + "/partner/statements");
    fits(budi, "payouts-statements-phone-en");
    budi.navigate(root() + "/partner/bank-account");
    fits(budi, "payouts-account-phone-en");
    budi.locator("[id='bar:indonesian']").click();
  }

  /** Text of the statement on paper; its fonts come with it. */
  private static String pdf(Page page) throws IOException {
    Download download =
        page.waitForDownload(() -> page.locator(".title a.button:has-text('PDF')").click());
    byte[] bytes = Files.readAllBytes(download.path());
    PdfReader reader = new PdfReader(bytes);
    StringBuilder text = new StringBuilder();
    for (int i = 1; i <= reader.getNumberOfPages(); i++) {
      text.append(new PdfTextExtractor(reader).getTextFromPage(i)).append('\n');
    }
    boolean embedded = false;
    for (int i = 0; i < reader.getXrefSize(); i++) {
      embedded |= String.valueOf(reader.getPdfObject(i)).contains("FontFile2");
      if (reader.getPdfObject(i) instanceof com.lowagie.text.pdf.PdfDictionary dictionary) {
        embedded |= dictionary.contains(new com.lowagie.text.pdf.PdfName("FontFile2"));
      }
    }
    Assertions.assertThat(embedded).as("fonts are embedded").isTrue();
    reader.close();
    return text.toString().replace('\u00a0', ' ').replaceAll("\\s+", " ");
  }

  private static void fill(Page page, String id, String value) {
    page.locator("[id='" + id + "']").fill(value);
  }

  /** Presses a button and waits for the answer. */
  private static void press(Page page, String id) {
    page.waitForResponse(
        response -> response.request().method().equals("POST"),
        () -> page.locator("[id='" + id + "']").click());
  }
}
