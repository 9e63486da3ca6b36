package org.mitra.walkthrough;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mitra.walkthrough.Api.Answer;

/**
 * Fund money and activities off the straight road: lowered, sent back, refused, extended, closed.
 */
class FundStepsWalkIT extends Walk {
  private final LocalDate today = Offers.today();
  private String code;
  private String clerkName;
  private Api clerk;

  @BeforeEach
  void aFundOfItsOwn() {
    String dealer = People.dealer();
    code = People.name("FUND").toUpperCase(Locale.ROOT);
    clerkName = People.account("PARTNER_USER", dealer);
    clerk = Api.as("/partner", clerkName);
    Offers.publish(code, Offers.fundTerms(code));
    Offers.maya()
        .post(
            "/fund-allocations",
            """
            {"program": "%s", "partner": "%s", "amount": "50000000", "expiresOn": "%s",
             "carryOver": null, "note": ""}
            """
                .formatted(code, dealer, today.plusDays(300)))
        .is(201);
  }

  private String fund() {
    return clerk
        .get("/funds?program=" + code)
        .is(200)
        .json()
        .getJsonArray("rows")
        .getJsonObject(0)
        .getString("uid");
  }

  /** Asks for 20,000,000 for something that costs twice as much, today. */
  private String requested() {
    Answer draft =
        clerk
            .post(
                "/fund-activities",
                """
                {"fund": "%s", "title": "Pameran %s", "kind": "EXHIBITION", "description": "",
                 "startsOn": "%s", "endsOn": "%s", "plannedCost": "40000000",
                 "requested": "20000000", "documents": [], "version": null}
                """
                    .formatted(fund(), code, today, today))
            .is(201);
    step(draft.uid(), "submit");
    return draft.uid();
  }

  private void step(String activity, String step) {
    int version =
        clerk
            .get("/fund-activities/" + activity)
            .is(200)
            .json()
            .getJsonObject("summary")
            .getInt("version");
    clerk
        .post(
            "/fund-activities/" + activity + "/" + step,
            "{\"reason\": \"\", \"version\": " + version + "}")
        .is(200);
  }

  private void claim(String activity, String amount, boolean moreToCome) {
    String proof =
        clerk
            .upload(
                "/documents",
                "faktur.png",
                "image/png",
                ClaimsWalkIT.picture(),
                UUID.randomUUID().toString())
            .is(201)
            .uid();
    int version =
        clerk
            .get("/fund-activities/" + activity)
            .is(200)
            .json()
            .getJsonObject("summary")
            .getInt("version");
    clerk
        .post(
            "/fund-activities/" + activity + "/claim",
            """
            {"costs": [{"description": "Stan", "document": "INV-%s", "spentOn": "%s", "amount": "%s"}],
             "documents": ["%s"], "moreToCome": %s, "note": "", "version": %s}
            """
                .formatted(version, today, amount, proof, moreToCome, version))
        .is(200);
  }

  @Test
  void anAllocationIsLoweredByWhatIsFree() {
    Page maya = staff("maya");
    maya.navigate(root() + "/admin/fund?id=" + fund());
    maya.locator("a[href*='lower-allocation']").click();
    assertThat(maya.locator("[id='lower:amount']")).hasValue("50.000.000");
    maya.locator("[id='lower:amount']").fill("50.000.001");
    maya.locator("[id='lower:reason']").fill("Anggaran dipotong");
    maya.locator("[id='lower:take']").click();
    assertThat(maya.locator(".ui-message-error, .ui-messages-error").first()).isVisible();
    assertThat(maya.locator("[id='lower:amount']")).hasValue("50.000.001");
    shot(maya, "fund-lower-too-much-id");
    maya.locator("[id='lower:amount']").fill("20.000.000");
    maya.locator("[id='lower:take']").dblclick();
    assertThat(maya.locator("h1")).hasText("Bonus " + code);
    assertThat(maya.locator("#lots")).containsText("30.000.000");
    assertThat(maya.locator("main")).containsText("Anggaran dipotong");
    shot(maya, "fund-lowered-id");
    Page owner = inEnglish(signedIn(window(Locale.ENGLISH, 390), "/partner", clerkName));
    owner.navigate(root() + "/partner/fund?id=" + fund());
    assertThat(owner.locator("main")).containsText("IDR 30,000,000");
    fits(owner, "fund-lowered-phone-en");
    assertThat(owner.locator("a[href*='lower-allocation']")).hasCount(0);
  }

  @Test
  void aRequestIsSentBackThenRefused() {
    String activity = requested();
    Page maya = staff("maya");
    maya.navigate(root() + "/admin/fund-activity?id=" + activity);
    maya.locator("[id='request:reject']").click();
    maya.locator(".ui-confirmdialog-yes:visible").click();
    assertThat(maya.locator("[id='request']")).containsText("Tuliskan alasannya");
    maya.locator("[id='request:reason']").fill("Lampirkan penawarannya");
    maya.locator("[id='request:giveBack']").click();
    assertThat(maya.locator(".next-step .badge-RETURNED")).isVisible();
    assertThat(maya.locator("[id='request']")).hasCount(0);
    shot(maya, "fund-sent-back-id");

    Page owner = inEnglish(signedIn(window(Locale.ENGLISH, 390), "/partner", clerkName));
    owner.navigate(root() + "/partner/fund-activity?id=" + activity);
    assertThat(owner.locator("main")).containsText("Lampirkan penawarannya");
    assertThat(owner.locator("main")).containsText("Change");
    shot(owner, "fund-sent-back-phone-en");
    step(activity, "submit");
    maya.reload();
    maya.locator("[id='request:reason']").fill("Bukan kegiatan kami");
    maya.locator("[id='request:reject']").click();
    maya.locator(".ui-confirmdialog-yes:visible").click();
    assertThat(maya.locator(".next-step .badge-REJECTED")).isVisible();
    owner.reload();
    assertThat(owner.locator(".next-step .badge-REJECTED")).hasText("Rejected");
    assertThat(owner.locator("main")).containsText("Bukan kegiatan kami");
    fits(owner, "fund-refused-phone-en");
  }

  @Test
  void aPromiseIsExtendedClaimedInPartsAndClosed() {
    String activity = requested();
    Page maya = staff("maya");
    maya.navigate(root() + "/admin/fund-activity?id=" + activity);
    maya.locator("[id='request:approve']").click();
    assertThat(maya.locator(".next-step .badge-APPROVED")).isVisible();
    assertThat(maya.locator("[id='later:close']")).hasCount(0);
    maya.locator("[id='later:claimBy']").fill(today.plusDays(10).toString());
    maya.locator("[id='later:reason']").fill("Mitra minta waktu");
    maya.locator("[id='later:extend']").click();
    assertThat(maya.locator("[id='later'] .ui-message-error, .ui-messages-error").first())
        .isVisible();
    assertThat(maya.locator("[id='later:reason']")).hasValue("Mitra minta waktu");
    shot(maya, "fund-extend-wrong-id");
    maya.locator("[id='later:claimBy']").fill(today.plusDays(90).toString());
    maya.locator("[id='later:extend']").dblclick();
    assertThat(maya.locator(".ui-messages-info")).isVisible();
    assertThat(maya.locator("main")).containsText("Mitra minta waktu");
    assertThat(maya.locator("[id='later:extend']")).hasCount(0);

    step(activity, "execute");
    claim(activity, "10000000", true);
    Page dewi = staff("dewi");
    dewi.navigate(root() + "/admin/fund-activity?id=" + activity);
    dewi.locator("[id='claim:reason']").fill("Fakturnya tidak terbaca");
    dewi.locator("[id='claim:giveBack']").click();
    assertThat(dewi.locator("main")).containsText("Fakturnya tidak terbaca");
    shot(dewi, "fund-claim-sent-back-id");
    claim(activity, "10000000", true);
    dewi.reload();
    dewi.locator("[id='claim:approve']").click();
    assertThat(dewi.locator(".next-step .badge-EXECUTED")).isVisible();
    dewi.locator("[id='later:reason']").fill("Tidak ada klaim lagi");
    inEnglish(dewi);
    dewi.navigate(root() + "/admin/fund-activity?id=" + activity);
    dewi.setViewportSize(390, 900);
    dewi.locator("[id='later:reason']").fill("No more claims");
    fits(dewi, "fund-close-phone-en");
    dewi.locator("[id='later:close']").click();
    dewi.locator(".ui-confirmdialog-yes:visible").click();
    assertThat(dewi.locator(".next-step .badge-REIMBURSED")).isVisible();
    assertThat(dewi.locator("main")).containsText("IDR 5,000,000");
    dewi.locator("[id='bar:indonesian']").click();
    Page owner = signedIn(window(), "/partner", clerkName);
    owner.navigate(root() + "/partner/fund?id=" + fund());
    assertThat(owner.locator("main")).containsText("Rp 45.000.000");
    shot(owner, "fund-closed-id");
  }

  @Test
  void aClaimIsRefusedForGood() {
    String activity = requested();
    Page maya = staff("maya");
    maya.navigate(root() + "/admin/fund-activity?id=" + activity);
    maya.locator("[id='request:approve']").click();
    assertThat(maya.locator(".next-step .badge-APPROVED")).isVisible();
    step(activity, "execute");
    claim(activity, "10000000", false);
    Page dewi = staff("dewi");
    dewi.navigate(root() + "/admin/fund-activity?id=" + activity);
    dewi.locator("[id='claim:reason']").fill("Tidak ada pameran");
    dewi.locator("[id='claim:reject']").click();
    dewi.locator(".ui-confirmdialog-yes:visible").click();
    assertThat(dewi.locator(".next-step .badge-REJECTED")).isVisible();
    assertThat(dewi.locator("main")).containsText("Tidak ada pameran");
    Page owner = signedIn(window(), "/partner", clerkName);
    owner.navigate(root() + "/partner/fund?id=" + fund());
    assertThat(owner.locator("main")).containsText("Rp 50.000.000");
  }
}
