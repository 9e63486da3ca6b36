package org.mitra.walkthrough;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.Locale;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/**
 * A program sent back, thrown away, copied and closed, a fund from the form, and who takes part.
 */
class ProgramStepsWalkIT extends Walk {
  private static final String FLAT =
      "\"rule\": {\"type\": \"flat\", \"pays\": \"NET\", \"rate\": \"10%\"}";

  private final String code = Offers.product(false);

  private String terms() {
    return Offers.terms(code, Offers.month(1).atDay(1), FLAT);
  }

  private String address(String program) {
    return root() + "/admin/program?id=" + program;
  }

  @Test
  void anApproverSendsItBackAndItsAuthorThrowsItAway() {
    String program = Offers.draft(code, terms()).getString("program");
    Page maya = staff("maya");
    maya.navigate(address(program));
    maya.locator("[id='step:doubts']").fill("Disengaja");
    maya.locator("[id='step:submit']").click();
    assertThat(maya.locator("#steps h2 .badge")).hasText("Menunggu persetujuan");

    Page rizal = inEnglish(signedIn(window(Locale.ENGLISH, 390), "/admin", "rizal"));
    rizal.navigate(address(program));
    rizal.locator("summary:has-text('Send back')").focus();
    rizal.keyboard().press("Enter");
    rizal.locator("[id='step:sendBack']").click();
    assertThat(rizal.locator(".field").filter(containing("Reason"))).containsText("is missing");
    rizal.locator("[id='step:reason']").fill("The rate is too high");
    rizal.locator("[id='step:sendBack']").click();
    assertThat(rizal.locator("#steps h2 .badge")).hasText("Draft");
    assertThat(rizal.locator("#steps .note")).containsText("The rate is too high");
    fits(rizal, "program-sent-back-phone-en");
    rizal.locator("[id='bar:indonesian']").click();

    maya.reload();
    assertThat(maya.locator("#steps .note")).containsText("The rate is too high");
    maya.locator("[id='step:discardDraft']").click();
    maya.locator(".ui-confirmdialog-yes:visible").click();
    assertThat(maya.locator(".ui-messages-info")).isVisible();
    shot(maya, "program-discarded-id");
    Assertions.assertThat(
            Offers.maya().get("/programs/" + program).is(200).json().getString("state"))
        .isEqualTo("DISCARDED");
  }

  @Test
  void aProgramIsCopiedUnderAnotherCode() {
    Offers.publish(code, terms());
    Page maya = staff("maya");
    maya.navigate(root() + "/admin/programs");
    maya.locator("th input").first().fill(code);
    maya.locator("[id='list:programs_data'] a").filter(containing(code)).first().click();
    maya.locator("#copying summary").click();
    maya.locator("[id='step:code']").fill(code);
    maya.locator("[id='step:copy']").click();
    assertThat(maya.locator(".ui-message-error, .ui-messages-error").first()).isVisible();
    assertThat(maya.locator("[id='step:code']")).hasValue(code);
    maya.locator("[id='step:code']").fill(code + "-2");
    maya.locator("[id='step:copy']").dblclick();
    assertThat(maya.locator("h1")).containsText(code + "-2");
    assertThat(maya.locator("[id='program:rule-rate']")).hasValue("10");
    shot(maya, "program-copied-id");
  }

  @Test
  void aProgramIsClosedFromAPeriodOn() {
    Offers.publish(code, terms());
    Page maya = inEnglish(staff("maya"));
    maya.navigate(root() + "/admin/programs");
    maya.locator("th input").first().fill(code);
    maya.locator("[id='list:programs_data'] a").filter(containing(code)).first().click();
    maya.setViewportSize(390, 900);
    Locator closing = maya.locator("#closing");
    closing.locator("summary").click();
    closing.locator("button").click();
    maya.locator(".ui-confirmdialog-no:visible").click();
    assertThat(closing).isVisible();
    closing.locator("button").click();
    maya.locator(".ui-confirmdialog-yes:visible").click();
    assertThat(maya.locator("main")).containsText(Pattern.compile("No longer runs from"));
    assertThat(closing).hasCount(0);
    fits(maya, "program-closed-phone-en");
    inIndonesian(maya);
    shot(maya, "program-closed-phone-id");
  }

  @Test
  void manyPartnersAreEnrolledAtOnce() {
    Offers.publish(code, terms().replace("\"EVERYONE\"", "\"ENROLLED\""));
    String region = People.name("REGION").toUpperCase(Locale.ROOT);
    String first = dealerIn(region);
    String second = dealerIn(region);
    Page maya = staff("maya");
    maya.navigate(root() + "/admin/programs");
    maya.locator("th input").first().fill(code);
    maya.locator("[id='list:programs_data'] a").filter(containing(code)).first().click();
    maya.locator(".figures a").first().click();
    maya.locator("[id='many:region']").fill(region + "-NONE");
    maya.locator("[id='many:count']").click();
    assertThat(maya.locator("#matching")).containsText("0");
    assertThat(maya.locator("[id='many:enrollAll']")).hasCount(0);
    maya.locator("[id='many:region']").fill(region);
    maya.locator("[id='many:count']").click();
    assertThat(maya.locator("#matching")).containsText("2");
    shot(maya, "program-enroll-many-id");
    maya.locator("[id='many:enrollAll']").dblclick();
    Locator list = maya.locator("[id='list:partners_data']");
    assertThat(list).containsText(first);
    assertThat(list).containsText(second);
    assertThat(list.locator("tr")).hasCount(2);
    inEnglish(maya);
    maya.setViewportSize(390, 900);
    fits(maya, "program-partners-phone-en");
    list.locator("tr").filter(containing(first)).locator("button").click();
    maya.locator(".ui-confirmdialog-yes:visible").click();
    assertThat(list.locator("button")).hasCount(1);
    maya.locator("[id='bar:indonesian']").click();
  }

  @Test
  void aFundIsMadeInTheForm() {
    Page maya = staff("maya");
    maya.navigate(root() + "/admin/edit-program?kind=FUND");
    fill(maya, "code", code);
    fill(maya, "name-id", "Dana " + code);
    fill(maya, "name-en", "Fund " + code);
    fill(maya, "rule-share", "150");
    fill(maya, "rule-perActivity", "20.000.000");
    fill(maya, "limits-budget", "500.000.000");
    maya.locator("[id='program:save']").click();
    assertThat(maya.locator(".field").filter(withId(maya, "program:rule-share")))
        .containsText("150%");
    shot(maya, "program-fund-mistake-id");
    fill(maya, "rule-share", "40");
    maya.locator("[id='program:check']").click();
    assertThat(maya.locator("#preview")).containsText("40%");
    assertThat(maya.locator("#preview")).containsText("Rp 20.000.000");
    shot(maya, "program-fund-form-id");
    maya.locator("[id='program:save']").dblclick();
    assertThat(maya.locator("h1")).hasText("Dana " + code);
    inEnglish(maya);
    maya.setViewportSize(390, 900);
    assertThat(maya.locator("h1")).hasText("Fund " + code);
    assertThat(maya.locator("#words")).containsText("IDR 20,000,000");
    fits(maya, "program-fund-phone-en");
    maya.locator("#edit").click();
    assertThat(maya.locator("[id='program:rule-share']")).hasValue("40");
    fits(maya, "program-fund-form-phone-en");
    maya.locator("[id='bar:indonesian']").click();
  }

  private static String dealerIn(String region) {
    String dealer = People.name("WALK").toUpperCase(Locale.ROOT);
    Offers.maya()
        .post(
            "/partners",
            """
            {"code": "%s", "name": "Toko %s", "type": "DEALER", "currency": "IDR", "email": "", "taxNumber": "",
              "joinedOn": "2025-01-01", "active": true, "parent": "", "level": "GOLD", "region": "%s", "standingFrom": null}
            """
                .formatted(dealer, dealer, region))
        .is(201);
    return dealer;
  }

  private static void fill(Page page, String field, String text) {
    page.locator("[id='program:" + field + "']").fill(text);
  }

  private static Locator.FilterOptions withId(Page page, String id) {
    return new Locator.FilterOptions().setHas(page.locator("[id='" + id + "']"));
  }
}
