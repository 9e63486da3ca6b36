package org.mitra.walkthrough;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInfo;

/**
 * What browser tests share: a browser, people who sign in, screenshots. A page that logs an error,
 * or breaks the content security policy, fails its test.
 */
abstract class Walk {
  private static final double PATIENCE = 20_000;

  static final String PASSWORD = "mitra-demo-2026";

  private static Playwright playwright;
  private static Browser browser;

  private final List<BrowserContext> contexts = new ArrayList<>();
  private final List<String> errors = new ArrayList<>();

  @BeforeAll
  static void open() {
    // As patient as the actions are: a machine under load is no mistake.
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
    playwright = Chromium.playwright();
    browser = Chromium.launch(playwright);
  }

  @AfterAll
  static void closeBrowser() {
    browser.close();
    playwright.close();
  }

  @AfterEach
  void closePages(TestInfo test) {
    int number = 0;
    for (BrowserContext context : contexts) {
      for (Page page : context.pages()) {
        shot(
            page,
            getClass().getSimpleName()
                + "-"
                + test.getTestMethod().orElseThrow().getName()
                + "-"
                + number++);
      }
      context.close();
    }
    contexts.clear();
    Assertions.assertThat(errors).as("errors in the browser's console").isEmpty();
  }

  static Path screens() {
    return Installation.folder().resolve("screens");
  }

  static String root() {
    return "http://localhost:" + Installation.mitra().port();
  }

  /** A fresh browser window of a person with that language and width. */
  Page window(Locale locale, int width) {
    BrowserContext context =
        browser.newContext(
            new Browser.NewContextOptions()
                .setLocale(locale.toLanguageTag())
                .setTimezoneId("Asia/Jakarta")
                .setViewportSize(width, 900));
    contexts.add(context);
    context.setDefaultTimeout(PATIENCE);
    Page page = context.newPage();
    page.onConsoleMessage(
        message -> {
          boolean expectedStatus =
              message.text().contains("the server responded with a status of 4");
          if (message.type().equals("error") && !expectedStatus) {
            errors.add(page.url() + ": " + message.text());
          }
        });
    page.onPageError(error -> errors.add(page.url() + ": " + error));
    return page;
  }

  Page window() {
    return window(Locale.forLanguageTag("id"), 1280);
  }

  /** Signs in to the partner portal. */
  Page partner(String username) {
    return speaking(signedIn(window(), "/partner", username));
  }

  /** Signs in to the admin console. */
  Page staff(String username) {
    return speaking(signedIn(window(), "/admin", username));
  }

  /** In Indonesian, whatever language another test has left behind. */
  private static Page speaking(Page page) {
    return "id".equals(page.locator("html").getAttribute("lang")) ? page : inIndonesian(page);
  }

  /** Signs in with the demo's password, and sees that it worked. */
  static Page signedIn(Page page, String application, String username) {
    signIn(page, application, username, PASSWORD);
    assertThat(page.locator("[id='bar:signOut']")).isAttached();
    return page;
  }

  /** Tries to sign in. */
  static Page signIn(Page page, String application, String username, String password) {
    page.navigate(root() + application + "/sign-in");
    page.locator("[id='signIn:username']").fill(username);
    page.locator("[id='signIn:password']").fill(password);
    page.waitForResponse(
        response -> response.request().method().equals("POST"),
        () -> page.locator("[id='signIn:enter']").click());
    return page;
  }

  /** Goes on in English; accounts remember it, so whoever is of the demo goes back. */
  static Page inEnglish(Page page) {
    page.locator("[id='bar:english']").click();
    assertThat(page.locator("html")).hasAttribute("lang", "en");
    return page;
  }

  static Page inIndonesian(Page page) {
    page.locator("[id='bar:indonesian']").click();
    assertThat(page.locator("html")).hasAttribute("lang", "id");
    return page;
  }

  static Locator.FilterOptions containing(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }

  /** Takes a picture of a page that must not scroll sideways. */
  static void fits(Page page, String name) {
    shot(page, name);
    Assertions.assertThat(
            page.evaluate(
                "document.documentElement.scrollWidth > document.documentElement.clientWidth"))
        .as(name + " scrolls sideways")
        .isEqualTo(false);
  }

  /** Takes a picture of the whole page once nothing is under way in it. */
  static void shot(Page page, String name) {
    Page.ScreenshotOptions whole =
        new Page.ScreenshotOptions()
            .setFullPage(true)
            .setPath(screens().resolve(name + ".png"))
            .setTimeout(PATIENCE / 2);
    settle(page);
    try {
      page.screenshot(whole);
    } catch (TimeoutError replaced) {
      // Chromium never answers for a page that gives way to another while it is drawn.
      settle(page);
      page.screenshot(whole);
    }
  }

  private static void settle(Page page) {
    page.waitForLoadState();
    page.waitForFunction("!window.PrimeFaces || PrimeFaces.ajax.Queue.isEmpty()");
  }
}
