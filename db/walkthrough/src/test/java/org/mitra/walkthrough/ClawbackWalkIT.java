package org.mitra.walkthrough;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Money that came undone: seen with its cause and plan, and given up by two people. */
class ClawbackWalkIT extends Walk {
  private static final String FLAT =
      "\"rule\": {\"type\": \"flat\", \"pays\": \"NET\", \"rate\": \"10%\"}";

  @Test
  void whatIsOwedShowsItsPlanAndIsGivenUpByTwo() {
    String dealer = Offers.payableDealer();
    String code = Offers.product(false);
    Offers.publish(code, Offers.terms(code, Offers.month(3).atDay(1), FLAT));
    Offers.sell(dealer, code, code + "-1", Offers.month(3).atDay(10), 20);
    Offers.pay(code, Offers.month(3));
    Offers.comeBack(dealer, code, code + "-1", Offers.month(2).atDay(10), 20);
    Offers.pay(code, Offers.month(2));
    Offers.sell(dealer, code, code + "-2", Offers.month(1).atDay(10), 10);
    Offers.prepare(code, Offers.month(1));

    Page dewi = staff("dewi");
    dewi.navigate(root() + "/admin/clawbacks");
    dewi.locator("th input").first().fill(dealer);
    Locator row = dewi.locator("[id='list:clawbacks_data'] tr").filter(containing(dealer));
    assertThat(row).containsText("Rp 500.000 direncanakan");
    shot(dewi, "clawbacks-id");
    row.locator("a").first().click();
    assertThat(dewi.locator(".figures")).containsText("Rp 2.000.000");
    assertThat(dewi.locator(".figures")).containsText("Rp 1.500.000");
    assertThat(dewi.locator("main")).containsText("Direncanakan, saat pembayaran dilepaskan");
    String address = dewi.url();
    dewi.locator(".title a.button:has-text('Laporan pembayaran')").click();
    assertThat(dewi.locator("main")).containsText("Bonus " + code);
    dewi.navigate(address);

    dewi.locator("[id='ask:amount']").fill("1.500.001");
    dewi.locator("[id='ask:reason']").fill("Barang rusak saat banjir");
    dewi.locator("[id='ask:go']").click();
    assertThat(dewi.locator(".ui-message-error, .ui-messages-error").first()).isVisible();
    assertThat(dewi.locator("[id='ask:reason']")).hasValue("Barang rusak saat banjir");
    shot(dewi, "clawback-too-much-id");
    dewi.locator("[id='ask:amount']").fill("600.000");
    dewi.locator("[id='ask:go']").dblclick();
    assertThat(dewi.locator("[id='decide'] tbody tr")).hasCount(1);
    assertThat(dewi.locator("[id='decide']")).containsText("Barang rusak saat banjir");
    assertThat(dewi.locator("[id='decide'] button")).hasCount(0);
    assertThat(dewi.locator("[id='ask:go']")).hasCount(0);
    shot(dewi, "clawback-asked-id");

    Page hendra = inEnglish(signedIn(window(Locale.ENGLISH, 390), "/admin", "hendra"));
    hendra.navigate(address);
    assertThat(hendra.locator(".figures")).containsText("IDR 1,500,000");
    fits(hendra, "clawback-phone-en");
    hendra.getByRole(AriaRole.BUTTON, name("Refuse")).click();
    assertThat(hendra.locator("[id='decide']")).containsText("Refused");
    assertThat(hendra.locator(".figures")).containsText("IDR 1,500,000");

    dewi.reload();
    dewi.locator("[id='ask:amount']").fill("1.500.000");
    dewi.locator("[id='ask:reason']").fill("Disepakati dengan mitra");
    dewi.locator("[id='ask:go']").click();
    assertThat(dewi.locator("[id='decide'] tbody tr")).hasCount(2);
    hendra.reload();
    hendra.getByRole(AriaRole.BUTTON, name("Agree")).click();
    assertThat(hendra.locator("[id='decide'] .badge-APPROVED")).isVisible();
    assertThat(hendra.locator(".figure").filter(containing("Still open"))).containsText("IDR 0");
    assertThat(hendra.locator("[id='decide'] button")).hasCount(0);
    shot(hendra, "clawback-given-up-phone-en");
    hendra.locator("[id='bar:indonesian']").click();
  }

  private static Page.GetByRoleOptions name(String text) {
    return new Page.GetByRoleOptions().setName(text).setExact(true);
  }
}
