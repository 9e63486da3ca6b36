package org.mitra.walkthrough;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.Locale;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Accounts, tokens, the audit trail, products and partners, as people of the house use them; none
 * of whom is of the demo.
 */
@Execution(ExecutionMode.CONCURRENT)
class PlatformWalkIT extends Walk {
  private static final String OWN = "kata-sandi-pilihan-2026";

  /** A choice in a list that only just opened counts like any other. */
  @Test
  void aChoiceIsKeptHoweverQuickItIs() {
    Page maya = staff(People.somebody("CHANNEL_MANAGER"));
    maya.navigate(root() + "/admin/edit-partner");
    Locator label = maya.locator("[id='partner:type_label']");
    String before = label.textContent();
    maya.evaluate(
        "() => { document.getElementById('partner:type_label').click();"
            + " [...document.querySelectorAll('[id=\"partner:type_items\"] li')].at(-1).click(); }");
    assertThat(label).not().hasText(before);
    assertThat(label)
        .hasText(maya.locator("[id='partner:type_items'] li").last().textContent().strip());
  }

  @Test
  void somebodyNewChoosesHisOwnPasswordFirst() {
    String name = People.name("sinta");
    Page admin = staff(People.somebody("ADMINISTRATOR"));
    admin.navigate(root() + "/admin/users");
    admin.locator("a.button:has-text('Pengguna baru')").click();
    admin.locator("[id='user:username']").fill(name);
    admin.locator("[id='user:displayName']").fill("Sinta");
    admin.locator("[id='user:roles'] label:has-text('Auditor')").click();
    admin.locator("[id='user:save']").click();
    Locator secret = admin.locator("#firstPassword");
    assertThat(secret).isVisible();
    shot(admin, "user-created-id");
    String first = secret.innerText();

    Page sinta = signIn(window(), "/admin", name, first);
    assertThat(sinta).hasURL(root() + "/admin/account");
    assertThat(sinta.locator("#mustChange")).isVisible();
    sinta.navigate(root() + "/admin/audit");
    assertThat(sinta).hasURL(root() + "/admin/account");
    Assertions.assertThat(Api.signIn("/admin", name, first).get("/audit/events").code())
        .isEqualTo("user.change-password");
    sinta.locator("[id='password:old']").fill(first);
    sinta.locator("[id='password:new']").fill("pendek");
    sinta.locator("[id='password:change']").click();
    assertThat(sinta.locator(".ui-messages-error, .ui-message-error").first()).isVisible();
    shot(sinta, "account-weak-password-id");
    sinta.locator("[id='password:old']").fill(first);
    sinta.locator("[id='password:new']").fill(OWN);
    sinta.locator("[id='password:change']").click();
    assertThat(sinta.locator("#mustChange")).isHidden();
    sinta.navigate(root() + "/admin/audit");
    assertThat(sinta).hasURL(root() + "/admin/audit");

    Page again = signIn(window(), "/admin", name, first);
    assertThat(again.locator(".ui-messages-error")).isVisible();
    signIn(again, "/admin", name, OWN);
    assertThat(again.locator("[id='bar:signOut']")).isAttached();
  }

  @Test
  void aNameThatIsTakenShowsNoPassword() {
    Page admin = staff(People.somebody("ADMINISTRATOR"));
    admin.navigate(root() + "/admin/user");
    admin.locator("[id='user:username']").fill("maya");
    admin.locator("[id='user:displayName']").fill("Another Maya");
    admin.locator("[id='user:roles'] label:has-text('Auditor')").click();
    admin.locator("[id='user:save']").click();
    assertThat(admin.locator(".ui-message-error").first()).isVisible();
    assertThat(admin.locator("#firstPassword")).isHidden();
    shot(admin, "user-taken-id");
  }

  @Test
  void disablingSomebodyEndsHisSessionAtOnce() {
    String name = People.account("EXECUTIVE", "");
    Page his = signedIn(window(), "/admin", name);
    Page admin = staff(People.somebody("ADMINISTRATOR"));
    admin.navigate(root() + "/admin/users");
    admin.locator("th input").first().pressSequentially(name);
    assertThat(admin.locator("[id='list:users_data'] tr")).hasCount(1);
    admin.locator("[id='list:users_data'] a").first().click();
    admin.locator("[id='user:enabled'] .ui-chkbox-box").click();
    admin.locator("[id='user:save']").click();
    assertThat(admin.locator(".ui-messages-info")).isVisible();
    his.navigate(root() + "/admin/home");
    assertThat(his).hasURL(Pattern.compile(".*/admin/sign-in.*"));
  }

  @Test
  void aTokenDoesWhatItIsForUntilItIsRevoked() {
    Page page = signedIn(window(), "/admin", People.account("CHANNEL_MANAGER", ""));
    page.navigate(root() + "/admin/account");
    page.locator("[id='tokens:name']").fill("laporan malam");
    page.locator("[id='tokens:issue']").click();
    String token = page.locator("#issuedToken").innerText();
    shot(page, "account-token-id");
    Api program = Api.withToken("/admin", token);
    program.get("/partners?size=1").is(200);
    Assertions.assertThat(program.post("/partners", "{}").code()).isEqualTo("access.token-scope");
    Assertions.assertThat(Api.withToken("/partner", token).get("/me").is(401).code())
        .as("the other application")
        .isEqualTo("access.sign-in");
    page.locator("[id='tokens'] table button").first().click();
    page.locator(".ui-confirmdialog-yes").click();
    assertThat(page.locator("[id='tokens'] table")).containsText("Dicabut");
    program.get("/partners?size=1").is(401);
  }

  @Test
  void theAuditorSeesWhatHappenedAndVerifiesTheChain() {
    String name = People.account("FINANCE", "");
    Page page = signedIn(window(Locale.ENGLISH, 1280), "/admin", People.account("AUDITOR", ""));
    page.locator("[id='bar:english']").click();
    page.navigate(root() + "/admin/audit");
    page.locator("th:has-text('On what') input").pressSequentially(name);
    assertThat(page.locator("[id='list:events_data']")).containsText("user.saved");
    page.locator("[id='chain:verify']").click();
    assertThat(page.locator("#holds")).containsText("The chain holds");
    shot(page, "audit-en");
    page.locator("[id='list:from']").fill("2020-01-01");
    page.locator("[id='list:until']").fill("2020-01-02");
    page.locator("[id='list:search']").click();
    assertThat(page.locator("[id='list:events_data']")).containsText("No event matches");
  }

  @Test
  void theChosenLanguageIsRemembered() {
    String name = People.account("FINANCE", "");
    Page page = signedIn(window(), "/admin", name);
    assertThat(page.locator("h1")).hasText("Beranda");
    page.locator("[id='bar:english']").click();
    assertThat(page.locator("h1")).hasText("Home");
    page.locator("[id='bar:signOut']").click();
    assertThat(page.locator("h1")).hasText("Sign in");
    Page elsewhere = signedIn(window(), "/admin", name);
    assertThat(elsewhere.locator("h1")).hasText("Home");
  }

  @Test
  void aProductIsCreatedAndItsCostKeptOverTime() {
    String code = People.name("WALK").toUpperCase(Locale.ROOT);
    Page page = staff(People.somebody("CHANNEL_MANAGER"));
    page.navigate(root() + "/admin/edit-product");
    page.locator("[id='product:code']").fill(code);
    page.locator("[id='product:name']").fill("Bor <b>listrik</b>");
    page.locator("[id='product:unit']").fill("PCS");
    page.locator("[id='product:cost']").fill("1.250.000");
    page.locator("[id='product:currency']").fill("IDR");
    page.locator("[id='product:save']").click();
    assertThat(page.locator(".ui-messages-info")).isVisible();
    page.locator("th input").first().pressSequentially(code);
    assertThat(page.locator("[id='list:products_data'] tr")).hasCount(1);
    assertThat(page.locator("[id='list:products_data']")).containsText("1.250.000");
    page.locator("[id='list:products_data'] a").first().click();
    assertThat(page.locator("h1")).hasText("Bor <b>listrik</b>");
    shot(page, "product-id");
  }

  @Test
  void aPartnerIsCreatedChangedAndGivenPeople() {
    String code = People.name("WALK").toUpperCase(Locale.ROOT);
    Page page = staff(People.somebody("CHANNEL_MANAGER"));
    page.navigate(root() + "/admin/edit-partner");
    page.locator("[id='partner:code']").fill(code);
    page.locator("[id='partner:name']").fill("Toko Uji");
    page.locator("[id='partner:level']").fill("GOLD");
    page.locator("[id='partner:save']").click();
    assertThat(page).hasURL(Pattern.compile(".*/admin/partner\\?id=.*"));
    assertThat(page.locator("main")).containsText(code);
    page.locator("[id='representatives:code']").fill(code + "-P1");
    page.locator("[id='representatives:name']").fill("Putri");
    page.locator("[id='representatives:add']").click();
    assertThat(page.locator("[id='representatives'] table")).containsText("Putri");
    shot(page, "partner-id");
    page.locator("a:has-text('Ubah')").first().click();
    page.locator("[id='partner:level']").fill("SILVER");
    page.locator("[id='partner:save']").click();
    assertThat(page.locator("main")).containsText("SILVER");
    page.navigate(root() + "/admin/edit-partner");
    page.locator("[id='partner:code']").fill(code.toLowerCase(Locale.ROOT));
    page.locator("[id='partner:name']").fill("Toko Lain");
    page.locator("[id='partner:save']").click();
    assertThat(page.locator(".ui-message-error, .ui-messages-error").first()).isVisible();
    shot(page, "partner-taken-id");
  }
}
