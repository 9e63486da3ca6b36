package org.mitra.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An installation of the first release, with data, brought to the current schema. */
class UpgradeIT {
  private static final String FIRST_RELEASE = "20261122.1700";

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(Distribution.class)
  void representativesBecomePartnersAndPaymentsCompleteSales(Distribution distribution)
      throws SQLException {
    try (EmbeddedServer server = Servers.start(distribution, folder.resolve(distribution.name()))) {
      Access owner = server.owner();
      Flyway.configure()
          .dataSource(owner.url(), owner.user(), owner.password())
          .locations("classpath:db/migration")
          .target(FIRST_RELEASE)
          .load()
          .migrate();
      try (Connection connection = connect(owner);
          Statement statement = connection.createStatement()) {
        fill(statement);
      }
      Schema.migrate(owner, server.application());
      forget(owner, "20261122.1850");
      Schema.migrate(owner, server.application());
      try (Connection connection = connect(owner);
          Statement statement = connection.createStatement()) {
        assertThat(
                rows(
                    statement,
                    "SELECT p.code, p.name, p.active, a.code FROM partner p JOIN partner_standing s"
                        + " ON s.partner_id = p.id JOIN partner a ON a.id = s.parent_id"
                        + " WHERE p.type = 'REPRESENTATIVE' ORDER BY p.code"))
            .containsExactly("NORTH-R1|Ani|1|NORTH", "ONLY|Eko|1|NORTH", "SOUTH-R1|Budi|0|SOUTH");
        assertThat(
                rows(
                    statement,
                    "SELECT v.code, p.code FROM partner_scope s JOIN partner v ON v.id = s.viewer_id"
                        + " JOIN partner p ON p.id = s.partner_id WHERE p.code = 'SOUTH-R1'"
                        + " ORDER BY v.code"))
            .as("who sees him")
            .containsExactly("NORTH|SOUTH-R1", "SOUTH|SOUTH-R1", "SOUTH-R1|SOUTH-R1");
        assertThat(
                rows(
                    statement,
                    "SELECT t.document, COALESCE(p.code, '-'), COALESCE(t.settled_on, '-')"
                        + " FROM sales_transaction t LEFT JOIN partner p ON p.id = t.represented_by"
                        + " ORDER BY t.id"))
            .containsExactly(
                "S1|SOUTH-R1|2026-02-03",
                "S2|NORTH-R1|-",
                "P1|-|-",
                "P2|-|-",
                "R1|SOUTH-R1|2026-02-03");
      }
    }
  }

  /** As if the server had been killed before it could note that it was done with them. */
  private static void forget(Access owner, String from) throws SQLException {
    try (Connection connection = connect(owner);
        Statement statement = connection.createStatement()) {
      statement.executeUpdate("DELETE FROM flyway_schema_history WHERE version >= '" + from + "'");
    }
  }

  private static void fill(Statement statement) throws SQLException {
    for (String partner : List.of("1, 'n', 'NORTH'", "2, 's', 'SOUTH'")) {
      statement.execute(
          "INSERT INTO partner (id, uid, code, name, type, currency, email, tax_number, joined_on,"
              + " active, version) SELECT v.id, REPEAT(v.letter, 16), v.code, v.code, 'DEALER', 'IDR',"
              + " '', '', '2025-01-01', TRUE, 0 FROM (SELECT "
              + partner.replaceFirst(", ", " AS id, ").replaceFirst("', '", "' AS letter, '")
              + " AS code) v");
    }
    statement.execute(
        "INSERT INTO partner_standing (partner_id, valid_from, valid_to, parent_id, level, region)"
            + " VALUES (1, '2025-01-01', '9999-12-31', NULL, '', 'JAVA'),"
            + " (2, '2025-01-01', '9999-12-31', 1, '', 'BALI')");
    statement.execute(
        "INSERT INTO partner_scope (viewer_id, partner_id, valid_from, valid_to) VALUES"
            + " (1, 1, '0001-01-01', '9999-12-31'), (2, 2, '0001-01-01', '9999-12-31'),"
            + " (1, 2, '2025-01-01', '9999-12-31')");
    statement.execute(
        "INSERT INTO representative (id, uid, partner_id, code, name, active, version) VALUES"
            + " (2, REPEAT('a', 16), 1, 'R1', 'Ani', TRUE, 0),"
            + " (1, REPEAT('b', 16), 2, 'R1', 'Budi', FALSE, 0),"
            + " (3, REPEAT('e', 16), 1, 'ONLY', 'Eko', TRUE, 0)");
    statement.execute(
        "INSERT INTO product (id, uid, code, name, unit, serial_tracked, active, version)"
            + " VALUES (1, REPEAT('p', 16), 'P', 'P', 'PCS', FALSE, TRUE, 0)");
    int id = 0;
    for (String line :
        List.of(
            "'S1', 'SALE', 1, NULL, 1, 100, '2026-02-01'",
            "'S2', 'SALE', 2, NULL, 1, 100, '2026-02-01'",
            "'P1', 'PAYMENT_RECEIVED', NULL, 1, 0, 80, '2026-02-02'",
            "'P2', 'PAYMENT_RECEIVED', NULL, 2, 0, 80, '2026-02-02'",
            "'R1', 'RETURN', NULL, 1, -1, -20, '2026-02-03'")) {
      String[] v = line.split(", ");
      id++;
      statement.execute(
          "INSERT INTO sales_transaction (id, uid, source, document, line, kind, revision,"
              + " content_hash, flow, customer, representative_id, product_id, quantity, unit, gross,"
              + " discount, net, tax, currency, document_text, document_date, sold_at, sold_on,"
              + " counts_at, received_at, origin_id, recorded_by) VALUES ("
              + String.join(
                  ", ",
                  "" + id,
                  "REPEAT('" + id + "', 16)",
                  "'ERP'",
                  v[0],
                  "'1'",
                  v[1],
                  "1, REPEAT('h', 32), 'SELL_OUT', 'C'",
                  v[2],
                  "1",
                  v[4],
                  "'PCS'",
                  v[5],
                  "0",
                  v[5],
                  "0, 'IDR'",
                  v[0],
                  v[6],
                  v[6],
                  v[6],
                  v[6],
                  v[6],
                  v[3],
                  "'test')"));
    }
  }

  private static List<String> rows(Statement statement, String sql) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (ResultSet result = statement.executeQuery(sql)) {
      int columns = result.getMetaData().getColumnCount();
      while (result.next()) {
        List<String> values = new ArrayList<>();
        for (int i = 1; i <= columns; i++) {
          values.add(result.getString(i));
        }
        rows.add(String.join("|", values));
      }
    }
    return rows;
  }

  private static Connection connect(Access access) throws SQLException {
    return DriverManager.getConnection(access.url(), access.user(), access.password());
  }
}
