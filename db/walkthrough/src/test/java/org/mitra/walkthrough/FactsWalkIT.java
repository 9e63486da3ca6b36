package org.mitra.walkthrough;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.APIRequestContext;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.RequestOptions;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** Facts come in: a file from upload to repaired rows, a sale that a partner types in. */
class FactsWalkIT extends Walk {
  private static final String HEADER = "Faktur;Baris;Tanggal;Pembeli;Barang;Jumlah;Harga\n";

  @Test
  void aFileIsUploadedPreviewedCommittedAndItsRowsRepaired() {
    Page page = inIndonesian(staff("maya"));
    masters(page.request(), "WALKID");
    mapping(page, "WALKID", "Penjualan WALKID");

    page.navigate(root() + "/admin/imports");
    upload(
        page,
        "Penjualan WALKID",
        "penjualan-januari.csv",
        HEADER
            + "F-1;1;05/01/2026;WALKID;WALKID;10;1.500.000\n"
            + "F-1;2;05/01/2026;WALKID;WALKID;2;250.000\n"
            + "F-2;1;31/02/2026;WALKID;WALKID;1;100.000\n"
            + "F-3;1;07/01/2026;WALKID-2;WALKID;3;200.000\n");
    assertThat(page.locator("h1")).hasText("penjualan-januari.csv");
    assertThat(page.locator("#figures")).containsText("16.100.000");
    assertThat(page.locator("[id=result]")).containsText("Siap dimasukkan");
    shot(page, "facts-import-preview-id");
    page.locator("[id='decide:commit']").click();
    Locator totals = page.locator("#totals");
    assertThat(page.locator("[id=result]")).containsText("Sudah dimasukkan");
    assertThat(totals).containsText("15.500.000");
    shot(page, "facts-import-committed-id");

    page.locator("a:has-text('Buka karantina')").click();
    assertThat(page.locator("[id='list:rows_data'] tr")).hasCount(2);
    shot(page, "facts-quarantine-id");
    page.locator("a:has-text('31/02/2026')").first().click();
    assertThat(page.locator(".problem")).containsText("bukan tanggal menurut pola");
    page.locator(".field.wrong input").fill("31/01/2026");
    shot(page, "facts-row-id");
    page.locator("[id='row:release']").click();
    assertThat(page.locator(".ui-messages-info")).containsText("Baris sudah dilepas");
    page.locator("a:has-text('Ke barisnya')").click();
    assertThat(page.locator("h1")).containsText("F-2");
    assertThat(page.locator("main")).containsText("100.000");
    shot(page, "facts-line-id");

    partner(page.request(), "WALKID-2");
    page.navigate(root() + "/admin/quarantine?reason=sale.partner-unknown");
    Locator waiting = page.locator("[id='list:rows_data']");
    assertThat(waiting).containsText("F-3");
    page.locator("[id='all:releaseAll']").click();
    assertThat(page.locator(".job")).containsText("Selesai");
    assertThat(waiting).not().containsText("F-3");
    page.navigate(root() + "/admin/sales");
    page.locator("th:has-text('Faktur') input").fill("F-3");
    assertThat(page.locator("[id='list:sales_data']")).containsText("600.000");
    page.navigate(root() + "/admin/control-totals?month=2026-01");
    assertThat(page.locator("#rows")).containsText("Penjualan WALKID");
    assertThat(page.locator("#lines")).containsText("16.200.000");
    shot(page, "facts-totals-id");
  }

  @Test
  void inEnglishABadFileShowsItsSentenceAndARowIsSetAside() {
    Page page = signedIn(window(Locale.ENGLISH, 390), "/admin", "maya");
    page.locator("[id='bar:english']").click();
    assertThat(page.locator("html")).hasAttribute("lang", "en");
    masters(page.request(), "WALKEN");
    mapping(page, "WALKEN", "Sales WALKEN");

    page.navigate(root() + "/admin/imports");
    upload(page, "Sales WALKEN", "bad.csv", "Faktur;Baris\nA;1\n");
    assertThat(page.locator("#refusal")).containsText("The file has no column \"Pembeli, Barang");
    assertThat(page.locator("[id='decide:commit']")).hasCount(0);
    fits(page, "facts-refused-en-phone");

    page.navigate(root() + "/admin/imports");
    upload(page, "Sales WALKEN", "sales.csv", HEADER + "G-1;1;05/01/2026;WALKEN;WALKEN;1;12abc\n");
    assertThat(page.locator("[id=result]")).containsText("Ready to commit");
    fits(page, "facts-import-preview-en-phone");
    page.locator("[id='decide:commit']").click();
    assertThat(page.locator("[id=result]")).containsText("Taken in");
    page.locator("a:has-text('Open the quarantine')").click();
    fits(page, "facts-quarantine-en-phone");
    page.locator("a:has-text('12abc')").first().click();
    assertThat(page.locator(".problem")).containsText("\"12abc\" is not a number");
    page.locator("[id='aside:note']").fill("A line of a test");
    page.locator("[id='aside:dismiss']").click();
    assertThat(page.locator(".ui-messages-info")).containsText("Set aside");
    fits(page, "facts-row-en-phone");
    inIndonesian(page);
  }

  @Test
  void aPartnerTypesASaleIn() {
    Page staff = staff("maya");
    product(staff.request(), "WALKTYPE");
    Page page = inIndonesian(partner("budi"));
    page.navigate(root() + "/partner/report-sale");
    String invoice = "W-" + UUID.randomUUID().toString().substring(0, 8);
    page.locator("[id='sale:document']").fill(invoice);
    page.locator("[id='sale:customer']").fill("CV Bangun Jaya");
    page.locator("[id='sale:product_input']").pressSequentially("WALKTYPE");
    page.locator(".ui-autocomplete-item").first().click();
    page.locator("[id='sale:quantity']").fill("3");
    page.locator("[id='sale:unitPrice']").fill("125.000,50");
    page.locator("[id='sale:report']").click();
    assertThat(page.locator("main")).containsText("lebih banyak desimal");
    page.locator("[id='sale:unitPrice']").fill("125.000");
    shot(page, "facts-report-id");
    page.locator("[id='sale:report']").click();
    assertThat(page.locator("h1")).containsText(invoice);
    assertThat(page.locator("main")).containsText("375.000");
    shot(page, "facts-own-line-id");
    page.navigate(root() + "/partner/sales");
    assertThat(page.locator("[id='list:sales_data']")).containsText(invoice);
    shot(page, "facts-own-sales-id");
  }

  private static void upload(Page page, String mapping, String name, String text) {
    page.locator("[id='upload:mapping']").selectOption(mapping);
    page.locator("[id='upload:file'] input[type=file], input[type=file][id^='upload:file']")
        .first()
        .setInputFiles(new FilePayload(name, "text/csv", text.getBytes(StandardCharsets.UTF_8)));
    page.locator("[id='upload:send']").click();
  }

  private static void masters(APIRequestContext request, String code) {
    partner(request, code);
    product(request, code);
  }

  private static void partner(APIRequestContext request, String code) {
    deliver(
        request,
        "partners",
        Map.of(
            "code", code,
            "name", "Toko " + code,
            "type", "DISTRIBUTOR",
            "currency", "IDR",
            "joinedOn", "2020-01-01"));
  }

  private static void product(APIRequestContext request, String code) {
    deliver(request, "products", Map.of("code", code, "name", "Bor " + code, "unit", "PCS"));
  }

  private static void deliver(APIRequestContext request, String kind, Map<String, String> row) {
    APIResponse response =
        request.post(
            root() + "/admin/api/feeds/" + kind,
            options().setData(Map.of("rows", new Object[] {row})));
    Assertions.assertThat(response.status()).as(response.text()).isEqualTo(200);
    Assertions.assertThat(response.text()).doesNotContain("QUARANTINED");
  }

  private static RequestOptions options() {
    return RequestOptions.create()
        .setHeader("X-Requested-With", "XMLHttpRequest")
        .setHeader("Idempotency-Key", UUID.randomUUID().toString());
  }

  private static void mapping(Page page, String code, String name) {
    APIResponse response =
        page.request()
            .post(
                root() + "/admin/api/mappings",
                options().setData(Map.of("name", name, "definition", definition(code))));
    Assertions.assertThat(response.status()).as(response.text()).isEqualTo(201);
  }

  private static String definition(String source) {
    return """
        {"kind": "SALES",
         "format": {"type": "CSV", "separator": ";", "decimal": ",", "grouping": ".",
                    "dates": "dd/MM/yyyy", "zone": "Asia/Jakarta"},
         "fields": [
           {"field": "source", "default": "%s"},
           {"field": "document", "column": "Faktur"},
           {"field": "line", "column": "Baris"},
           {"field": "flow", "default": "SELL_IN"},
           {"field": "buyer", "column": "Pembeli"},
           {"field": "product", "column": "Barang"},
           {"field": "quantity", "column": "Jumlah"},
           {"field": "unitPrice", "column": "Harga"},
           {"field": "currency", "default": "IDR"},
           {"field": "soldAt", "column": "Tanggal"}]}
        """
        .formatted(source);
  }
}
