package org.mitra.walkthrough;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * A Chromium: the one that MITRA_CHROMIUM names, one that is installed, one that Debian's packages
 * can install when we are root, or one that Playwright downloads.
 */
final class Chromium {
  private static final List<String> USUAL_PLACES =
      List.of(
          "/usr/bin/chromium",
          "/usr/bin/chromium-browser",
          "/usr/bin/google-chrome",
          "/snap/bin/chromium",
          "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
          "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe");

  private static final List<String> QUIET =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  private static final Queue<Playwright> STARTED = new ConcurrentLinkedQueue<>();

  /** Playwright's objects belong to the thread that made them. */
  private static final ThreadLocal<Browser> OURS = ThreadLocal.withInitial(Chromium::start);

  private Chromium() {}

  /** This thread's browser, which all its tests share: to start one takes a second. */
  static Browser browser() {
    return OURS.get();
  }

  /** Closes every browser; when all tests are over. */
  static void closeAll() {
    for (Playwright playwright = STARTED.poll(); playwright != null; playwright = STARTED.poll()) {
      playwright.close();
    }
  }

  private static Browser start() {
    Playwright playwright = playwright();
    STARTED.add(playwright);
    return launch(playwright);
  }

  private static synchronized Playwright playwright() {
    boolean own = installed().isEmpty() && !installByPackage();
    return own
        ? Playwright.create()
        : Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
  }

  private static Browser launch(Playwright playwright) {
    LaunchOptions options = new LaunchOptions().setArgs(QUIET);
    installed().ifPresent(options::setExecutablePath);
    try {
      return playwright.chromium().launch(options);
    } catch (PlaywrightException e) {
      throw new IllegalStateException(
          "The tests need a Chromium. Install one (for example: sudo apt-get install chromium),"
              + " or set MITRA_CHROMIUM to the path of yours.",
          e);
    }
  }

  private static Optional<Path> installed() {
    String configured = System.getenv("MITRA_CHROMIUM");
    if (configured != null && !configured.isBlank()) {
      return Optional.of(Path.of(configured));
    }
    return USUAL_PLACES.stream().map(Path::of).filter(Files::isExecutable).findFirst();
  }

  private static boolean installByPackage() {
    if (!"root".equals(System.getProperty("user.name"))
        || !Files.isExecutable(Path.of("/usr/bin/apt-get"))) {
      return false;
    }
    System.out.println("Installing Chromium with apt-get, as there is none on this machine");
    return run("apt-get", "install", "-y", "--no-install-recommends", "chromium")
        || (run("apt-get", "update")
            && run("apt-get", "install", "-y", "--no-install-recommends", "chromium"));
  }

  private static boolean run(String... command) {
    try {
      ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
      builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
      builder.environment().put("DEBIAN_FRONTEND", "noninteractive");
      return builder.start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
