package org.mitra.db;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.flywaydb.core.Flyway;

/**
 * Brings a database to the current schema and grants the application what it may do: everything on
 * its rows, nothing on the schema, and on the books only reading and adding.
 */
public final class Schema {
  private static final String HISTORY = "flyway_schema_history";

  /** Held, or the level that is set on it would be forgotten with it. */
  private static final Logger FLYWAY = Logger.getLogger("org.flywaydb");

  private static final Logger NOTES =
      Logger.getLogger("org.flywaydb.core.internal.proprietaryStubs.ErrorOverridesSupportStub");

  private Schema() {}

  /**
   * Migrates, then grants. Safe to repeat, and to repeat after being killed half-way.
   *
   * @param owner may create tables and grant
   * @param application the user to grant to; the owner himself in a database with one user only
   */
  public static void migrate(Access owner, Access application) {
    FLYWAY.setLevel(Level.WARNING);
    // Migrations can be repeated: what was there already is no news.
    NOTES.setFilter(note -> !note.getMessage().contains("already exists"));
    Flyway flyway =
        Flyway.configure()
            .dataSource(owner.url(), owner.user(), owner.password())
            .locations("classpath:db/migration")
            .load();
    // A statement that failed half-way is tried again: every migration can be repeated.
    flyway.repair();
    flyway.migrate();
    if (!owner.user().equals(application.user())) {
      grant(owner, application.user());
    }
  }

  /** Tables of which the application may neither change nor delete a row. */
  public static Set<String> appendOnlyTables() {
    try (InputStream in = Schema.class.getResourceAsStream("/db/append-only.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void grant(Access owner, String user) {
    Set<String> appendOnly = appendOnlyTables();
    try (Connection connection =
            DriverManager.getConnection(owner.url(), owner.user(), owner.password());
        Statement statement = connection.createStatement()) {
      for (String grantee : accounts(statement, user)) {
        for (String table : tables(statement)) {
          String rights =
              table.equals(HISTORY)
                  ? "SELECT"
                  : appendOnly.contains(table)
                      ? "SELECT, INSERT"
                      : "SELECT, INSERT, UPDATE, DELETE";
          statement.execute("GRANT " + rights + " ON `" + table + "` TO " + grantee);
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException(
          "The schema is up to date, but "
              + owner.user()
              + " could not grant rights to "
              + user
              + ". It needs GRANT OPTION on the schema: "
              + e.getMessage(),
          e);
    }
  }

  private static List<String> tables(Statement statement) throws SQLException {
    List<String> tables = new ArrayList<>();
    try (ResultSet rows =
        statement.executeQuery(
            "SELECT table_name FROM information_schema.tables"
                + " WHERE table_schema = DATABASE() AND table_type = 'BASE TABLE' ORDER BY 1")) {
      while (rows.next()) {
        tables.add(rows.getString(1));
      }
    }
    return tables;
  }

  /**
   * The hosts from which the user may come: the server knows, unless it hides its users from the
   * owner.
   */
  private static List<String> accounts(Statement statement, String user) throws SQLException {
    List<String> accounts = new ArrayList<>();
    String quoted = user.replace("'", "''");
    try (ResultSet rows =
        statement.executeQuery("SELECT host FROM mysql.user WHERE user = '" + quoted + "'")) {
      while (rows.next()) {
        accounts.add("'" + quoted + "'@'" + rows.getString(1).replace("'", "''") + "'");
      }
    } catch (SQLException e) {
      String host = currentHost(statement);
      accounts.add("'" + quoted + "'@'" + host + "'");
    }
    return accounts.isEmpty() ? List.of("'" + quoted + "'@'%'") : accounts;
  }

  private static String currentHost(Statement statement) throws SQLException {
    try (ResultSet rows =
        statement.executeQuery("SELECT SUBSTRING_INDEX(CURRENT_USER(), '@', -1)")) {
      rows.next();
      return rows.getString(1);
    }
  }
}
