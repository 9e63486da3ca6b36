package org.mitra.launcher;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.mitra.db.Access;
import org.mitra.db.Distribution;

/**
 * What the person who starts Mitra asked for.
 *
 * @param port of both applications
 * @param folder where the embedded database and logs live
 * @param fresh whether to begin with an empty database
 * @param demo whether to load the demo channel
 * @param distribution which embedded server
 * @param application an existing database; empty for the embedded one
 * @param owner the user of the existing database who may change its schema
 */
public record Options(
    int port,
    Path folder,
    boolean fresh,
    boolean demo,
    Distribution distribution,
    Optional<Access> application,
    Optional<Access> owner) {

  static final String HELP =
      """
      java db/Run.java [options]

        --port N       port of both applications (8080)
        --fresh        begin with an empty database
        --no-demo      do not load the demo channel
        --data FOLDER  where the embedded database and logs live (.mitra)
        --mysql        embedded MySQL instead of MariaDB (a larger download)
        --help         this text

      An existing MySQL 8 instead of the embedded database, by environment:

        DB_URL             jdbc:mysql://host:3306/mitra
        DB_USER            the application's user; it needs no right to change the schema
        DB_PASSWORD        its password
        DB_OWNER_USER      a user who may create tables and grant rights (DB_USER when not set)
        DB_OWNER_PASSWORD  its password

      First administrator of an installation without demo:

        MITRA_ADMIN_USER, MITRA_ADMIN_PASSWORD

      More options of the server's Java, by environment:

        MITRA_JAVA_OPTIONS (such as "-Xmx2g -XX:TieredStopAtLevel=4" for production)
      """;

  /** A sentence for the person at the keyboard; nothing was started. */
  static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Refused(String sentence) {
      super(sentence);
    }
  }

  static Options parse(String[] arguments, Map<String, String> environment) {
    int port = 8080;
    Path folder = Path.of(".mitra");
    boolean fresh = false;
    boolean demo = true;
    Distribution distribution = Distribution.MARIADB;
    for (int i = 0; i < arguments.length; i++) {
      switch (arguments[i]) {
        case "--port" -> port = number(value(arguments, ++i, "--port"));
        case "--data" -> folder = Path.of(value(arguments, ++i, "--data"));
        case "--fresh" -> fresh = true;
        case "--no-demo" -> demo = false;
        case "--mysql" -> distribution = Distribution.MYSQL;
        default ->
            throw new Refused("Unknown option " + arguments[i] + ". These are known:\n\n" + HELP);
      }
    }
    checkFirstAdministrator(environment);
    Optional<Access> application = application(environment);
    if (application.isPresent() && fresh) {
      throw new Refused(
          "--fresh works with the embedded database only. Empty the schema at DB_URL yourself, or unset DB_URL.");
    }
    Optional<Access> owner = application.map(access -> owner(access, environment));
    return new Options(
        port, folder.toAbsolutePath().normalize(), fresh, demo, distribution, application, owner);
  }

  private static String value(String[] arguments, int index, String option) {
    if (index >= arguments.length) {
      throw new Refused(option + " needs a value.");
    }
    return arguments[index];
  }

  private static int number(String text) {
    try {
      int port = Integer.parseInt(text);
      if (port > 0 && port < 65536) {
        return port;
      }
    } catch (NumberFormatException e) {
      // Refused below.
    }
    throw new Refused("--port needs a number from 1 to 65535, not " + text + ".");
  }

  /** Refused now, in words, instead of by a server that does not become ready. */
  private static void checkFirstAdministrator(Map<String, String> environment) {
    String user = environment.getOrDefault("MITRA_ADMIN_USER", "").toLowerCase(Locale.ROOT);
    String password = environment.getOrDefault("MITRA_ADMIN_PASSWORD", "");
    if (user.isBlank() && password.isBlank()) {
      return;
    }
    if (user.isBlank() || password.isBlank()) {
      throw new Refused("Set both MITRA_ADMIN_USER and MITRA_ADMIN_PASSWORD, or neither.");
    }
    if (!user.matches("[a-z0-9][a-z0-9._@-]{2,63}") || user.equals("system")) {
      throw new Refused(
          "MITRA_ADMIN_USER has to be 3 to 64 letters, digits, dots, hyphens, underscores or at signs.");
    }
    boolean fits = password.length() >= 12 && password.length() <= 128;
    boolean weak =
        password.toLowerCase(Locale.ROOT).contains(user) || password.chars().distinct().count() < 5;
    if (!fits || weak) {
      throw new Refused(
          "MITRA_ADMIN_PASSWORD has to have 12 to 128 characters, at least five different ones, and must not"
              + " contain the user's name.");
    }
  }

  private static Optional<Access> application(Map<String, String> environment) {
    String url = environment.getOrDefault("DB_URL", "").strip();
    if (url.isEmpty()) {
      return Optional.empty();
    }
    if (!url.toLowerCase(Locale.ROOT).startsWith("jdbc:mysql://")) {
      throw new Refused(
          "DB_URL is \""
              + url
              + "\". It has to begin with jdbc:mysql://, for example jdbc:mysql://localhost:3306/mitra.");
    }
    String user = environment.getOrDefault("DB_USER", "");
    if (user.isBlank()) {
      throw new Refused(
          "DB_URL is set, but DB_USER is not. Set the name of the database user, and DB_PASSWORD.");
    }
    return Optional.of(
        new Access(withOptions(url), user, environment.getOrDefault("DB_PASSWORD", "")));
  }

  private static Access owner(Access application, Map<String, String> environment) {
    String user = environment.getOrDefault("DB_OWNER_USER", "");
    return user.isBlank()
        ? application
        : new Access(application.url(), user, environment.getOrDefault("DB_OWNER_PASSWORD", ""));
  }

  /** The person's own options win over ours. */
  private static String withOptions(String url) {
    int question = url.indexOf('?');
    String own = question < 0 ? "" : url.substring(question + 1);
    StringBuilder options = new StringBuilder(own);
    for (String option : Access.OPTIONS.split("&")) {
      String name = option.substring(0, option.indexOf('=') + 1);
      if (!own.contains(name)) {
        options.append(options.isEmpty() ? "" : "&").append(option);
      }
    }
    return (question < 0 ? url : url.substring(0, question)) + "?" + options;
  }
}
