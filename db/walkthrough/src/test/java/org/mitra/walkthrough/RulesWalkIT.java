package org.mitra.walkthrough;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import jakarta.json.JsonObject;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rules of many kinds: written by a manager, understood by the partner whom they pay. */
class RulesWalkIT extends Walk {
  private final Api maya = Api.as("/admin", "maya");
  private final LocalDate today = LocalDate.now(ZoneId.of("Asia/Jakarta"));
  private final String code =
      "RULE-" + UUID.randomUUID().toString().substring(0, 6).toUpperCase(Locale.ROOT);

  @BeforeEach
  void aProduct() {
    done(
        maya.post(
            "/products",
            """
            {"code": "%s", "name": "Bor Uji", "unit": "PCS", "serialTracked": false, "active": true}
            """
                .formatted(code)));
  }

  @Test
  void aRewardForEveryFullMillionIsWrittenInTheForm() {
    Page page = inIndonesian();
    page.navigate(root() + "/admin/edit-program?kind=EVERY_X");
    fill(page, "code", code);
    fill(page, "name-id", "Bonus kelipatan " + code);
    fill(page, "name-en", "Reward for every million " + code);
    fill(page, "rule-every", "1.000.000");
    press(page, "program:save");
    assertThat(field(page, "rule-amount")).containsText("Bagian ini belum diisi");
    fill(page, "rule-amount", "10.000");
    press(page, "program:check");
    assertThat(page.locator("#preview"))
        .containsText("Rp 10.000 untuk setiap kelipatan penuh Rp 1.000.000 dari sell-in bersih");
    shot(page, "rules-every-form-id");
    page.setViewportSize(390, 900);
    shot(page, "rules-every-form-phone-id");
    noSidewaysScroll(page);
    press(page, "program:save");
    assertThat(page.locator("#words")).containsText("Rp 10.000 untuk setiap kelipatan penuh");
  }

  @Test
  void flatAmountsOfTiersAreWrittenInTheForm() {
    Page page = signedIn(window(Locale.ENGLISH, 1280), "/admin", "maya");
    page.locator("[id='bar:english']").click();
    page.navigate(root() + "/admin/edit-program?kind=MARGINAL");
    fill(page, "code", code);
    fill(page, "name-id", "Tonggak " + code);
    fill(page, "name-en", "Milestones " + code);
    choose(page, "rule-method", "The flat amount of the highest tier reached");
    fill(page, "tiers:0:tiers-from", "1,000,000");
    fill(page, "tiers:0:tiers-rate", "2");
    fill(page, "tiers:0:tiers-plus", "50,000");
    fill(page, "tiers:1:tiers-from", "5,000,000");
    fill(page, "tiers:1:tiers-plus", "300,000");
    press(page, "program:save");
    assertThat(field(page, "rule-method")).containsText("This method pays flat amounts");
    assertThat(page.locator("[id='program:rule-method_label']"))
        .hasText("The flat amount of the highest tier reached");
    shot(page, "rules-milestones-mistake-en");
    fill(page, "tiers:0:tiers-rate", "");
    press(page, "program:check");
    assertThat(page.locator("#preview")).containsText("IDR 50,000 once from IDR 1,000,000 on.");
    assertThat(page.locator("#preview")).containsText("IDR 300,000 once from IDR 5,000,000 on.");
    shot(page, "rules-milestones-en");
    page.setViewportSize(390, 900);
    shot(page, "rules-milestones-phone-en");
    noSidewaysScroll(page);
    press(page, "program:save");
    assertThat(page.locator("#words")).containsText("only the highest one does");
    page.locator("[id='bar:indonesian']").click();
  }

  @Test
  void whatTheFormHasNoFieldForStaysInTheDocument() {
    String version =
        program(
                """
                {"type": "flat", "pays": "NET", "rate": "10%%",
                 "except": [{"items": ["%s"], "rate": "50%%"}]}
                """
                    .formatted(code))
            .getString("version");
    Page page = inIndonesian();
    page.navigate(root() + "/admin/edit-program?version=" + version);
    Locator document = page.locator("[id='program:json']");
    Assertions.assertThat(document.inputValue()).contains("\"except\"");
    press(page, "program:showForm");
    assertThat(page.locator(".ui-messages-error")).containsText("/rule/except/0/items/0");
    shot(page, "rules-not-in-the-form-id");
    document.fill(document.inputValue().replace(code, "NO-SUCH-PRODUCT"));
    press(page, "program:save");
    assertThat(page.locator("#mistakes")).containsText("/rule/except/0/items");
    document.fill(document.inputValue().replace("NO-SUCH-PRODUCT", code).replace("50%", "45%"));
    press(page, "program:save");
    assertThat(page.locator("#words")).containsText("Sebagai gantinya, 45% untuk Bor Uji.");
    shot(page, "rules-except-words-id");
  }

  @Test
  void aPartnerReadsWhatTheNextTierGives() {
    JsonObject program =
        program(
            """
            {"type": "tiered", "qualifies": "NET", "pays": "NET", "method": "ROLLING", "starts": "REACHED",
             "tiers": [{"from": "0", "rate": "1%"}, {"from": "1000000", "rate": "2%", "plus": "25000"},
                       {"from": "5000000", "rate": "3%", "plus": "100000"}]}
            """);
    publish(program);
    done(
        maya.post(
            "/sales",
            """
            {"seller": "TOKO-MAJU", "document": "%1$s-1", "line": "1", "soldOn": "%2$s", "customer": "Bengkel",
             "product": "%1$s", "quantity": "2", "unitPrice": "1000000"}
            """
                .formatted(code, today)));
    Page budi = partner("budi");
    budi.navigate(root() + "/partner/program?id=" + program.getString("program"));
    Locator standing = budi.locator("#standing");
    // 1% of the first million, 2% of all two millions, and 25,000 for the second tier.
    assertThat(standing).containsText("Rp 75.000");
    assertThat(standing).containsText("3% + Rp 100.000 sekali");
    shot(budi, "rules-standing-id");
    standing.locator("a[href^='accrual']").first().click();
    assertThat(budi.locator(".why")).containsText("telah penuh: 1%");
    assertThat(budi.locator(".why")).containsText("Sekali, untuk jenjang mulai Rp 1.000.000");
    shot(budi, "rules-why-id");
    budi.locator("[id='bar:english']").click();
    assertThat(budi.locator(".why")).containsText("Once, for the tier from IDR 1,000,000");
    budi.setViewportSize(390, 900);
    shot(budi, "rules-why-phone-en");
    noSidewaysScroll(budi);
    budi.locator("[id='bar:indonesian']").click();
  }

  /** Maya reads Indonesian, whatever she read last. */
  private Page inIndonesian() {
    Page page = staff("maya");
    page.locator("[id='bar:indonesian']").click();
    assertThat(page.locator("html")).hasAttribute("lang", "id");
    return page;
  }

  /** A draft about the product, with the rule. */
  private JsonObject program(String rule) {
    LocalDate first = today.withDayOfMonth(1);
    String draft =
        """
        {"code": "%1$s", "terms": {"name": {"id": "Bonus %1$s", "en": "Reward %1$s"},
         "currency": "IDR", "zone": "Asia/Jakarta", "from": "%2$s", "until": "%3$s",
         "periodMonths": 1, "closingDay": 0, "payee": "SELLER",
         "scope": {"flows": ["SELL_OUT"], "items": ["%1$s"]}, "enrollment": "EVERYONE",
         "creditFrom": "ENROLLMENT", "returns": "IN_PERIOD_OF_SALE", "rule": %4$s}}
        """
            .formatted(code, first, first.plusYears(1), rule);
    return done(maya.post("/programs", draft)).json();
  }

  private void publish(JsonObject program) {
    String version = "/programs/versions/" + program.getString("version");
    done(maya.post(version + "/submit", "{\"reason\": \"meant so\"}"));
    Api rizal = Api.as("/admin", "rizal");
    JsonObject detail = done(rizal.get("/programs/" + program.getString("program"))).json();
    String digest = detail.getJsonArray("versions").getJsonObject(0).getString("digest");
    done(rizal.post(version + "/approve", "{\"digest\": \"" + digest + "\", \"remark\": \"\"}"));
    done(maya.post(version + "/publish", ""));
  }

  private static Api.Answer done(Api.Answer answer) {
    Assertions.assertThat(answer.status()).as(answer.body()).isBetween(200, 204);
    return answer;
  }

  private static void fill(Page page, String field, String value) {
    page.locator("[id='program:" + field + "']").fill(value);
  }

  /** Chooses from a menu by what people read. */
  private static void choose(Page page, String field, String label) {
    page.locator("[id='program:" + field + "']").click();
    page.locator("[id='program:" + field + "_items'] li")
        .filter(new Locator.FilterOptions().setHasText(label))
        .first()
        .click();
  }

  private static Locator field(Page page, String id) {
    return page.locator(
        ".field", new Page.LocatorOptions().setHas(page.locator("[id='program:" + id + "']")));
  }

  private static void press(Page page, String id) {
    page.waitForResponse(
        response -> response.request().method().equals("POST"),
        () -> page.locator("[id='" + id + "']").click());
  }

  private static void noSidewaysScroll(Page page) {
    Object overflow =
        page.evaluate(
            "document.documentElement.scrollWidth > document.documentElement.clientWidth");
    Assertions.assertThat(overflow).as("the page scrolls sideways").isEqualTo(false);
  }
}
