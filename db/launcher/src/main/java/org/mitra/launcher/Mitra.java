package org.mitra.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.mitra.db.Access;
import org.mitra.db.Distribution;

/** Mitra as a whole: the database, and the server with both applications. */
public final class Mitra implements AutoCloseable {
  private final Options options;
  private volatile Database database;
  private volatile Server server;

  private Mitra(Options options) {
    this.options = options;
  }

  /** Starts and stays until it is told to stop by Ctrl-C or SIGTERM. */
  public static void main(String[] arguments) {
    if (List.of(arguments).contains("--help")) {
      System.out.print(Options.HELP);
      return;
    }
    Console console = new Console(System.out);
    try {
      Options options = Options.parse(arguments, System.getenv());
      Mitra mitra = new Mitra(options);
      // From the beginning: whoever loses patience while it starts leaves nothing running either.
      Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(mitra, console), "stop"));
      mitra.open(console::step);
      console.say(welcome(options));
      int status = mitra.server.process().waitFor();
      // Reached when the server ends by itself: then the database has nobody left to serve.
      System.exit(status);
    } catch (Options.Refused | IllegalStateException e) {
      console.say("\n" + e.getMessage());
      System.exit(1);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void stop(Mitra mitra, Console console) {
    console.say("");
    console.step("Stopping");
    mitra.close();
    console.step("Stopped");
  }

  /** Starts everything and returns when both applications are ready. */
  public static Mitra start(Options options, Progress progress) {
    Mitra mitra = new Mitra(options);
    try {
      mitra.open(progress);
      return mitra;
    } catch (RuntimeException e) {
      mitra.close();
      throw e;
    }
  }

  private void open(Progress progress) {
    Server.refuseTakenPort(options.port());
    Properties files = files();
    Path archive =
        Path.of(
            files.getProperty(options.distribution() == Distribution.MYSQL ? "mysql" : "mariadb"));
    database = Database.open(options, archive, progress);
    try {
      progress.step("Starting the server (log: " + options.folder().resolve("server.log") + ")");
      server =
          Server.start(
              new Server.Parts(
                  Path.of(files.getProperty("payara")),
                  Map.of(
                      "partner", Path.of(files.getProperty("partner-portal")).normalize(),
                      "admin", Path.of(files.getProperty("admin-console")).normalize())),
              options,
              database.application());
      server.awaitReady(progress);
      progress.step("Ready");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while starting", e);
    }
  }

  /** Options for programs that start Mitra, such as tests: as on the command line. */
  public static Options options(String... arguments) {
    return Options.parse(arguments, Map.of());
  }

  private static Properties files() {
    Properties files = new Properties();
    try (InputStream in = Mitra.class.getResourceAsStream("/launcher.properties")) {
      files.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return files;
  }

  private static String welcome(Options options) {
    String root = "http://localhost:" + options.port();
    StringBuilder text = new StringBuilder();
    text.append("\n  Partner portal  ").append(root).append("/partner\n");
    text.append("  Admin console   ").append(root).append("/admin\n");
    if (options.demo()) {
      text.append(DemoSignIns.TEXT);
    } else {
      text.append(
          "\n  Sign in with the administrator that MITRA_ADMIN_USER and MITRA_ADMIN_PASSWORD named at the first start.\n");
    }
    return text.append("\n  Stop with Ctrl-C.\n").toString();
  }

  /** Port of both applications. */
  public int port() {
    return options.port();
  }

  /** Port of health and metrics, on loopback only. */
  public int internalPort() {
    return server.internalPort();
  }

  /** The database as the application sees it. */
  public Access database() {
    return database.application();
  }

  /** The server's process, for tests that kill it. */
  public Process serverProcess() {
    return server.process();
  }

  @Override
  public void close() {
    if (server != null) {
      server.close();
    }
    if (database != null) {
      database.close();
    }
  }
}
