package org.mitra.walkthrough;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** A mapping is built in the form, with a sample beside it, and files are read with it. */
class MappingWalkIT extends Walk {
  private static final String HEADER =
      "Nomor dokumen;Baris;Tanggal;Pelanggan kami;Produk;Kuantitas;Harga\n";

  /** Of an earlier run of the tests there may be one of the same name. */
  private final String name = People.name("Penjualan");

  private final String code = People.name("MAP").toUpperCase(Locale.ROOT);

  @Test
  void aMappingIsBuiltInTheFormAndAFileImportedWithIt() {
    masters();
    Page page = inIndonesian(staff("maya"));
    page.navigate(root() + "/admin/mapping");
    page.locator("[id='mapping:save']").click();
    assertThat(message(page, "name")).containsText("belum diisi");
    page.locator("[id='mapping:name']").fill(name);
    page.locator("[id='mapping:save']").click();
    assertThat(row(page, "source")).containsText("tidak menyebut");

    sample(
        page, "contoh.csv", HEADER + "F-1;1;31/01/2026;" + code + ";" + code + ";10;1.500.000\n");
    assertThat(page.locator("#main")).containsText("contoh.csv");
    // What is called like a field is proposed; the separator is, because the header shows it.
    assertThat(page.locator("[id='mapping:name']")).hasValue(name);
    assertThat(page.locator("[id='mapping:format-separator']")).hasValue(";");
    assertThat(pick(page, "document")).hasValue("Nomor dokumen");
    assertThat(pick(page, "quantity")).hasValue("Kuantitas");
    assertThat(pick(page, "soldAt")).hasValue("");
    pick(page, "line").selectOption("Baris");
    pick(page, "buyer").selectOption("Pelanggan kami");
    pick(page, "unitPrice").selectOption("Harga");
    pick(page, "soldAt").selectOption("Tanggal");
    constant(page, "source").fill(code);
    constant(page, "currency").fill("IDR");
    row(page, "flow").locator("select").nth(1).selectOption("SELL_IN");
    page.locator("[id='mapping:format-dates']").fill("dd/mm/yyyy");
    page.locator("[id='mapping:try']").click();
    assertThat(message(page, "format-dates")).containsText("dd/mm/yyyy");
    assertThat(page.locator("[id='mapping:format-dates']")).hasValue("dd/mm/yyyy");
    shot(page, "mapping-form-mistake-id");
    page.locator("[id='mapping:format-dates']").fill("dd/MM/yyyy");
    page.locator("[id='mapping:try']").click();
    // Read as it is declared, and so one thousand times too small: the preview shows it.
    assertThat(page.locator("[id='mapping:tried']")).containsText("Angka tidak terbaca");
    page.locator("[id='mapping:format-decimal']").selectOption(",");
    page.locator("[id='mapping:format-grouping']").selectOption(".");
    page.locator("[id='mapping:try']").click();
    assertThat(page.locator("[id='mapping:tried'] .figures")).containsText("15.000.000");
    assertThat(page.locator("[id='mapping:tried'] table")).containsText("31 Jan 2026");
    assertThat(page.locator("[id='mapping:tried'] table")).containsText("1.500.000");
    shot(page, "mapping-form-tried-id");
    page.locator("[id='mapping:save']").click();
    assertThat(page.locator("h1")).hasText(name);

    page.navigate(root() + "/admin/imports");
    page.locator("[id='upload:mapping']").selectOption(name);
    page.locator("input[type=file][id^='upload:file']")
        .setInputFiles(
            csv(
                "januari.csv",
                HEADER
                    + "F-1;1;31/01/2026;%1$s;%1$s;10;1.500.000\nF-2;1;30/01/2026;%1$s;%1$s;2;250.000\n"
                        .formatted(code)));
    page.locator("[id='upload:send']").click();
    assertThat(page.locator("[id=result]")).containsText("Siap dimasukkan");
    page.locator("[id='decide:commit']").click();
    assertThat(page.locator("#totals")).containsText("15.500.000");
    shot(page, "mapping-imported-id");
  }

  @Test
  void theDocumentAndTheFormAreTwoViewsOfOneMapping() {
    Page page = signedIn(window(Locale.ENGLISH, 390), "/admin", "maya");
    page.locator("[id='bar:english']").click();
    assertThat(page.locator("html")).hasAttribute("lang", "en");
    page.navigate(root() + "/admin/mapping?kind=PRODUCTS");
    assertThat(page.locator("[id='mapping:kind']")).hasValue("PRODUCTS");
    page.locator("[id='mapping:name']").fill(name);
    byte[] workbook = Workbook.of("Code;Name;Serial?", People.name("P") + ";Drill;with");
    page.locator("input[type=file]").setInputFiles(new FilePayload("products.xlsx", "", workbook));
    assertThat(page.locator("[id='mapping:format-type']")).hasValue("XLSX");
    assertThat(pick(page, "code")).hasValue("Code");
    assertThat(pick(page, "name")).hasValue("Name");
    constant(page, "unit").fill("PCS");
    Locator tracked = row(page, "serialTracked");
    tracked.locator("select").first().selectOption("Serial?");
    tracked.locator("summary").focus();
    page.keyboard().press("Enter");
    tracked.locator("textarea").fill("with yes");
    page.locator("[id='mapping:showDocument']").click();
    assertThat(tracked).containsText("does not say what a word means");
    assertThat(tracked.locator("textarea")).hasValue("with yes");
    tracked.locator("textarea").fill("with = yes\nwithout = no");
    page.locator("[id='mapping:showDocument']").click();
    Locator document = page.locator("[id='mapping:definition']");
    assertThat(document).hasValue(Pattern.compile("\"with\": *\"yes\""));
    String text = document.inputValue();
    document.fill(text.replace("\"PCS\"", "\"PCS\", \"columm\": \"x\""));
    page.locator("[id='mapping:showForm']").click();
    assertThat(message(page, "definition")).containsText("knows no \"columm\"");
    assertThat(page.locator("#place")).hasText("/fields/2/columm");
    assertThat(document).hasValue(text.replace("\"PCS\"", "\"PCS\", \"columm\": \"x\""));
    shot(page, "mapping-document-en-phone");
    document.fill(text.replace("\"PCS\"", "\"BOX\""));
    page.locator("[id='mapping:showForm']").click();
    assertThat(constant(page, "unit")).hasValue("BOX");
    page.locator("[id='mapping:try']").click();
    assertThat(page.locator("[id='mapping:tried'] table")).containsText("BOX");
    assertThat(page.locator("[id='mapping:tried'] .figures")).containsText("New");
    fits(page, "mapping-form-en-phone");
    page.locator("[id='mapping:save']").click();
    assertThat(page.locator("h1")).hasText(name);
    assertThat(page.locator("[id='mapping:name']")).isDisabled();
    // Saved again as it is, it is the same version.
    page.locator("[id='mapping:save']").click();
    settle(page);
    assertThat(page.locator(".ui-messages-info")).isVisible();
    assertThat(page.locator("main")).not().containsText("version 2");
    constant(page, "unit").fill("PCS");
    page.locator("[id='mapping:save']").click();
    assertThat(page.locator("main")).containsText("version 2");
    inIndonesian(page);
  }

  private void masters() {
    Api maya = Api.as("/admin", "maya");
    deliver(
        maya,
        "partners",
        "{\"code\": \"%1$s\", \"name\": \"Toko %1$s\", \"type\": \"DISTRIBUTOR\", \"currency\": \"IDR\","
            + " \"joinedOn\": \"2020-01-01\"}");
    deliver(maya, "products", "{\"code\": \"%1$s\", \"name\": \"Bor %1$s\", \"unit\": \"PCS\"}");
  }

  private void deliver(Api maya, String kind, String row) {
    String answer =
        maya.post("/feeds/" + kind, "{\"rows\": [" + row.formatted(code) + "]}").is(200).body();
    Assertions.assertThat(answer).doesNotContain("QUARANTINED");
  }

  private static FilePayload csv(String name, String text) {
    return new FilePayload(name, "text/csv", text.getBytes(StandardCharsets.UTF_8));
  }

  private static void sample(Page page, String name, String text) {
    page.locator("input[type=file]").setInputFiles(csv(name, text));
  }

  private static Locator message(Page page, String field) {
    return page.locator(".field")
        .filter(new Locator.FilterOptions().setHas(page.locator("[id='mapping:" + field + "']")));
  }

  private static Locator row(Page page, String field) {
    return page.locator(".map-row")
        .filter(
            new Locator.FilterOptions().setHas(page.locator(".mono").getByText(field, exactly())));
  }

  private static Locator.GetByTextOptions exactly() {
    return new Locator.GetByTextOptions().setExact(true);
  }

  private static Locator pick(Page page, String field) {
    return row(page, field).locator("select[id$='fields-pick']");
  }

  private static Locator constant(Page page, String field) {
    return row(page, field).locator("input[id$='fields-default']");
  }
}
