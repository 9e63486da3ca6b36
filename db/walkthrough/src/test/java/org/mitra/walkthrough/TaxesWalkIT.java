package org.mitra.walkthrough;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.Locale;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Finance says what a partner is to the tax office; the auditor sees that, and changes nothing. */
@Execution(ExecutionMode.CONCURRENT)
class TaxesWalkIT extends Walk {
  @Test
  void aPartnerIsTreatedAsAPersonFromNowOn() {
    String partner = People.dealer();
    String finance = People.account("FINANCE", "");
    Page page = signedIn(window(Locale.forLanguageTag("id"), 1280), "/admin", finance);
    page.navigate(root() + "/admin/taxes");
    assertThat(page.locator("#rates")).containsText("PPh Pasal 23");
    assertThat(page.locator("#rates")).containsText("15%");
    Locator rows = page.locator("[id='list:treatments_data'] tr");
    page.locator("[id='list:treatments'] th input").first().pressSequentially(partner);
    assertThat(rows).hasCount(1);
    assertThat(rows.first()).containsText("Badan usaha");

    rows.first().locator("button").click();
    assertThat(page.locator(".ui-confirm-dialog")).containsText("sebagai Orang pribadi");
    shot(page, "taxes-sure-id");
    page.locator(".ui-confirmdialog-yes:visible").click();
    assertThat(page.locator(".ui-messages-info")).isVisible();

    Api dewi = Api.as("/admin", "dewi");
    Assertions.assertThat(
            dewi.get("/taxes/recipients?recipient=PERSON&partnerCode=" + partner)
                .is(200)
                .json()
                .getJsonArray("rows")
                .getJsonObject(0)
                .getString("changedBy"))
        .isEqualTo(finance);
    Page auditor = signedIn(window(Locale.ENGLISH, 390), "/admin", People.account("AUDITOR", ""));
    auditor.locator("[id='bar:english']").click();
    auditor.navigate(root() + "/admin/taxes");
    assertThat(auditor.locator("[id='list:treatments_data'] tr").first()).isVisible();
    assertThat(auditor.locator("[id='list:treatments_data'] button")).hasCount(0);
    auditor.navigate(root() + "/admin/audit");
    auditor.locator("th:has-text('On what') input").pressSequentially(partner);
    assertThat(auditor.locator("[id='list:events_data']"))
        .containsText("Tax of " + partner + ": treated as Person");
    shot(auditor, "audit-sentences-en-phone");
  }
}
