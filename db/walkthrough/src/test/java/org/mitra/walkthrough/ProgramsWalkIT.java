package org.mitra.walkthrough;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** A program from the first thought to the partner who reads it. */
class ProgramsWalkIT extends Walk {
  private static final String CHOSEN = "walk-of-programs-2026";

  /** Told apart from programs of other tests, and of an earlier run. */
  private final String suffix = UUID.randomUUID().toString().substring(0, 6);

  private record Answer(int status, JsonObject body) {}

  @Test
  void fromTheFormToThePartnerWhoReadsIt() {
    String code = ("PRG-TIERS-" + suffix).toUpperCase(Locale.ROOT);
    Page maya = staff("maya");
    maya.navigate(root() + "/admin/programs");
    shot(maya, "programs-list");
    maya.locator("a.button[href='edit-program']").first().click();
    assertThat(maya.locator("main section.card")).hasCount(6);
    shot(maya, "programs-choose");
    maya.locator("a[href*='WHOLE_AMOUNT']").click();
    fill(maya, "code", code);
    fill(maya, "name-id", "Imbalan volume " + suffix);
    fill(maya, "tiers:0:tiers-rate", "2");
    fill(maya, "tiers:1:tiers-from", "100.000.000");
    fill(maya, "tiers:1:tiers-rate", "400");
    press(maya, "program:save");
    assertThat(field(maya, "name-en")).containsText("Bagian ini belum diisi");
    assertThat(maya.locator("[id='program:tierTable'] .ui-message-error")).hasCount(1);
    assertThat(maya.locator("[id='program:tierTable'] .ui-message-error")).containsText("400%");
    assertThat(maya.locator("[id='program:tiers:1:tiers-rate']")).hasValue("400");
    shot(maya, "programs-form-mistakes");
    fill(maya, "name-en", "Volume reward " + suffix);
    fill(maya, "tiers:1:tiers-rate", "4");
    press(maya, "program:addTier");
    fill(maya, "tiers:2:tiers-from", "250.000.000");
    fill(maya, "tiers:2:tiers-rate", "5,5");
    fill(maya, "limits-budget", "500.000.000");
    press(maya, "program:check");
    assertThat(maya.locator("#preview")).containsText("5,5% mulai Rp 250.000.000");
    shot(maya, "programs-form");
    press(maya, "program:save");
    assertThat(maya.locator("h1")).hasText("Imbalan volume " + suffix);
    String address = maya.url();

    assertThat(maya.locator("#findings"))
        .containsText("Pada 100.000.000 jumlahnya melompat 2.000.000");
    shot(maya, "program-findings");
    press(maya, "step:submit");
    assertThat(maya.locator(".ui-messages-error")).containsText("atau jelaskan mengapa demikian");
    maya.locator("[id='step:doubts']").fill("Lompatan disengaja");
    press(maya, "step:submit");
    assertThat(maya.locator("#steps h2 .badge")).hasText("Menunggu persetujuan");
    assertThat(maya.locator("#findings")).containsText("Lompatan disengaja");
    assertThat(maya.locator("#maker")).isVisible();
    assertThat(maya.locator("[id='step:approve']")).hasCount(0);
    shot(maya, "program-own-approval");

    Page rizal = colleague("rizal", "CHANNEL_MANAGER");
    rizal.navigate(address);
    assertThat(rizal.locator("#digest")).hasText(maya.locator("#digest").textContent());
    shot(rizal, "program-to-approve");
    rizal.locator("[id='step:remark']").fill("Sesuai rencana");
    press(rizal, "step:approve");
    assertThat(rizal.locator("#steps h2 .badge")).hasText("Disetujui");

    maya.navigate(address);
    press(maya, "step:publish");
    maya.locator(".ui-confirmdialog-yes:visible").click();
    assertThat(maya.locator("#steps h2 .badge")).hasText("Diterbitkan");
    assertThat(maya.locator(".figures")).containsText("Rp 500.000.000");
    shot(maya, "program-published");

    Page budi = partner("budi");
    budi.navigate(root() + "/partner/programs");
    Locator card = budi.locator(".program-card", new Page.LocatorOptions().setHasText(code));
    assertThat(card).containsText("Imbalan volume " + suffix);
    shot(budi, "partner-programs");
    card.locator("h2 a").click();
    assertThat(budi.locator("#words")).containsText("5,5% mulai Rp 250.000.000");
    Assertions.assertThat(budi.locator("main").textContent()).doesNotContain("500.000.000");
    shot(budi, "partner-program");
    budi.locator("[id='bar:english']").click();
    assertThat(budi.locator("h1")).hasText("Volume reward " + suffix);
    assertThat(budi.locator("#words")).containsText("5.5% from IDR 250,000,000");
    budi.setViewportSize(390, 900);
    fits(budi, "partner-program-phone-en");
    budi.locator("[id='bar:indonesian']").click();
    assertThat(budi.locator("h1")).hasText("Imbalan volume " + suffix);
  }

  @Test
  void anEditOfWhatSomebodyElseChangedIsRefused() {
    Page maya = staff("maya");
    JsonObject draft = created(maya, "PRG-STALE-", "{}");
    maya.navigate(root() + "/admin/edit-program?version=" + draft.getString("version"));
    fill(maya, "rule-rate", "7");
    Page other = staff("maya");
    other.navigate(root() + "/admin/edit-program?version=" + draft.getString("version"));
    fill(other, "rule-rate", "6");
    press(other, "program:save");
    assertThat(other.locator("#words")).containsText("6% dari");
    press(maya, "program:save");
    assertThat(maya.locator(".ui-messages-error"))
        .containsText("Orang lain sudah mengubah data ini");
    shot(maya, "program-stale");
    maya.navigate(root() + "/admin/program?id=" + draft.getString("program"));
    assertThat(maya.locator("#words")).containsText("6% dari");
  }

  @Test
  void mistakesInTheDocumentSayWhere() {
    Page maya = signedIn(window(Locale.ENGLISH, 1280), "/admin", "maya");
    maya.locator("[id='bar:english']").click();
    maya.navigate(root() + "/admin/edit-program?kind=SPIFF");
    fill(maya, "code", "PRG-DOC-" + suffix);
    press(maya, "program:showDocument");
    Locator document = maya.locator("[id='program:json']");
    String text = document.inputValue();
    document.fill(text.replace("\"payee\"", "\"payer\""));
    press(maya, "program:save");
    assertThat(maya.locator("#mistakes")).containsText("/payer");
    assertThat(maya.locator("#mistakes")).containsText("/name");
    shot(maya, "program-document-mistakes");
    document.fill("{\"name\": ");
    press(maya, "program:check");
    assertThat(maya.locator(".ui-messages-error")).containsText("line 1");
    document.fill(text);
    press(maya, "program:showForm");
    fill(maya, "name-id", "SPIFF bor " + suffix);
    fill(maya, "name-en", "Drill SPIFF " + suffix);
    fill(maya, "rule-amount", "50,000");
    fill(maya, "scope-items", "NO-SUCH-PRODUCT");
    press(maya, "program:save");
    assertThat(field(maya, "scope-items")).containsText("NO-SUCH-PRODUCT");
    assertThat(maya.locator("[id='program:scope-items']")).hasValue("NO-SUCH-PRODUCT");
    fill(maya, "scope-items", "");
    press(maya, "program:save");
    assertThat(maya.locator("#words")).containsText("IDR 50,000 for each unit");
    maya.setViewportSize(390, 900);
    fits(maya, "program-phone-en");
    maya.navigate(root() + "/admin/edit-program?kind=MARGINAL");
    fits(maya, "program-form-phone-en");
    maya.locator("[id='bar:indonesian']").click();
  }

  @Test
  void whoHasNotTheRoleIsRefused() {
    Page admin = staff("admin");
    Assertions.assertThat(admin.navigate(root() + "/admin/edit-program").status()).isEqualTo(403);
    admin.navigate(root() + "/admin/programs");
    assertThat(admin.locator("a[href='edit-program']")).hasCount(0);
    Answer refused = call(admin, "POST", "/admin/api/programs", draft("PRG-NO-", "{}"));
    Assertions.assertThat(refused.status()).isEqualTo(403);
    Page budi = partner("budi");
    Answer hidden = call(budi, "GET", "/partner/api/programs/" + UUID.randomUUID(), "");
    Assertions.assertThat(hidden.status()).isEqualTo(404);
    Assertions.assertThat(call(budi, "GET", "/partner/api/terms/schema", "").body())
        .containsKey("$defs");
    Assertions.assertThat(call(budi, "GET", "/admin/api/programs", "").status()).isIn(401, 403);
  }

  @Test
  void aPartnerEnrollsHimselfAndIsEnded() {
    Page maya = staff("maya");
    JsonObject draft = created(maya, "PRG-JOIN-", "{\"enrollment\": \"SELF_ENROLLED\"}");
    String versions = "/admin/api/programs/versions/" + draft.getString("version");
    String program = "/admin/api/programs/" + draft.getString("program");
    done(call(maya, "POST", versions + "/submit", "{\"reason\": \"meant so\"}"));
    String digest =
        call(maya, "GET", program, "")
            .body()
            .getJsonArray("versions")
            .getJsonObject(0)
            .getString("digest");
    String approval = "{\"digest\": \"" + digest + "\", \"remark\": \"\"}";
    Answer own = call(maya, "POST", versions + "/approve", approval);
    Assertions.assertThat(own.status()).isEqualTo(403);
    Assertions.assertThat(own.body().getString("code")).isEqualTo("access.four-eyes");
    done(call(colleague("dewi", "FINANCE"), "POST", versions + "/approve", approval));
    done(call(maya, "POST", versions + "/publish", ""));

    Page budi = partner("budi");
    budi.navigate(root() + "/partner/program?id=" + draft.getString("program"));
    shot(budi, "partner-program-join");
    press(budi, "join:enroll");
    assertThat(budi.locator("#enrollment")).containsText("Anda ikut serta dalam program ini");

    maya.navigate(root() + "/admin/program-partners?id=" + draft.getString("program"));
    Locator row =
        maya.locator(
            "[id='list:partners_data'] tr", new Page.LocatorOptions().setHasText("TOKO-MAJU"));
    assertThat(row).containsText("budi");
    shot(maya, "program-partners");
    maya.locator("[id='one:partner_input']").fill("TOKO-MAJU");
    press(maya, "one:enroll");
    assertThat(maya.locator("main")).containsText("sudah ikut serta");
    row.locator("button").click();
    maya.locator(".ui-confirmdialog-yes:visible").click();
    assertThat(maya.locator(".ui-messages-info")).containsText("Diakhiri");
    maya.navigate(root() + "/admin/program?id=" + draft.getString("program"));
    assertThat(maya.locator(".timeline")).containsText("TOKO-MAJU mendaftarkan diri");
    shot(maya, "program-history");

    maya.locator("#amending summary").click();
    press(maya, "step:amend");
    assertThat(maya.locator("[id='program:effectiveFrom']"))
        .hasValue(Pattern.compile("20[0-9]{2}-(01|04|07|10)-01"));
    fill(maya, "rule-rate", "6");
    fill(maya, "zone", "UTC");
    press(maya, "program:save");
    assertThat(field(maya, "zone")).containsText("tetap selama umur program");
    fill(maya, "zone", "Asia/Jakarta");
    press(maya, "program:save");
    assertThat(maya.locator("nav.choices a.chosen")).hasText("Versi 2 · Konsep");
    assertThat(maya.locator("#words")).containsText("6% dari");
    maya.locator("nav.choices a").last().click();
    assertThat(maya.locator("#words")).containsText("5% dari");
  }

  private static void fill(Page page, String field, String value) {
    page.locator("[id='program:" + field + "']").fill(value);
  }

  /** Presses a button and waits for the answer. */
  private static void press(Page page, String id) {
    if (page.locator("[id='" + id + "']").getAttribute("data-pfconfirmcommand") != null) {
      page.locator("[id='" + id + "']").click();
      return;
    }
    page.waitForResponse(
        response -> response.request().method().equals("POST"),
        () -> page.locator("[id='" + id + "']").click());
  }

  private static Locator field(Page page, String id) {
    return page.locator(
        ".field", new Page.LocatorOptions().setHas(page.locator("[id='program:" + id + "']")));
  }

  /** Somebody else with the role, in a window of his own. */
  private Page colleague(String name, String role) {
    String username = "prg-" + name + "-" + suffix;
    String first = "first-password-2026";
    Page admin = staff("admin");
    done(
        call(
            admin,
            "POST",
            "/admin/api/users",
            """
            {"user": {"username": "%s", "displayName": "%s", "email": "%s@example.com",
             "language": "id", "roles": ["%s"], "partner": "", "enabled": true},
             "password": "%s"}
            """
                .formatted(username, name, username, role, first)));
    Page page = signIn(window(), "/admin", username, first);
    page.navigate(root() + "/admin/account");
    done(
        call(
            page,
            "PUT",
            "/admin/api/me/password",
            "{\"oldPassword\": \"%s\", \"newPassword\": \"%s\"}".formatted(first, CHOSEN)));
    signIn(page, "/admin", username, CHOSEN);
    return page;
  }

  private JsonObject created(Page page, String code, String changes) {
    Answer answer = call(page, "POST", "/admin/api/programs", draft(code, changes));
    done(answer);
    return answer.body();
  }

  private String draft(String code, String changes) {
    JsonObject terms =
        read(
            """
            {"name": {"id": "Rabat %1$s", "en": "Rebate %1$s"}, "currency": "IDR",
             "zone": "Asia/Jakarta", "from": "2026-01-01", "until": "2100-01-01",
             "periodMonths": 3, "closingDay": 0, "payee": "BUYER",
             "scope": {"flows": ["SELL_THROUGH"]}, "enrollment": "EVERYONE",
             "creditFrom": "ENROLLMENT", "returns": "IN_PERIOD_OF_SALE",
             "rule": {"type": "flat", "pays": "NET", "rate": "5%%"}}
            """
                .formatted(suffix));
    return Json.createObjectBuilder()
        .add("code", code + suffix)
        .add("terms", Json.createMergePatch(read(changes)).apply(terms))
        .build()
        .toString();
  }

  private static JsonObject read(String text) {
    return Json.createReader(new StringReader(text)).readObject();
  }

  private static void done(Answer answer) {
    Assertions.assertThat(answer.status()).as(answer.toString()).isBetween(200, 204);
  }

  /** A call of the API in the name of whoever is signed in. */
  private static Answer call(Page page, String method, String path, String body) {
    Object text =
        page.evaluate(
            """
            async ([method, path, body, key]) => {
              const answer = await fetch(path, {method, body: body || undefined, headers: {
                'X-Requested-With': 'XMLHttpRequest', 'Content-Type': 'application/json',
                'Accept': 'application/json', 'Idempotency-Key': key}});
              const text = await answer.text();
              return JSON.stringify({status: answer.status, body: text.startsWith('{') ? JSON.parse(text) : {}});
            }
            """,
            List.of(method, path, body, UUID.randomUUID().toString()));
    JsonObject answer = read(text.toString());
    return new Answer(answer.getInt("status"), answer.getJsonObject("body"));
  }
}
