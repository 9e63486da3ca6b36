package org.mitra.walkthrough;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * What holds for every page that a menu leads to, for each role, in both languages, on a phone and
 * on a desk: it opens, says everything in words, fits the screen, names its inputs and can be read.
 * A new page in a menu is covered without a line here. Everybody here is new, and nobody else's
 * language changes with his.
 */
@Execution(ExecutionMode.CONCURRENT)
class EveryPageWalkIT extends Walk {
  private static final Locale INDONESIAN = Locale.forLanguageTag("id");

  /** Whether to take pictures of all pages, for looking only; there are hundreds. */
  private static final boolean PICTURES = Boolean.getBoolean("mitra.pictures");

  /** Faults of the page as it stands, found in the browser. */
  private static final String FAULTS =
      """
      async () => {
        // A window that was made narrower has moved its tables and charts two pictures later.
        for (let i = 0; i < 2; i++) await new Promise(done => requestAnimationFrame(done));
        const faults = [];
        const seen = e => e.checkVisibility({opacityProperty: true, visibilityProperty: true}) && e.getClientRects().length > 0;
        if (document.documentElement.scrollWidth > document.documentElement.clientWidth) faults.push('scrolls sideways');
        document.querySelectorAll('.scroll:has(table)').forEach(e => { if (innerWidth < 640 && seen(e) && e.scrollWidth > e.clientWidth + 1) faults.push('has a table that scrolls sideways: ' + e.innerText.slice(0, 60)); });
        if (document.querySelectorAll('h1').length !== 1) faults.push('has not one h1');
        const missing = document.documentElement.innerText.match(/\\?\\?\\?[\\w.-]+\\?\\?\\?/g);
        if (missing) faults.push('has no text for ' + missing.join(', '));
        const ids = new Set();
        document.querySelectorAll('[id]').forEach(e => { if (ids.has(e.id)) faults.push('has the id ' + e.id + ' twice'); ids.add(e.id); });
        const named = e => e.labels?.length || e.getAttribute('aria-label') || e.getAttribute('aria-labelledby') || e.title || e.placeholder;
        document.querySelectorAll('main input:not([type=hidden]), main select, main textarea').forEach(e => {
          const inside = e.closest('.ui-helper-hidden-accessible, .ui-helper-hidden');
          if (!named(e) && !inside && seen(e)) faults.push('has a nameless input ' + (e.id || e.outerHTML.slice(0, 80)));
        });
        document.querySelectorAll('a[href], button').forEach(e => {
          if (seen(e) && !e.innerText.trim() && !named(e)) faults.push('has a nameless link or button ' + e.outerHTML.slice(0, 120));
        });
        const parse = c => (c.match(/[\\d.]+/g) || []).map(Number);
        const light = c => { const [r, g, b] = c.slice(0, 3).map(v => { v /= 255; return v <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4; }); return .2126 * r + .7152 * g + .0722 * b; };
        const ground = e => { for (let n = e; n; n = n.parentElement) { const s = getComputedStyle(n); const c = parse(s.backgroundColor); if (s.backgroundImage !== 'none') return null; if (c.length === 3 || c[3] === 1) return c; if (c[3] > 0) return null; } return [255, 255, 255]; };
        const pale = new Set();
        const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        for (let n = walker.nextNode(); n; n = walker.nextNode()) {
          const e = n.parentElement;
          if (!n.data.trim() || !e || !seen(e) || e.closest('script, style, .ui-button-icon-only, :disabled, .ui-state-disabled, .skip, .sr-only, .ui-helper-hidden-accessible')) continue;
          const s = getComputedStyle(e), back = ground(e), front = parse(s.color);
          if (!back || front[3] === 0) continue;
          const a = light(front), b = light(back), ratio = (Math.max(a, b) + .05) / (Math.min(a, b) + .05);
          const large = parseFloat(s.fontSize) >= 24 || (parseFloat(s.fontSize) >= 18.66 && s.fontWeight >= 700);
          if (ratio < (large ? 3 : 4.5)) pale.add(e.tagName.toLowerCase() + '.' + e.className + ' ' + ratio.toFixed(2) + ' "' + n.data.trim().slice(0, 30) + '"');
        }
        if (pale.size) faults.push('is hard to read: ' + [...pale].slice(0, 5).join('; '));
        return faults;
      }
      """;

  @Test
  void asChannelManager() {
    walk("/admin", People.account("CHANNEL_MANAGER", ""));
  }

  @Test
  void asAdministrator() {
    walk("/admin", People.account("ADMINISTRATOR", ""));
  }

  @Test
  void asFinance() {
    walk("/admin", People.account("FINANCE", ""));
  }

  @Test
  void asExecutive() {
    walk("/admin", People.account("EXECUTIVE", ""));
  }

  @Test
  void asAuditor() {
    walk("/admin", People.account("AUDITOR", ""));
  }

  @Test
  void asPartner() {
    walk("/partner", People.account("PARTNER_OWNER", "TOKO-MAJU"));
  }

  @Test
  void beforeSigningIn() {
    for (String application : List.of("/partner", "/admin")) {
      Page page = window(INDONESIAN, 390);
      page.navigate(root() + application + "/sign-in");
      Assertions.assertThat(faults(page)).as(application).isEmpty();
      shot(page, "every" + application.replace('/', '-') + "-sign-in-id-390");
    }
  }

  /** Each page is opened in the language of the one before, and then switched to the other. */
  private void walk(String application, String username) {
    Page page = inIndonesian(signedIn(window(), application, username));
    List<String> addresses = new ArrayList<>(List.of(application + "/api-guide"));
    for (Locator link : page.locator(".menu-wide a").all()) {
      addresses.add(link.getAttribute("href"));
    }
    String who =
        application.substring(1)
            + "-"
            + username.replaceAll("-[0-9a-f]{8}$", "").toLowerCase(Locale.ROOT);
    Map<String, List<String>> found = new LinkedHashMap<>();
    boolean english = false;
    for (String address : addresses) {
      page.setViewportSize(1280, 900);
      Response response = page.navigate(root() + address);
      if (response.status() != 200) {
        found.put(address, List.of("answers " + response.status()));
        continue;
      }
      look(page, who, address, english, found);
      english = !english;
      page.setViewportSize(1280, 900);
      look(english ? inEnglish(page) : inIndonesian(page), who, address, english, found);
    }
    Assertions.assertThat(found).as("pages with faults").isEmpty();
  }

  private static void look(
      Page page, String who, String address, boolean english, Map<String, List<String>> found) {
    String language = english ? "en" : "id";
    for (int width : List.of(1280, 390)) {
      page.setViewportSize(width, 900);
      List<String> faults = faults(page);
      String name = address.substring(address.lastIndexOf('/') + 1);
      if (!faults.isEmpty()) {
        found.put(address + " " + language + " " + width, faults);
      }
      if (PICTURES || !faults.isEmpty()) {
        shot(page, "every-" + who + "-" + name + "-" + language + "-" + width);
      }
    }
  }

  @SuppressWarnings("unchecked")
  private static List<String> faults(Page page) {
    return (List<String>) page.evaluate(FAULTS);
  }
}
