package org.mitra.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The schema on both servers that we promise to run on. */
class SchemaIT {
  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(Distribution.class)
  void migratesTwiceKeepsDataAndProtectsTheBooks(Distribution distribution) throws SQLException {
    Path data = folder.resolve(distribution.name());
    try (EmbeddedServer server = Servers.start(distribution, data)) {
      Schema.migrate(server.owner(), server.application());
      Schema.migrate(server.owner(), server.application());
      try (Connection application = connect(server.application());
          Statement statement = application.createStatement()) {
        statement.execute(
            "INSERT INTO journal_entry (uid, entry_key, effective_on, recorded_at, memo, memo_facts, recorded_by)"
                + " VALUES (REPEAT('a', 16), 'k', '2026-01-01', '2026-01-01', 'm', '{}', 'test')");
        assertRefused(statement, "UPDATE journal_entry SET memo = 'other'");
        assertRefused(statement, "DELETE FROM journal_entry");
        assertRefused(statement, "UPDATE audit_event SET actor = 'other'");
        assertRefused(statement, "DELETE FROM audit_event");
        assertRefused(statement, "DELETE FROM flyway_schema_history");
        assertRefused(statement, "CREATE TABLE mine (id INT)");
        assertRefused(statement, "DROP TABLE journal_line");
        assertRefused(statement, "TRUNCATE TABLE journal_line");
        assertRefused(statement, "SELECT 1 INTO OUTFILE '/tmp/mitra-outfile'");
        assertThatThrownBy(
                () ->
                    statement.execute(
                        "INSERT INTO journal_entry (uid, entry_key, effective_on, recorded_at, memo, memo_facts, recorded_by)"
                            + " VALUES (REPEAT('b', 16), 'k', '2026-01-01', '2026-01-01', 'm', '{}', 'test')"))
            .as("one entry per key")
            .isInstanceOf(SQLException.class);
      }
    }
    try (EmbeddedServer again = Servers.start(distribution, data);
        Connection application = connect(again.application());
        Statement statement = application.createStatement();
        ResultSet rows = statement.executeQuery("SELECT COUNT(*) FROM journal_entry")) {
      rows.next();
      assertThat(rows.getInt(1)).as("entries kept between starts").isEqualTo(1);
      assertThatThrownBy(() -> Servers.start(distribution, data))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("already running");
    }
  }

  private static void assertRefused(Statement statement, String sql) {
    assertThatThrownBy(() -> statement.execute(sql)).as(sql).isInstanceOf(SQLException.class);
  }

  private static Connection connect(Access access) throws SQLException {
    return DriverManager.getConnection(access.url(), access.user(), access.password());
  }
}
