package org.mitra.walkthrough;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.mitra.walkthrough.Api.Answer;

/** What a partner sees of a claim that comes late, and of a fund that grows with what he trades. */
class LateAndGrowingWalkIT extends Walk {

  @Test
  void whatBeingLateCostsIsSaidBeforeTheClaimIsSubmitted() {
    String dealer = People.dealer();
    String code = Offers.product(true);
    Offers.publish(
        code,
        Offers.terms(
            code,
            Offers.month(1).atDay(1),
            "\"claim\": {\"withinDays\": 1, \"proof\": false, \"late\": {\"perMonth\": \"10%\", \"months\": 3}},"
                + " \"rule\": {\"type\": \"perUnit\", \"amount\": \"50000\"}"));
    Offers.sellUnits(dealer, code, code + "-1", Offers.today().minusDays(5), code + "-1");
    String clerk = People.account("PARTNER_USER", dealer);
    Answer draft =
        Api.as("/partner", clerk)
            .post(
                "/claims",
                "{\"program\": \"%s\", \"remark\": \"\", \"serials\": [\"%s\"], \"lines\": [], \"documents\": [], \"version\": null}"
                    .formatted(code, code + "-1"))
            .is(201);
    Page page = partner(clerk);
    page.navigate(root() + "/partner/edit-claim?id=" + draft.uid());
    assertThat(page.locator("[id='claim:terms']")).containsText("dipotong 10%");
    page.navigate(root() + "/partner/claim?id=" + draft.uid());
    assertThat(page.locator("[id='units:items']")).containsText("dipotong 10%");
    assertThat(page.locator("[id='units:items']")).containsText("Rp 45.000");
    shot(page, "claim-late-id");
    Page phone = inEnglish(signedIn(window(Locale.ENGLISH, 390), "/partner", clerk));
    phone.navigate(root() + "/partner/claim?id=" + draft.uid());
    assertThat(phone.locator("[id='units:items']")).containsText("10% is taken off");
    fits(phone, "claim-late-phone-en");
  }

  @Test
  void aFundGrowsWithWhatIsTraded() {
    String dealer = People.dealer();
    String code = Offers.product(false);
    Offers.publish(
        code,
        Offers.terms(
            code,
            Offers.month(1).atDay(1),
            "\"rule\": {\"type\": \"fund\", \"share\": \"50%\", \"claimWithinDays\": 60,"
                + " \"accrual\": {\"rate\": \"2%\", \"lastsMonths\": 6}}"));
    Offers.sell(dealer, code, code + "-1", Offers.today().minusDays(3), 100);
    Page page = partner(People.account("PARTNER_OWNER", dealer));
    page.navigate(root() + "/partner/funds");
    assertThat(page.locator("[id='list:funds_data']")).containsText("2.000.000");
    page.locator("[id='list:funds_data'] a").first().click();
    assertThat(page.locator("main")).containsText("dari pembelian periode");
    shot(page, "fund-accrued-id");
    page.locator("a:has-text('Mengapa sebesar ini?')").click();
    assertThat(page.locator("main")).containsText(code + "-1");
    assertThat(page.locator("main")).containsText("Ke dalam dana");
    shot(page, "fund-accrual-id");
    Offers.comeBack(dealer, code, code + "-1", Offers.today().minusDays(1), 50);
    page.navigate(root() + "/partner/funds");
    assertThat(page.locator("[id='list:funds_data']")).containsText("1.000.000");
  }
}
