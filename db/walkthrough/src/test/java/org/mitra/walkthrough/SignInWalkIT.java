package org.mitra.walkthrough;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.util.Locale;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

class SignInWalkIT extends Walk {

  @Test
  void aWrongPasswordIsToldAndARightOneLetsIn() {
    Page page = signIn(window(), "/partner", "budi", "wrong-password");
    assertThat(page.locator(".ui-messages-error"))
        .containsText("Nama pengguna atau kata sandi salah");
    signIn(page, "/partner", "budi", PASSWORD);
    assertThat(page.locator("h1")).hasText("Beranda");
    assertThat(page.locator(".who")).containsText("TOKO-MAJU");
    page.locator("[id='bar:english']").click();
    assertThat(page.locator("h1")).hasText("Home");
    page.locator("[id='bar:indonesian']").click();
    assertThat(page.locator("h1")).hasText("Beranda");
    page.locator("[id='bar:signOut']").click();
    assertThat(page).hasURL(root() + "/partner/sign-in");
    page.navigate(root() + "/partner/home");
    assertThat(page).hasURL(root() + "/partner/sign-in?to=%2Fhome");
  }

  @Test
  void theOtherApplicationIsNotForHim() {
    Page page = signIn(window(), "/admin", "budi", PASSWORD);
    assertThat(page.locator(".ui-messages-error")).isVisible();
    Page staff = signIn(window(), "/partner", "maya", PASSWORD);
    assertThat(staff.locator(".ui-messages-error")).isVisible();
  }

  @Test
  void pagesThatAreNotThereOrNotForHimAnswerSo() {
    Page page = staff("maya");
    assertThat(page.locator("h1")).hasText("Beranda");
    Response missing = page.navigate(root() + "/admin/nothing-here");
    Assertions.assertThat(missing.status()).isEqualTo(404);
    assertThat(page.locator("main")).containsText("Halaman tidak ada");
    Response forbidden = page.navigate(root() + "/admin/users");
    Assertions.assertThat(forbidden.status()).isEqualTo(403);
    Response allowed = page.navigate(root() + "/admin/partners");
    Assertions.assertThat(allowed.headerValue("content-security-policy"))
        .contains("default-src 'self'")
        .contains("'nonce-")
        .doesNotContain("unsafe-eval");
  }

  @Test
  void readsOnAPhoneInEnglish() {
    Page page = signedIn(window(Locale.ENGLISH, 390), "/admin", "maya");
    page.navigate(root() + "/admin/partners");
    assertThat(page.locator(".menu-phone summary")).isVisible();
    Object overflow =
        page.evaluate(
            "document.documentElement.scrollWidth > document.documentElement.clientWidth");
    Assertions.assertThat(overflow).as("the page scrolls sideways").isEqualTo(false);
  }

  @Test
  void partnersAreFilteredAndSortedByTheDatabase() {
    Page page = staff("maya");
    page.navigate(root() + "/admin/partners");
    assertThat(page.locator("[id='list:partners_data'] tr")).hasCount(25);
    page.locator("th:has-text('Kode') input").pressSequentially("maju");
    // The shop and its two representatives.
    assertThat(page.locator("[id='list:partners_data'] tr")).hasCount(3);
    assertThat(page.locator("[id='list:partners_data']")).containsText("Toko Maju Teknik");
  }
}
