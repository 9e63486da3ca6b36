package org.mitra.walkthrough;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.FilePayload;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** A dealer claims, a channel manager decides; each test has serials of its own. */
class ClaimsWalkIT extends Walk {
  private static final Locale INDONESIAN = Locale.forLanguageTag("id");

  @Test
  void aClaimIsMadeReviewedAndSeen() {
    Page budi = partner("budi");
    budi.navigate(root() + "/partner/claims");
    budi.locator("a.button:has-text('Klaim baru')").click();
    choose(budi);
    assertThat(budi.locator("[id='claim:terms']")).containsText("60 hari");
    upload(
        budi,
        "claim:list",
        file("seri.csv", "text/csv", "serial;toko\nBOR-1-0001;A\nBOR-1-0002;A\n"));
    assertThat(budi.locator("[id='claim:serials']")).hasValue("BOR-1-0001\nBOR-1-0002");
    budi.locator("[id='claim:serials']").fill("BOR-1-0001\nbor-1-0002 \nBOR-1-0003, SALAH-KETIK");
    upload(budi, "claim:upload", file("faktur.pdf", "application/pdf", "<html>no invoice</html>"));
    assertThat(budi.locator("[id='claim:uploadMessage']"))
        .containsText("bukan PDF, JPEG, atau PNG");
    upload(budi, "claim:list", file("seri.csv", "text/csv", "PK\u0003\u0004"));
    assertThat(budi.locator("[id='claim:listMessage']")).containsText("bukan teks");
    assertThat(budi.locator("[id='claim:serials']"))
        .hasValue(Pattern.compile("BOR-1-0001.*", Pattern.DOTALL));
    upload(budi, "claim:upload", new FilePayload("faktur.png", "image/png", picture()));
    assertThat(budi.locator("[id='claim:proofs']")).containsText("faktur.png");
    shot(budi, "claim-edit-id");
    save(budi);
    assertThat(budi.locator("[id='units:items_data'] tr")).hasCount(4);
    assertThat(budi.locator("[id='units:items_data']"))
        .containsText("Penjualan unit ini belum dilaporkan");
    assertThat(budi.locator(".why").first()).containsText("Rp 150.000");
    submit(budi);
    shot(budi, "claim-submitted-id");
    String address = budi.url();

    Page maya = inEnglish(staff("maya"));
    try {
      maya.navigate(root() + "/admin/claims");
      assertThat(maya.locator(".choices .chosen")).hasText("To review");
      shot(maya, "claims-queue-en");
      maya.navigate(address.replace("/partner/", "/admin/"));
      assertThat(maya.locator("h1")).containsText("Claim SC-");
      assertThat(maya.locator(".proofs img")).isVisible();
      Locator reason = maya.locator("tr:has-text('BOR-1-0002') input");
      reason.fill("Not on the invoice");
      reason.press("Tab");
      assertThat(maya.locator("[id='review:rejections']")).containsText("Rejected by you: 1");
      maya.locator("[id='review:message']").fill("Thank you.\nOne serial is not on the invoice.");
      shot(maya, "claim-review-en");
      maya.locator("[id='review:approve']").click();
      assertThat(maya.locator(".badge-PARTLY_APPROVED").first()).isVisible();
      assertThat(maya.locator(".figures")).containsText("IDR 100,000");
      shot(maya, "claim-decided-en");
    } finally {
      inIndonesian(maya);
    }

    budi.navigate(address);
    assertThat(budi.locator(".badge-PARTLY_APPROVED").first()).hasText("Disetujui sebagian");
    assertThat(budi.locator(".figures")).containsText("Rp 100.000");
    assertThat(budi.locator("tr:has-text('BOR-1-0002')")).containsText("Not on the invoice");
    assertThat(budi.locator("[id='act:submit']")).hasCount(0);
    shot(budi, "claim-decided-id");
  }

  @Test
  void whatAnotherClaimHasIsHeldAndComesFreeWhenThatIsTakenBack() {
    Page first = draft("BOR-2-0001");
    submit(first);
    Page second = draft("BOR-2-0001\nBOR-2-0002");
    assertThat(second.locator("tr:has-text('BOR-2-0001')"))
        .containsText("Sudah ada dalam klaim Anda");
    submit(second);
    assertThat(second.locator(".badge-HELD").first()).isVisible();
    shot(second, "claim-held-id");

    first.locator("summary:has-text('Tarik kembali')").click();
    first.locator("[id='act:remark']").fill("Salah daftar");
    first.locator("[id='act:withdraw']").click();
    assertThat(first.locator(".badge-WITHDRAWN").first()).isVisible();

    second.reload();
    assertThat(second.locator(".badge-SUBMITTED").first()).isVisible();
    assertThat(second.locator(".badge-HELD")).hasCount(0);
  }

  @Test
  void withoutProofItIsNotSubmitted() {
    Page budi = newClaim("BOR-3-0001");
    save(budi);
    assertThat(budi.locator(".problem")).containsText("meminta bukti");
    budi.locator("[id='act:submit']").click();
    assertThat(budi.locator("[id=messages] .ui-messages-error")).containsText("meminta bukti");
    budi.reload();
    assertThat(budi.locator(".badge-DRAFT").first()).isVisible();
  }

  @Test
  void unitsWithoutSerialsAreClaimedByTheirInvoice() {
    Page budi = newClaim("");
    budi.locator("[id='claim:addLine']").click();
    budi.locator("input[id$=':document']").fill("inv-mata-bor");
    budi.locator("input[id$=':quantity']").fill("2");
    budi.locator("[id='claim:addLine']").click();
    assertThat(budi.locator("input[id$=':document']")).hasCount(2);
    assertThat(budi.locator("input[id$=':document']").first()).hasValue("inv-mata-bor");
    save(budi);
    assertThat(budi.locator(".figures")).containsText("Rp 100.000");
    budi.locator("a.button:has-text('Ubah')").click();
    assertThat(budi.locator("input[id$=':document']").first()).hasValue("INV-MATA-BOR");
  }

  @Test
  void aLargeClaimNeedsASecondPerson() {
    Page budi = newClaim("");
    budi.locator("[id='claim:addLine']").click();
    budi.locator("input[id$=':document']").fill("INV-PROYEK");
    upload(budi, "claim:upload", new FilePayload("faktur.png", "image/png", picture()));
    assertThat(budi.locator("[id='claim:proofs']")).containsText("faktur.png");
    save(budi);
    submit(budi);
    String address = budi.url().replace("/partner/", "/admin/");
    Page maya = staff("maya");
    maya.navigate(address);
    maya.locator("[id='review:approve']").click();
    assertThat(maya.locator(".badge-ENDORSED").first()).isVisible();
    assertThat(maya.locator("[id='review:confirm']")).hasCount(0);

    Page dewi = staff("dewi");
    assertThat(dewi.locator("main")).containsText("Klaim yang menunggu Anda");
    dewi.navigate(root() + "/admin/claims");
    assertThat(dewi.locator(".choices .chosen")).hasText("Persetujuan kedua");
    dewi.navigate(address);
    shot(dewi, "claim-confirm-id");
    dewi.locator("[id='review:confirm']").click();
    assertThat(dewi.locator(".badge-APPROVED").first()).isVisible();
    assertThat(dewi.locator(".figures")).containsText("Rp 60.000.000");
  }

  @Test
  void sentTwiceItIsSubmittedOnce() {
    Page budi = draft("BOR-4-0001");
    budi.locator("[id='act:submit']").dblclick();
    assertThat(budi.locator(".badge-SUBMITTED").first()).isVisible();
    assertThat(budi.locator(".timeline li:has-text('Diajukan')")).hasCount(1);
  }

  @Test
  void whoDecidesOnWhatChangedSinceIsTold() {
    Page budi = draft("BOR-5-0001");
    submit(budi);
    String address = budi.url().replace("/partner/", "/admin/");
    Page early = staff("maya");
    early.navigate(address);
    Page late = staff("maya");
    late.navigate(address);
    late.locator("[id='review:message']").fill("Mohon lampirkan faktur yang terbaca");
    late.locator("[id='review:return']").click();
    assertThat(late.locator(".badge-RETURNED").first()).isVisible();

    early.locator("[id='review:approve']").click();
    assertThat(early.locator("[id=messages] .ui-messages-error")).containsText("Dikembalikan");

    budi.reload();
    assertThat(budi.locator(".note")).containsText("Mohon lampirkan faktur yang terbaca");
    assertThat(budi.locator("a.button:has-text('Ubah')")).isVisible();
  }

  @Test
  void readsOnAPhone() {
    Page budi = signedIn(window(INDONESIAN, 390), "/partner", "budi");
    budi.navigate(root() + "/partner/edit-claim");
    choose(budi);
    budi.locator("[id='claim:serials']").fill("BOR-6-0001\nBOR-6-0002\nBOR-JKT-0001\nSALAH");
    fits(budi, "claim-edit-phone-id");
    save(budi);
    fits(budi, "claim-phone-id");
    assertThat(budi.locator("tr:has-text('BOR-JKT-0001')")).containsText("mitra lain");
    budi.navigate(root() + "/partner/claims");
    fits(budi, "claims-phone-id");
    Page maya = signedIn(window(INDONESIAN, 390), "/admin", "maya");
    maya.navigate(root() + "/admin/claims?show=ALL");
    fits(maya, "claims-queue-phone-id");
    if (maya.locator("[id='list:claims_data'] a").count() > 0) {
      maya.locator("[id='list:claims_data'] a").first().click();
      assertThat(maya.locator("h1")).containsText("Klaim SC-");
      fits(maya, "claim-review-phone-id");
    }
    inEnglish(budi);
    try {
      fits(budi, "claims-phone-en");
    } finally {
      inIndonesian(budi);
    }
  }

  @Test
  void othersHaveNoBusinessThere() {
    Page admin = staff("admin");
    Response claims = admin.navigate(root() + "/admin/claims");
    Assertions.assertThat(claims.status()).isEqualTo(403);
    Page maya = staff("maya");
    Page budi = draft("BOR-5-0005");
    Response theirs = maya.navigate(budi.url().replace("/partner/", "/admin/"));
    Assertions.assertThat(theirs.status()).as("a draft is the partner's own").isEqualTo(404);
  }

  /** A claim with a proof, saved and not submitted. */
  private Page draft(String serials) {
    Page budi = newClaim(serials);
    upload(budi, "claim:upload", new FilePayload("faktur.png", "image/png", picture()));
    assertThat(budi.locator("[id='claim:proofs']")).containsText("faktur.png");
    save(budi);
    return budi;
  }

  private Page newClaim(String serials) {
    Page budi = partner("budi");
    budi.navigate(root() + "/partner/edit-claim?program=SPIFF-BOR");
    assertThat(budi.locator("[id='claim:program_label']")).containsText("SPIFF-BOR");
    budi.locator("[id='claim:serials']").fill(serials);
    return budi;
  }

  private static void choose(Page page) {
    Locator chosen = page.locator("[id='claim:program_label']");
    if (!chosen.textContent().contains("SPIFF-BOR")) {
      chosen.click();
      page.locator("li[data-label*='SPIFF-BOR']").click();
    }
    assertThat(chosen).containsText("SPIFF-BOR");
    assertThat(page.locator("[id='claim:terms']")).not().isEmpty();
  }

  private static void save(Page page) {
    page.locator("[id='claim:save']").click();
    assertThat(page.locator("h1")).containsText("Klaim SC-");
    assertThat(page.locator("[id='units:items_data']")).isAttached();
  }

  private static void submit(Page page) {
    page.locator("[id='act:submit']").click();
    assertThat(page.locator(".timeline")).containsText("Diajukan");
  }

  private static void upload(Page page, String id, FilePayload file) {
    page.locator("[id='" + id + "'] input[type=file]").setInputFiles(file);
  }

  private static FilePayload file(String name, String type, String content) {
    return new FilePayload(name, type, content.getBytes(StandardCharsets.UTF_8));
  }

  /** What a photo of an invoice could look like. */
  static byte[] picture() {
    BufferedImage image = new BufferedImage(320, 200, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, 320, 200);
    graphics.setColor(Color.DARK_GRAY);
    for (int line = 0; line < 7; line++) {
      graphics.fillRect(24, 24 + line * 22, 120 + (line * 53) % 140, 8);
    }
    graphics.dispose();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
