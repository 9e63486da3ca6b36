package org.mitra.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A second start keeps what was there; a fresh one begins with nothing. */
class DatabaseIT {
  @TempDir private Path folder;

  @Test
  void dataStaysUntilAFreshStart() throws Exception {
    try (Database first = open()) {
      change(
          first,
          "INSERT INTO sign_in_throttle (subject, failures, blocked_until) VALUES ('kept', 7, NOW())");
    }
    try (Database second = open()) {
      assertThat(count(second)).isEqualTo(1);
    }
    try (Database fresh = open("--fresh")) {
      assertThat(count(fresh)).isZero();
    }
  }

  private Database open(String... more) throws IOException {
    String[] arguments = new String[more.length + 2];
    arguments[0] = "--data";
    arguments[1] = folder.toString();
    System.arraycopy(more, 0, arguments, 2, more.length);
    Properties files = new Properties();
    try (InputStream in = Database.class.getResourceAsStream("/launcher.properties")) {
      files.load(in);
    }
    return Database.open(
        Mitra.options(arguments), Path.of(files.getProperty("mariadb")), step -> {});
  }

  private static void change(Database database, String sql) throws SQLException {
    try (Connection connection = connect(database);
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    }
  }

  private static int count(Database database) throws SQLException {
    try (Connection connection = connect(database);
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT COUNT(*) FROM sign_in_throttle WHERE subject = 'kept'")) {
      rows.next();
      return rows.getInt(1);
    }
  }

  private static Connection connect(Database database) throws SQLException {
    var access = database.application();
    return DriverManager.getConnection(access.url(), access.user(), access.password());
  }
}
