package org.mitra.walkthrough;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mitra.walkthrough.Api.Answer;

/** What a reviewer does when a claim is not simply right. */
class ClaimReviewWalkIT extends Walk {
  private String dealer;
  private String code;
  private Api clerk;

  @BeforeEach
  void aProgramThatIsClaimed() {
    dealer = People.dealer();
    code = Offers.product(true);
    clerk = People.session("PARTNER_USER", dealer);
  }

  /** Fifty thousand, or thirty million, for each unit that is claimed. */
  private void publish(String amount) {
    Offers.publish(
        code,
        Offers.terms(
            code,
            Offers.month(1).atDay(1),
            "\"claim\": {\"withinDays\": 60, \"proof\": false}, \"rule\": {\"type\": \"perUnit\", \"amount\": \"%s\"}"
                .formatted(amount)));
  }

  private void sold(String document, String... serials) {
    Offers.sellUnits(dealer, code, code + document, Offers.today().minusDays(3), serials);
  }

  /** The page of a claim that was submitted, in the console. */
  private String submitted(String... serials) {
    Answer draft =
        clerk
            .post(
                "/claims",
                "{\"program\": \"%s\", \"remark\": \"\", \"serials\": [%s], \"lines\": [], \"documents\": [], \"version\": null}"
                    .formatted(
                        code,
                        List.of(serials).stream()
                            .map(serial -> '"' + serial + '"')
                            .collect(Collectors.joining(", "))))
            .is(201);
    JsonObject claim = draft.json();
    clerk
        .post(
            "/claims/" + draft.uid() + "/submit",
            "{\"version\": %s, \"text\": \"\"}".formatted(claim.getInt("version")))
        .is(200);
    return root() + "/admin/claim?id=" + draft.uid();
  }

  @Test
  void unitsThatLookAlikeAreClearedAfterALook() {
    publish("50000");
    sold("-1", code + "-A0", code + "-AO");
    String address = submitted(code + "-A0", code + "-AO");
    Page maya = staff("maya");
    maya.navigate(address);
    Locator second = maya.locator("tr").filter(containing(code + "-AO"));
    assertThat(maya.locator(".badge-HELD").first()).isVisible();
    assertThat(second).containsText("Mirip dengan " + code + "-A0");
    shot(maya, "claim-look-alike-id");
    second.locator("button:has-text('Unit yang berbeda')").click();
    assertThat(maya.locator(".field").filter(containing("Catatan internal")))
        .containsText("belum diisi");
    maya.locator("[id='review:internal']").fill("Keduanya ada di surat jalan");
    second.locator("button:has-text('Unit yang berbeda')").click();
    assertThat(maya.locator(".ui-messages-info")).containsText("unit yang berbeda");
    assertThat(maya.locator(".badge-SUBMITTED").first()).isVisible();
    assertThat(maya.locator(".timeline")).containsText("Keduanya ada di surat jalan");
    maya.locator("[id='review:approve']").click();
    assertThat(maya.locator(".badge-APPROVED").first()).isVisible();
    assertThat(maya.locator(".figures")).containsText("Rp 100.000");
    shot(maya, "claim-cleared-id");
  }

  @Test
  void whatIsReportedLateIsFoundByCheckingAgain() {
    publish("50000");
    sold("-0", code + "-0");
    String address = submitted(code + "-0", code + "-1");
    Page maya = inEnglish(signedIn(window(Locale.ENGLISH, 390), "/admin", "maya"));
    maya.navigate(address);
    assertThat(maya.locator("[id='review:items']"))
        .containsText("No sale of this unit is reported");
    assertThat(maya.locator(".figures")).containsText("IDR 50,000");
    sold("-1", code + "-1");
    maya.locator("[id='review:check']").click();
    assertThat(maya.locator(".ui-messages-info")).containsText("Checked again");
    assertThat(maya.locator(".figures")).containsText("IDR 100,000");
    fits(maya, "claim-checked-phone-en");
    maya.locator("[id='bar:indonesian']").click();
  }

  @Test
  void aSecondPersonWhoDoesNotAgreeSendsItBack() {
    publish("60000000");
    sold("-1", code + "-1");
    String address = submitted(code + "-1");
    Page maya = staff("maya");
    maya.navigate(address);
    maya.locator("[id='review:approve']").click();
    assertThat(maya.locator(".badge-ENDORSED").first()).isVisible();
    assertThat(maya.locator("[id='review:decline']")).hasCount(0);

    Page dewi = staff("dewi");
    dewi.navigate(address);
    dewi.locator("[id='review:decline']").click();
    assertThat(dewi.locator("[id='review:decision'] .field")).containsText("belum diisi");
    shot(dewi, "claim-decline-id");
    dewi.locator("[id='review:message']").fill("Fakturnya atas nama siapa?");
    dewi.locator("[id='review:decline']").click();
    assertThat(dewi.locator(".ui-messages-info")).containsText("kembali ke peninjau pertama");
    assertThat(dewi.locator(".badge-SUBMITTED").first()).isVisible();
    assertThat(dewi.locator("[id='review:approve']")).hasCount(0);

    maya.reload();
    assertThat(maya.locator(".timeline")).containsText("Fakturnya atas nama siapa?");
    maya.locator("[id='review:approve']").click();
    assertThat(maya.locator(".badge-ENDORSED").first()).isVisible();
    dewi.reload();
    dewi.locator("[id='review:confirm']").click();
    assertThat(dewi.locator(".badge-APPROVED").first()).isVisible();
    assertThat(dewi.locator(".figures")).containsText("Rp 60.000.000");
  }

  @Test
  void aClaimIsRejectedWithAReason() {
    publish("50000");
    sold("-1", code + "-1");
    String address = submitted(code + "-1");
    Page maya = inEnglish(signedIn(window(Locale.ENGLISH, 390), "/admin", "maya"));
    maya.navigate(address);
    Locator reject = maya.locator("[id='review:reject']");
    reject.click();
    maya.locator(".ui-confirmdialog-yes:visible").click();
    assertThat(maya.locator("[id='review:decision'] .field")).containsText("is missing");
    assertThat(maya.locator(".ui-confirmdialog-yes:visible")).hasCount(0);
    assertThat(maya.locator(".ui-state-loading")).hasCount(0);
    assertThat(reject).isEnabled();
    fits(maya, "claim-reject-missing-phone-en");
    maya.locator("[id='review:message']").fill("Not a sale to a customer");
    reject.click();
    maya.locator(".ui-confirmdialog-yes:visible").click();
    assertThat(maya.locator(".badge-REJECTED").first()).isVisible();
    assertThat(maya.locator(".note")).containsText("Not a sale to a customer");
    inIndonesian(maya);
    shot(maya, "claim-rejected-phone-id");
  }
}
