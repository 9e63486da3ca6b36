package org.mitra.walkthrough;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.Cookie;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * What browser tests share: a browser, people who sign in, screenshots. A page that logs an error,
 * or breaks the content security policy, fails its test. One walk after the other, since the people
 * of the demo remember the language that they chose last; other tests run beside them.
 */
@Execution(ExecutionMode.SAME_THREAD)
abstract class Walk {
  private static final double PATIENCE = 60_000;

  /** Playwright's own way to wait evaluates text again and again, which our pages forbid. */
  private static final String QUIET =
      "async () => { for (let i = 0; i < 3000 && window.PrimeFaces && !PrimeFaces.ajax.Queue.isEmpty(); i++)"
          + " await new Promise(done => setTimeout(done, 20)); }";

  static final String PASSWORD = "mitra-demo-2026";

  /** Who signed in on this thread: his cookies, by application and name. */
  private static final ThreadLocal<Map<String, List<Cookie>>> SIGNED_IN =
      ThreadLocal.withInitial(HashMap::new);

  /** Windows of tests that are over, by language: they still know the pages' scripts and styles. */
  private static final ThreadLocal<Map<String, Deque<BrowserContext>>> IDLE =
      ThreadLocal.withInitial(HashMap::new);

  private final Map<BrowserContext, String> contexts = new LinkedHashMap<>();
  private final List<String> errors = new ArrayList<>();

  /** What was on the screen when a test failed. */
  @RegisterExtension
  final AfterTestExecutionCallback lastLook =
      test -> {
        if (test.getExecutionException().isPresent()) {
          shootAll(getClass().getSimpleName() + "-" + test.getRequiredTestMethod().getName());
        }
      };

  @BeforeAll
  static void patience() {
    // As patient as the actions are: a machine under load is no mistake.
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
  }

  @AfterEach
  void closePages() {
    contexts.forEach(
        (context, language) -> {
          for (Page page : context.pages()) {
            // What a page has still under way may fail, too.
            settle(page);
            page.close();
          }
          context.clearCookies();
          IDLE.get().computeIfAbsent(language, none -> new ArrayDeque<>()).push(context);
        });
    contexts.clear();
    Assertions.assertThat(errors).as("errors in the browser's console").isEmpty();
  }

  private void shootAll(String name) {
    int number = 0;
    for (BrowserContext context : contexts.keySet()) {
      for (Page page : context.pages()) {
        shot(page, name + "-" + number++);
      }
    }
  }

  static Path screens() {
    return Installation.folder().resolve("screens");
  }

  static String root() {
    return "http://localhost:" + Installation.mitra().port();
  }

  /** A fresh browser window of a person with that language and width. */
  Page window(Locale locale, int width) {
    String language = locale.toLanguageTag();
    Deque<BrowserContext> idle = IDLE.get().getOrDefault(language, new ArrayDeque<>());
    BrowserContext context = idle.isEmpty() ? open(language) : idle.pop();
    contexts.put(context, language);
    Page page = context.newPage();
    page.setViewportSize(width, 900);
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

  private static BrowserContext open(String language) {
    BrowserContext context =
        Chromium.browser()
            .newContext(
                new Browser.NewContextOptions().setLocale(language).setTimezoneId("Asia/Jakarta"));
    context.setDefaultTimeout(PATIENCE);
    return context;
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

  /**
   * Signs in with the demo's password, and sees that it worked. Whoever did so on this thread
   * before comes back with his cookies, as from another window of his browser.
   */
  static Page signedIn(Page page, String application, String username) {
    Map<String, List<Cookie>> known = SIGNED_IN.get();
    String who = application + " " + username;
    Locator inside = page.locator("[id='bar:signOut']");
    if (known.containsKey(who)) {
      page.context().addCookies(known.get(who));
      page.navigate(root() + application + "/home");
      if (inside.count() == 1) {
        return page;
      }
    }
    signIn(page, application, username, PASSWORD);
    assertThat(inside).isAttached();
    known.put(who, page.context().cookies());
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
            .setTimeout(PATIENCE / 6);
    settle(page);
    try {
      page.screenshot(whole);
    } catch (TimeoutError replaced) {
      // Chromium never answers for a page that gives way to another while it is drawn.
      settle(page);
      page.screenshot(whole);
    }
  }

  /** Waits until nothing is under way in the page. */
  static void settle(Page page) {
    page.waitForLoadState();
    try {
      page.evaluate(QUIET);
    } catch (PlaywrightException replaced) {
      // What was under way was the next page.
      page.waitForLoadState();
      page.evaluate(QUIET);
    }
  }
}
