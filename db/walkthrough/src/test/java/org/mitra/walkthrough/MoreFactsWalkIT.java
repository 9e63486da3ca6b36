package org.mitra.walkthrough;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import jakarta.json.JsonObject;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** People who sell for partners, what partners proved to know, exchange rates, agreed figures. */
class MoreFactsWalkIT extends Walk {
  private static LocalDate today() {
    return LocalDate.now(ZoneId.of("Asia/Jakarta"));
  }

  private static void product(String code) {
    Api.as("/admin", "maya")
        .post(
            "/products",
            """
            {"code": "%s", "name": "Bor", "unit": "PCS", "serialTracked": false, "active": true,
             "launchedOn": "2026-01-05"}
            """
                .formatted(code))
        .is(201);
  }

  private static String uid(String partner) {
    return Api.as("/admin", "maya")
        .get("/partners?code=" + partner)
        .is(200)
        .json()
        .getJsonArray("rows")
        .getJsonObject(0)
        .getString("uid");
  }

  @Test
  void aRepresentativeIsNamedWithASaleAndSeesIt() {
    String dealer = People.dealer();
    product(dealer);
    Page maya = staff("maya");
    maya.navigate(root() + "/admin/partner?id=" + uid(dealer));
    maya.locator("[id='representatives:code']").fill(dealer + "-R");
    maya.locator("[id='representatives:name']").fill("Putri Lestari");
    maya.locator("[id='representatives:add']").click();
    assertThat(maya.locator("[id='representatives'] table")).containsText("Putri Lestari");
    maya.locator("[id='certificates:training']").fill("aman-1");
    maya.locator("[id='certificates:earnedOn']").fill("2026-01-05");
    maya.locator("[id='certificates:add']").click();
    assertThat(maya.locator("[id='certificates'] table")).containsText("AMAN-1");
    assertThat(maya.locator("[id='certificates'] table")).containsText("Berlaku");
    shot(maya, "more-partner-id");
    maya.locator("[id='representatives'] table a").click();
    assertThat(maya.locator("h1")).hasText("Putri Lestari");
    assertThat(maya.locator("main")).containsText("Tenaga penjual");
    shot(maya, "more-representative-id");

    Page shop = partner(People.account("PARTNER_USER", dealer));
    shop.navigate(root() + "/partner/report-sale");
    shop.locator("[id='sale:document']").fill("N-1");
    shop.locator("[id='sale:customer']").fill("Bengkel Jaya");
    shop.locator("[id='sale:customerCode']").fill("npwp 99");
    shop.locator("[id='sale:representative_label']").click();
    shop.locator("[id='sale:representative_items'] li:has-text('Putri')").click();
    shop.locator("[id='sale:product_input']").pressSequentially(dealer);
    shop.locator("[id='sale:product_panel'] li").first().click();
    shop.locator("[id='sale:quantity']").fill("2");
    shop.locator("[id='sale:unitPrice']").fill("1.500.000");
    shot(shop, "more-report-sale-id");
    shop.locator("[id='sale:report']").click();
    assertThat(shop).hasURL(Pattern.compile(".*/partner/sale\\?id=.*"));
    assertThat(shop.locator("main")).containsText("NPWP99");
    assertThat(shop.locator("main")).containsText(dealer + "-R");

    Page putri =
        signedIn(
            window(Locale.ENGLISH, 390),
            "/partner",
            People.account("PARTNER_OWNER", dealer + "-R"));
    putri.navigate(root() + "/partner/sales");
    assertThat(putri.locator("[id='list:sales_data']")).containsText("N-1");
    shot(putri, "more-own-sales-phone");
    putri.navigate(shop.url());
    assertThat(putri.locator("main")).containsText("3.000.000");
    shot(putri, "more-own-sale-phone");

    Api elsewhere = People.session("PARTNER_USER", People.dealer());
    Assertions.assertThat(
            elsewhere.get("/sales?representative=" + dealer + "-R").json().getJsonArray("rows"))
        .isEmpty();
    maya.navigate(root() + "/admin/sales");
    maya.locator("[id='list:customer']").fill("npwp99");
    maya.locator("[id='list:show']").click();
    assertThat(maya.locator("[id='list:sales_data']")).containsText("N-1");
    shot(maya, "more-sales-filtered-id");
  }

  @Test
  void aPaymentIsSentAndTheSaleIsPaid() {
    String dealer = People.dealer();
    product(dealer);
    Api maya = Api.as("/admin", "maya");
    maya.post(
            "/feeds/sales",
            """
            {"rows": [{"source": "%1$s", "document": "S", "line": "1", "flow": "SELL_OUT", "seller": "%1$s",
               "customer": "Bengkel", "product": "%1$s", "quantity": "1", "net": "1000", "currency": "IDR",
               "soldAt": "2026-02-01", "orderedOn": "2026-01-20", "shippedOn": "2026-02-03"}]}
            """
                .formatted(dealer))
        .is(200);
    maya.post(
            "/feeds/sales",
            """
            {"rows": [{"source": "%1$s", "document": "P", "line": "1", "kind": "PAYMENT_RECEIVED",
               "flow": "SELL_OUT", "seller": "%1$s", "customer": "Bengkel", "product": "%1$s",
               "quantity": "0", "net": "1000", "currency": "IDR", "soldAt": "2026-03-01",
               "returnsDocument": "S"}]}
            """
                .formatted(dealer))
        .is(200);
    String line =
        maya.get("/sales?kind=SALE&seller=" + dealer)
            .json()
            .getJsonArray("rows")
            .getJsonObject(0)
            .getString("uid");
    JsonObject days = maya.get("/sales/" + line).json().getJsonObject("days");
    Assertions.assertThat(days.getString("paidOn")).isEqualTo("2026-03-01");
    Page page = staff("maya");
    page.navigate(root() + "/admin/sale?id=" + line);
    assertThat(page.locator("main")).containsText("Lunas pada");
    shot(page, "more-sale-paid-id");
  }

  @Test
  void aRateIsEnteredCorrectedAndReadOnAPhone() {
    Page dewi = staff("dewi");
    dewi.navigate(root() + "/admin/exchange-rates");
    for (String rate : new String[] {"12.100,5", "12.150,25"}) {
      dewi.locator("[id='entry:from']").fill("sgd");
      dewi.locator("[id='entry:rate']").fill(rate);
      dewi.locator("[id='entry:source']").fill("Bank Indonesia");
      dewi.locator("[id='entry:save']").click();
      assertThat(dewi.locator("[id='list:rates_data']")).containsText(rate);
    }
    assertThat(dewi.locator("[id='list:rates_data'] tr:has-text('SGD')")).hasCount(1);
    shot(dewi, "more-rates-id");
    dewi.locator("[id='entry:rate']").fill("-1");
    dewi.locator("[id='entry:save']").click();
    assertThat(dewi.locator(".ui-messages-error, .ui-message-error").first()).isVisible();

    Api admin = Api.as("/admin", "admin");
    admin
        .put("/exchange-rates/USD/IDR/" + today(), "{\"rate\": 16250.5, \"source\": \"BI\"}")
        .is(204);
    Assertions.assertThat(
            admin
                .put(
                    "/exchange-rates/USD/IDR/" + today().plusDays(2),
                    "{\"rate\": 16250.5, \"source\": \"BI\"}")
                .code())
        .isEqualTo("rate.future");
    Page ratna = signedIn(window(Locale.ENGLISH, 390), "/admin", "ratna");
    ratna.navigate(root() + "/admin/exchange-rates");
    assertThat(ratna.locator("[id='list:rates_data']")).containsText("USD");
    assertThat(ratna.locator("[id='entry:save']")).hasCount(0);
    shot(ratna, "more-rates-phone");
  }

  /** A published program that only this partner could earn in, with months from January 2026 on. */
  private static String program(String partner) {
    Api maya = Api.as("/admin", "maya");
    JsonObject program =
        maya.post(
                "/programs",
                """
                {"code": "%1$s", "terms": {"name": {"id": "Tumbuh %1$s", "en": "Grow %1$s"},
                 "currency": "IDR", "zone": "Asia/Jakarta", "from": "2026-10-01", "until": "2027-10-01",
                 "periodMonths": 1, "closingDay": 0, "payee": "SELLER",
                 "scope": {"flows": ["SELL_OUT"], "items": ["%1$s"]}, "enrollment": "EVERYONE",
                 "creditFrom": "ENROLLMENT", "returns": "IN_PERIOD_OF_SALE",
                 "rule": {"type": "flat", "pays": "NET", "rate": "10%%"}}}
                """
                    .formatted(partner))
            .is(201)
            .json();
    String version = "/programs/versions/" + program.getString("version");
    maya.post(version + "/submit", "{\"reason\": \"meant so\"}").is(200);
    String digest =
        maya.get("/programs/" + program.getString("program"))
            .json()
            .getJsonArray("versions")
            .getJsonObject(0)
            .getString("digest");
    Api.as("/admin", "rizal")
        .post(version + "/approve", "{\"digest\": \"" + digest + "\", \"remark\": \"\"}")
        .is(200);
    maya.post(version + "/publish", "").is(200);
    return program.getString("program");
  }

  @Test
  void aTargetIsProposedApprovedByAnotherAndSeenByThePartner() {
    String dealer = People.dealer();
    product(dealer);
    String program = program(dealer);
    Page maya = staff("maya");
    maya.navigate(root() + "/admin/agreed-figures");
    maya.locator("[id='figure:program_input']").pressSequentially(dealer);
    maya.locator("[id='figure:program_panel'] li").first().click();
    maya.locator("[id='figure:partner_input']").pressSequentially(dealer);
    maya.locator("[id='figure:partner_panel'] li").first().click();
    maya.locator("[id='figure:periodStart']").fill("2026-11-02");
    maya.locator("[id='figure:amount']").fill("75.000.000");
    maya.locator("[id='figure:reason']").fill("Sesuai rencana bersama");
    maya.locator("[id='figure:propose']").click();
    assertThat(maya.locator(".ui-messages-error, .ui-message-error").first()).isVisible();
    shot(maya, "more-figures-wrong-period-id");
    maya.locator("[id='figure:periodStart']").fill("2026-11-01");
    maya.locator("[id='figure:propose']").click();
    Locator row = maya.locator("[id='list:figures_data'] tr:has-text('" + dealer + "')");
    assertThat(row).containsText("75.000.000");
    assertThat(row.locator("button")).hasCount(0);
    shot(maya, "more-figures-proposed-id");

    maya.locator("[id='baselines:program_input']").pressSequentially(dealer);
    maya.locator("[id='baselines:program_panel'] li").first().click();
    maya.locator("[id='baselines:periodStart']").fill("2026-11-01");
    maya.locator("[id='baselines:propose']").click();
    assertThat(maya.locator("#baselines .field").first())
        .containsText("tidak mengukur pertumbuhan");

    Page rizal = signedIn(window(Locale.forLanguageTag("id"), 390), "/admin", "rizal");
    rizal.navigate(root() + "/admin/agreed-figures");
    Locator waiting = rizal.locator("[id='list:figures_data'] tr:has-text('" + dealer + "')");
    shot(rizal, "more-figures-phone");
    waiting.locator("button").first().click();
    assertThat(waiting).containsText("Berlaku");

    Page shop = partner(People.account("PARTNER_USER", dealer));
    shop.navigate(root() + "/partner/program?id=" + program);
    assertThat(shop.locator("#figures")).containsText("75.000.000");
    shot(shop, "more-figures-portal-id");
    Assertions.assertThat(
            People.session("PARTNER_USER", People.dealer())
                .get("/agreed-figures?program=" + dealer)
                .json()
                .getJsonArray("rows"))
        .isEmpty();
  }
}
