package org.mitra.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.stream.Stream;
import org.mitra.db.Access;
import org.mitra.db.EmbeddedServer;
import org.mitra.db.Schema;
import org.mitra.db.Servers;

/**
 * The database that an installation runs on: embedded, or one that is there already. Migrated
 * either way.
 */
final class Database implements AutoCloseable {
  private static final int ACCESS_DENIED = 1045;
  private static final int UNKNOWN_DATABASE = 1049;
  private static final int ACCESS_DENIED_DATABASE = 1044;

  private final EmbeddedServer server;
  private final Access application;

  private Database(EmbeddedServer server, Access application) {
    this.server = server;
    this.application = application;
  }

  Access application() {
    return application;
  }

  static Database open(Options options, Path archive, Progress progress) {
    if (options.application().isPresent()) {
      Access application = options.application().get();
      Access owner = options.owner().orElseThrow();
      check(application);
      check(owner);
      progress.step("Migrating " + owner.url().replaceFirst("\\?.*", ""));
      Schema.migrate(owner, application);
      return new Database(null, application);
    }
    Path folder =
        options
            .folder()
            .resolve(
                "database-" + options.distribution().name().toLowerCase(java.util.Locale.ROOT));
    if (options.fresh()) {
      delete(folder);
    }
    progress.step("Starting the database in " + folder);
    EmbeddedServer server =
        EmbeddedServer.start(options.distribution(), archive, Servers.cache(), folder);
    try {
      progress.step("Migrating the schema");
      Schema.migrate(server.owner(), server.application());
    } catch (RuntimeException e) {
      server.close();
      throw e;
    }
    return new Database(server, server.application());
  }

  private static void check(Access access) {
    try (Connection connection =
        DriverManager.getConnection(access.url(), access.user(), access.password())) {
      int version = connection.getMetaData().getDatabaseMajorVersion();
      if (version < 8) {
        throw new Options.Refused(
            "The server at DB_URL is "
                + connection.getMetaData().getDatabaseProductVersion()
                + ". Mitra needs MySQL 8 or later (MariaDB 10.11 or later also works).");
      }
    } catch (SQLException e) {
      throw new Options.Refused(sentence(access, e));
    }
  }

  private static String sentence(Access access, SQLException e) {
    String where = access.url().replaceFirst("\\?.*", "");
    return switch (e.getErrorCode()) {
      case ACCESS_DENIED ->
          "The database at "
              + where
              + " does not let "
              + access.user()
              + " in. Check DB_USER and DB_PASSWORD (or DB_OWNER_USER and DB_OWNER_PASSWORD).";
      case UNKNOWN_DATABASE, ACCESS_DENIED_DATABASE ->
          "There is no schema for "
              + access.user()
              + " at "
              + where
              + ". Create it with: CREATE DATABASE mitra CHARACTER SET utf8mb4 COLLATE utf8mb4_bin; and grant the user rights on it.";
      default ->
          "No database answers at "
              + where
              + " ("
              + firstLine(e)
              + "). Is it running, and are host and port in DB_URL right? Unset DB_URL to use the embedded database.";
    };
  }

  private static String firstLine(SQLException e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("no answer");
  }

  private static void delete(Path folder) {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("could not empty " + folder, e);
    }
  }

  @Override
  public void close() {
    if (server != null) {
      server.close();
    }
  }
}
