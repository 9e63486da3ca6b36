package org.mitra.walkthrough;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Locale;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** An executive asks whether programs are worth their money; the demo holds one of each answer. */
class RoiWalkIT extends Walk {

  /** Sales are added up some seconds after they came in; until then there is no return to read. */
  private static void openWhenAddedUp(Page page, String address) {
    page.navigate(root() + address);
    for (int look = 0; look < 30 && known(page).count() == 0; look++) {
      page.waitForTimeout(2_000);
      page.reload();
    }
    assertThat(known(page).first()).isVisible();
  }

  private static Locator known(Page page) {
    return row(page, "PROMO-LAS").locator("td:nth-child(6):has-text('%')");
  }

  /** The row of a program, on whichever page of the list it is by now. */
  private static Locator row(Page page, String program) {
    Locator row =
        page.locator("[id='list:programs_data'] tr", new Page.LocatorOptions().setHasText(program));
    if (row.count() == 0) {
      turn(page, "first");
    }
    boolean more = true;
    while (more && row.count() == 0) {
      more = turn(page, "next");
    }
    return row;
  }

  private static boolean turn(Page page, String to) {
    Locator button = page.locator(".ui-paginator-" + to + ":not(.ui-state-disabled)");
    boolean turns = button.count() > 0;
    if (turns) {
      button.click();
      settle(page);
    }
    return turns;
  }

  @Test
  void aProgramThatPaidOffAndOneThatDidNot() {
    Page page = staff("indra");
    openWhenAddedUp(page, "/admin/roi");
    assertThat(page.locator("h1")).containsText("Biaya dan hasil program");
    assertThat(page.locator(".chart canvas")).isVisible();
    Assertions.assertThat(percent(row(page, "PROMO-GERINDA"))).isPositive();
    Assertions.assertThat(percent(row(page, "PROMO-LAS"))).isNegative();
    shot(page, "roi-id");

    row(page, "PROMO-GERINDA").locator("a").first().click();
    assertThat(page.locator("h1")).containsText("Promo Dorong Gerinda");
    assertThat(page.locator(".chart canvas").first()).isVisible();
    assertThat(page.locator("#costs")).containsText("Peraga toko");
    assertThat(page.locator("[id='cost:add']")).hasCount(0);
    shot(page, "roi-program-id");
  }

  /** The return as a whole number, read from the row. */
  private static int percent(Locator row) {
    String text = row.locator("td").nth(5).innerText().replace('\u2212', '-');
    return Integer.parseInt(text.replaceAll("[.,][0-9]+%[\\s\\S]*", "").replaceAll("[^0-9-]", ""));
  }

  @Test
  void readsOnAPhoneInEnglish() {
    Page page = signedIn(window(Locale.ENGLISH, 390), "/admin", "indra");
    openWhenAddedUp(page, "/admin/roi?basis=LAST_YEAR");
    page.locator("[id='bar:english']").click();
    assertThat(row(page, "PROMO-LAS")).containsText("Welding Machine Push");
    fits(page, "roi-phone-en");
    row(page, "PROMO-LAS").locator("a").first().click();
    assertThat(page.locator("h1")).containsText("Welding Machine Push");
    assertThat(page.locator(".chart canvas").first()).isVisible();
    fits(page, "roi-program-phone-en");
    page.locator("[id='bar:indonesian']").click();
  }

  @Test
  void tablesAreDownloaded() throws IOException {
    Page page = staff("indra");
    openWhenAddedUp(page, "/admin/roi");
    byte[] sheet = download(page, "XLSX");
    Assertions.assertThat(new String(sheet, 0, 2, StandardCharsets.US_ASCII)).isEqualTo("PK");
    String table = new String(download(page, "CSV"), StandardCharsets.UTF_8);
    Assertions.assertThat(table).contains("PROMO-GERINDA").contains("PROMO-LAS");
    row(page, "PROMO-GERINDA").locator("a").first().click();
    String weeks = new String(download(page, "CSV"), StandardCharsets.UTF_8);
    Assertions.assertThat(weeks.lines().count()).isGreaterThan(20);
  }

  private static byte[] download(Page page, String format) throws IOException {
    Download download =
        page.waitForDownload(
            () ->
                page.locator("a.button[href*='table." + format.toLowerCase(Locale.ROOT) + "']")
                    .first()
                    .click());
    return Files.readAllBytes(download.path());
  }

  @Test
  void aManagerTypesInACostAndTakesItBack() {
    Page page = staff("maya");
    openWhenAddedUp(page, "/admin/roi");
    row(page, "PROMO-LAS").locator("a").first().click();
    page.locator("[id='cost:amount_input']").pressSequentially("1250000");
    page.locator("[id='cost:remark']").fill("Cetak brosur susulan");
    page.locator("[id='cost:add']").click();
    Locator cost =
        page.locator("#costs tr", new Page.LocatorOptions().setHasText("Cetak brosur susulan"));
    assertThat(cost).containsText("1.250.000");
    cost.locator("button").click();
    page.locator(".ui-confirmdialog-yes:visible").click();
    assertThat(cost).containsText("maya");
    assertThat(cost.locator("button")).hasCount(0);
  }
}
