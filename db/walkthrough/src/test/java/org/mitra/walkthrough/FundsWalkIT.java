package org.mitra.walkthrough;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.mitra.walkthrough.FundWorld.PARTNER;
import static org.mitra.walkthrough.FundWorld.allocation;
import static org.mitra.walkthrough.FundWorld.call;
import static org.mitra.walkthrough.FundWorld.fund;
import static org.mitra.walkthrough.FundWorld.post;
import static org.mitra.walkthrough.FundWorld.read;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Locale;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** Fund money from its allocation to the reimbursement of an activity, by everybody concerned. */
class FundsWalkIT extends Walk {
  private static final byte[] PDF = "%PDF-1.4 faktur stan".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 1, 2, 3};

  private final LocalDate today = FundWorld.today();
  private Page maya;
  private Page dewi;
  private Page budi;

  private void people(String finance) {
    Page admin = staff("admin");
    FundWorld.user(admin, finance, "FINANCE");
    dewi = signIn(window(), "/admin", finance, "first-password-2026");
    FundWorld.chooseOwnPassword(dewi);
    maya = staff("maya");
    budi = partner("budi");
  }

  @Test
  void anActivityIsRequestedApprovedExecutedClaimedAndPaid() {
    people("dewi-dana");
    String program = "WALK-DANA";
    FundWorld.program(maya, dewi, program, "Dana pameran");
    allocateByHand(program);
    post(maya, "/admin/api/fund-allocations", allocation(program, "50000000", today.plusDays(200)));
    balance(program, "80000000", "0", "0");

    budi.navigate(root() + "/partner/home");
    assertThat(budi.locator("main")).containsText("Dana untuk promosi Anda");
    budi.navigate(root() + "/partner/funds");
    assertThat(budi.locator("[id='list:funds_data']")).containsText("80.000.000");
    shot(budi, "funds-partner-list");
    String activity = requestByHand(program);
    balance(program, "80000000", "0", "0");

    approveByHand(activity);
    balance(program, "40000000", "40000000", "0");

    executeAndClaimByHand(activity);
    balance(program, "40000000", "40000000", "0");

    decideByHand(activity);
    balance(program, "45000000", "0", "35000000");
    Assertions.assertThat(
            FundWorld.get(dewi, "/admin/api/fund-activities/" + activity)
                .getJsonObject("summary")
                .getString("state"))
        .isEqualTo("REIMBURSED");
    dewi.navigate(root() + "/admin/fund-activity?id=" + activity);
    assertThat(dewi.locator("a[href*='api/documents/']")).not().hasCount(0);
    Page indra = staff("indra");
    indra.navigate(root() + "/admin/fund-activity?id=" + activity);
    assertThat(indra.locator("ul.files li")).not().hasCount(0);
    assertThat(indra.locator("a[href*='api/documents/']")).hasCount(0);
    dewi.navigate(root() + "/admin/funds");
    dewi.locator("[id='books:compare']").click();
    assertThat(dewi.locator("[id='books']")).containsText("Setiap saldo sama");
    shot(dewi, "funds-admin-list");
    looksRightOnAPhone(program, activity);
  }

  private void balance(String program, String available, String committed, String paid) {
    JsonObject fund = fund(budi, "/partner", program);
    Assertions.assertThat(
            new String[] {plain(fund, "available"), plain(fund, "committed"), plain(fund, "paid")})
        .containsExactly(available, committed, paid);
  }

  private static String plain(JsonObject fund, String name) {
    return new java.math.BigDecimal(fund.getString(name)).stripTrailingZeros().toPlainString();
  }

  private void allocateByHand(String program) {
    maya.navigate(root() + "/admin/allocate-fund");
    choose(maya, "allocate:program", program);
    maya.locator("[id='allocate:partner_input']").pressSequentially(PARTNER);
    maya.locator("[id='allocate:partner_panel'] li").first().click();
    maya.locator("[id='allocate:amount']").fill("30.000.000");
    maya.locator("[id='allocate:expiresOn']").fill(today.plusDays(40).toString());
    maya.locator("[id='allocate:carried'] .ui-chkbox-box").click();
    maya.locator("[id='allocate:until']").fill(today.plusDays(90).toString());
    shot(maya, "funds-allocate");
    maya.locator("[id='allocate:give']").dblclick();
    assertThat(maya.locator("h1")).hasText("Dana pameran");
    assertThat(maya.locator(".ui-messages-info")).containsText("Dialokasikan");
    assertThat(maya.locator("#lots tbody tr")).hasCount(1);
    assertThat(maya.locator("#lots")).containsText("100% dilanjutkan sampai");
  }

  private static void choose(Page page, String id, String label) {
    page.locator("[id='" + id + "']").click();
    page.locator("[id='" + id + "_items'] li").filter(containing(label)).click();
  }

  /** The public id of the activity. */
  private String requestByHand(String program) {
    budi.navigate(
        root()
            + "/partner/edit-fund-activity?fund="
            + fund(budi, "/partner", program).getString("uid"));
    attach(budi, "penawaran.pdf", PDF);
    assertThat(budi.locator("[id='files:attached']")).containsText("penawaran.pdf");
    budi.locator("[id='activity:title']").fill("Pameran alat Bekasi");
    budi.locator("[id='activity:startsOn']").fill(today.toString());
    budi.locator("[id='activity:endsOn']").fill(today.minusDays(1).toString());
    budi.locator("[id='activity:plannedCost']").fill("80.000.000");
    budi.locator("[id='activity:requested']").fill("40.000.000");
    budi.locator("[id='activity:description']").fill("Stan 6 × 3 m selama satu hari.");
    budi.locator("[id='activity:submit']").click();
    assertThat(budi.locator("main")).containsText("Periksa kedua tanggalnya");
    budi.locator("[id='activity:endsOn']").fill(today.toString());
    shot(budi, "funds-request");
    budi.locator("[id='activity:submit']").dblclick();
    assertThat(budi.locator(".next-step")).containsText("Menunggu persetujuan");
    assertThat(budi.locator("main")).containsText("penawaran.pdf");
    shot(budi, "funds-partner-submitted");
    return budi.url().substring(budi.url().indexOf("id=") + 3);
  }

  private static void attach(Page page, String name, byte[] content) {
    page.waitForResponse(
        response -> response.request().method().equals("POST"),
        () ->
            page.locator("[id='files:file'] input[type=file]")
                .setInputFiles(new FilePayload(name, "application/pdf", content)));
  }

  private void approveByHand(String activity) {
    Page other = staff("maya");
    other.navigate(root() + "/admin/fund-activity?id=" + activity);
    maya.navigate(root() + "/admin/home");
    assertThat(maya.locator("main")).containsText("Kegiatan dana yang menunggu kita");
    maya.navigate(root() + "/admin/fund-activities");
    assertThat(maya.locator("[id='list:activities_data']")).containsText("Pameran alat Bekasi");
    shot(maya, "funds-queue");
    maya.locator("[id='list:activities_data'] a").filter(containing("Pameran alat")).click();
    maya.locator("[id='request:giveBack']").click();
    assertThat(maya.locator("main")).containsText("Tuliskan alasannya");
    shot(maya, "funds-decide");
    maya.locator("[id='request:approve']").dblclick();
    assertThat(maya.locator(".ui-messages-info")).containsText("Disetujui");
    assertThat(maya.locator(".next-step")).containsText("Sudah disetujui");

    other.locator("[id='request:reason']").fill("terlambat");
    other.locator("[id='request:giveBack']").click();
    assertThat(other.locator(".ui-messages-error")).containsText("sudah");
    shot(other, "funds-stale");
  }

  private void executeAndClaimByHand(String activity) {
    budi.navigate(root() + "/partner/fund-activity?id=" + activity);
    budi.locator("[id='steps:execute']").click();
    assertThat(budi.locator(".next-step")).containsText("Klaim biayanya dengan bukti");
    budi.locator(".next-step a.button").filter(containing("Klaim")).click();
    budi.locator("[id='claim:costs:0:cost-description']").fill("Sewa stan");
    budi.locator("[id='claim:costs:0:cost-document']").fill("INV-77");
    budi.locator("[id='claim:costs:0:cost-spentOn']").fill(today.toString());
    budi.locator("[id='claim:costs:0:cost-amount']").fill("70.000.000");
    budi.locator("[id='claim:send']").click();
    assertThat(budi.locator("main")).containsText("Klaim ini belum memiliki bukti");
    attach(budi, "bukan-pdf.pdf", "<html>".getBytes(StandardCharsets.US_ASCII));
    assertThat(budi.locator("[id='messages']")).containsText("bukan PDF");
    shot(budi, "funds-wrong-file");
    attach(budi, "faktur.pdf", PDF);
    attach(budi, "foto.png", PNG);
    assertThat(budi.locator("[id='files:attached'] li")).hasCount(2);
    shot(budi, "funds-claim");
    budi.locator("[id='claim:send']").dblclick();
    assertThat(budi.locator(".next-step")).containsText("Kami memeriksa");
    assertThat(budi.locator("main")).containsText("Rp 35.000.000");
    shot(budi, "funds-partner-claimed");
  }

  private void decideByHand(String activity) {
    maya.navigate(root() + "/admin/fund-activity?id=" + activity);
    assertThat(maya.locator("[id='claim']")).containsText("Anda sendiri yang menyetujui");
    assertThat(maya.locator("[id='claim:approve']")).hasCount(0);
    shot(maya, "funds-four-eyes");

    dewi.navigate(root() + "/admin/fund-activity?id=" + activity);
    dewi.locator("[id='claim:eligibleCost']").fill("71.000.000");
    dewi.locator("[id='claim:approve']").click();
    assertThat(dewi.locator("main")).containsText("Terima sebesar itu atau kurang");
    dewi.locator("[id='claim:eligibleCost']").fill("70.000.000");
    dewi.locator("[id='claim:eligibleCost']").blur();
    assertThat(dewi.locator("[id='claim:preview']")).containsText("Rp 35.000.000");
    shot(dewi, "funds-review");
    dewi.locator("[id='claim:approve']").dblclick();
    assertThat(dewi.locator(".ui-messages-info")).containsText("menunggu pembayaran berikutnya");
    shot(dewi, "funds-reimbursed");
  }

  private void looksRightOnAPhone(String program, String activity) {
    Page phone = signedIn(window(Locale.ENGLISH, 390), "/partner", "budi");
    phone.locator("[id='bar:english']").click();
    assertThat(phone.locator("h1")).hasText("Home");
    for (String path :
        new String[] {
          "funds",
          "fund-activities",
          "edit-fund-activity",
          "fund-activity?id=" + activity,
          "fund?id=" + fund(phone, "/partner", program).getString("uid")
        }) {
      phone.navigate(root() + "/partner/" + path);
      fits(phone, "funds-phone-" + path.replaceAll("\\?.*", ""));
    }
    assertThat(phone.locator("main")).containsText("What happened to the money");
    assertThat(phone.locator("main")).containsText("45,000,000");
    phone.locator("[id='bar:indonesian']").click();
    assertThat(phone.locator("main")).containsText("Riwayat dana");
    dewi.setViewportSize(390, 900);
    dewi.locator("[id='bar:english']").click();
    assertThat(dewi.locator("h1")).hasText("Funds");
    for (String path :
        new String[] {"funds", "fund-activities?show=all", "fund-activity?id=" + activity}) {
      dewi.navigate(root() + "/admin/" + path);
      fits(dewi, "funds-phone-admin-" + path.replaceAll("\\?.*", ""));
    }
  }

  @Test
  void programsGetTheSameAnswersOverRest() {
    people("dewi-rest");
    String program = "WALK-REST";
    FundWorld.program(maya, dewi, program, "Dana iklan");
    String wanted = allocation(program, "300000000", today.plusDays(100));
    String key = "walk-funds-once-1";
    APIResponse first = call(dewi, "/admin/api/fund-allocations", wanted, key);
    APIResponse again = call(dewi, "/admin/api/fund-allocations", wanted, key);
    Assertions.assertThat(read(again).getString("uid")).isEqualTo(read(first).getString("uid"));
    balance(program, "300000000", "0", "0");
    problem(
        call(
            dewi,
            "/admin/api/fund-allocations",
            allocation(program, "1", today.plusDays(100)),
            key),
        422,
        "idempotency.key-reused");

    JsonObject draft =
        post(
            budi,
            "/partner/api/fund-activities",
            """
            {"fund": "%s", "title": "Iklan radio", "kind": "ADVERTISING", "description": "",
             "startsOn": "%s", "endsOn": "%s", "plannedCost": "300000000",
             "requested": "150000000", "documents": [], "version": null}
            """
                .formatted(fund(budi, "/partner", program).getString("uid"), today, today));
    String path = "/fund-activities/" + draft.getString("uid");
    JsonObject submitted =
        post(budi, "/partner/api" + path + "/submit", step("", draft.getInt("version")));
    int version = submitted.getInt("version");
    String promise =
        "{\"amount\": \"150000000\", \"reason\": \"\", \"version\": %s}".formatted(version);
    problem(
        call(maya, "/admin/api" + path + "/approve", promise, "walk-funds-maya"),
        403,
        "fund.needs-finance");
    problem(
        call(budi, "/partner/api" + path + "/execute", step("", version), "walk-funds-early"),
        409,
        "fund-activity.state");
    problem(
        call(dewi, "/admin/api" + path + "/return", step("apa?", version - 1), "walk-funds-old"),
        409,
        "stale");
    post(dewi, "/admin/api" + path + "/approve", promise);
    balance(program, "150000000", "150000000", "0");
    Page admin = staff("admin");
    problem(
        call(admin, "/admin/api" + path + "/approve", promise, "walk-funds-admin"),
        403,
        "access.role-missing");
    Assertions.assertThat(admin.navigate(root() + "/admin/fund-activities").status())
        .isEqualTo(403);
  }

  private static String step(String reason, int version) {
    return "{\"reason\": \"%s\", \"version\": %s}".formatted(reason, version);
  }

  private static void problem(APIResponse answer, int status, String code) {
    Assertions.assertThat(answer.status()).as(answer.text()).isEqualTo(status);
    JsonObject problem = read(answer);
    Assertions.assertThat(problem.getString("code")).isEqualTo(code);
    Assertions.assertThat(problem.getString("detail", problem.getString("title"))).isNotBlank();
  }
}
