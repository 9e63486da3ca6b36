package org.mitra.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Writes a channel and its programs straight into an empty schema. */
final class BenchFill {
  private static final int BATCH = 5_000;

  private final Connection connection;
  private final BenchChannel channel;

  BenchFill(Connection connection, BenchChannel channel) {
    this.connection = connection;
    this.channel = channel;
  }

  void fill() throws SQLException {
    connection.setAutoCommit(false);
    partners();
    products();
    lines();
    programs();
    connection.commit();
    connection.setAutoCommit(true);
  }

  private void partners() throws SQLException {
    List<Object[]> partners = new ArrayList<>();
    List<Object[]> standings = new ArrayList<>();
    List<Object[]> scopes = new ArrayList<>();
    int people = channel.distributors() + channel.dealers();
    for (int id = 1; id <= channel.partners(); id++) {
      boolean distributor = id <= channel.distributors();
      String type = distributor ? "DISTRIBUTOR" : id <= people ? "DEALER" : "REPRESENTATIVE";
      Integer above =
          distributor ? null : id <= people ? channel.above(id) : (Integer) channel.employer(id);
      String code = String.format(Locale.ROOT, "%s%06d", type.substring(0, 2), id);
      partners.add(new Object[] {id, uid(id), code, code, type, BenchChannel.FIRST.toString()});
      String region = BenchChannel.REGIONS.get(id % BenchChannel.REGIONS.size());
      // Everybody's level changes in the middle of the year.
      standings.add(standing(id, "2024-01-01", "2025-05-15", above, level(id), region));
      standings.add(standing(id, "2025-05-15", "9999-12-31", above, level(id + 1), region));
      scopes.add(new Object[] {id, id});
      for (Integer up = above; up != null; ) {
        scopes.add(new Object[] {up, id});
        up = up <= channel.distributors() ? null : (Integer) channel.above(up);
      }
    }
    batch(
        "INSERT INTO partner (id, uid, code, name, type, currency, email, tax_number, joined_on,"
            + " active, version) VALUES (?, ?, ?, ?, ?, 'IDR', '', '', ?, 1, 0)",
        partners);
    batch(
        "INSERT INTO partner_standing (partner_id, valid_from, valid_to, parent_id, level, region)"
            + " VALUES (?, ?, ?, ?, ?, ?)",
        standings);
    batch(
        "INSERT INTO partner_scope (viewer_id, partner_id, valid_from, valid_to)"
            + " VALUES (?, ?, '0001-01-01', '9999-12-31')",
        scopes);
  }

  private static Object[] standing(
      int id, String from, String until, Integer above, String level, String region) {
    return new Object[] {id, from, until, above, level, region};
  }

  private static String level(int id) {
    return BenchChannel.LEVELS.get(id / 5 % BenchChannel.LEVELS.size());
  }

  private void products() throws SQLException {
    List<Object[]> groups = new ArrayList<>();
    for (int group = 1; group <= BenchChannel.GROUPS; group++) {
      groups.add(new Object[] {group, group(group)});
    }
    batch(
        "INSERT INTO product_group (id, code, name_id, name_en) VALUES (?, ?, 'Grup', 'Group')",
        groups);
    List<Object[]> products = new ArrayList<>();
    for (int id = 1; id <= BenchChannel.PRODUCTS; id++) {
      products.add(
          new Object[] {
            id, uid(id), String.format(Locale.ROOT, "P%04d", id), 1 + id % BenchChannel.GROUPS
          });
    }
    batch(
        "INSERT INTO product (id, uid, code, name, group_id, unit, serial_tracked, active, version)"
            + " VALUES (?, ?, ?, 'Product', ?, 'PCS', 0, 1, 0)",
        products);
  }

  private static String group(int number) {
    return String.format(Locale.ROOT, "G%02d", number);
  }

  private void programs() throws SQLException {
    List<Object[]> programs = new ArrayList<>();
    List<Object[]> versions = new ArrayList<>();
    int id = 0;
    for (BenchPrograms.Program program : BenchPrograms.all()) {
      id++;
      programs.add(new Object[] {id, uid(id), program.code()});
      versions.add(
          new Object[] {
            id,
            uid(id),
            id,
            program.code(),
            program.code(),
            program.terms(),
            sha256(program.terms().getBytes(StandardCharsets.UTF_8))
          });
    }
    batch(
        "INSERT INTO program (id, uid, code, state, created_by, created_at, version)"
            + " VALUES (?, ?, ?, 'PUBLISHED', 'bench', '2024-12-01', 0)",
        programs);
    batch(
        "INSERT INTO program_version (id, uid, program_id, number, state, effective_from, runs_from,"
            + " runs_until, name_id, name_en, rule_type, terms, digest, author, remark, changed_at,"
            + " published_at, version) VALUES (?, ?, ?, 1, 'PUBLISHED', '2025-01-01', '2025-01-01',"
            + " '2026-01-01', ?, ?, 'bench', ?, ?, 'bench', '', '2024-12-01', '2024-12-01', 0)",
        versions);
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate("UPDATE program_stamp SET stamp = UNHEX(REPLACE(UUID(), '-', ''))");
    }
  }

  private void lines() throws SQLException {
    long[] first = new long[channel.customers() + 1];
    try (Statement statement = connection.createStatement()) {
      // The file's own lines are right: checking each anew is what an import is for.
      statement.execute("SET SESSION unique_checks = 0, foreign_key_checks = 0");
      statement
          .unwrap(com.mysql.cj.jdbc.JdbcStatement.class)
          .setLocalInfileInputStream(new Lines(channel, first));
      statement.executeUpdate(
          "LOAD DATA LOCAL INFILE 'lines' INTO TABLE sales_transaction CHARACTER SET ascii"
              + " FIELDS TERMINATED BY ',' (id, origin_id, document, line, kind, flow, seller_id,"
              + " buyer_id, represented_by, customer_code, product_id, quantity, gross, net,"
              + " unit_cost, sold_at, counts_at, received_at, sold_on, document_date) SET"
              + " uid = UNHEX(LPAD(HEX(id), 32, '0')), source = 'BENCH', revision = 1,"
              + " content_hash = REPEAT(CHAR(0), 32), customer = '', unit = 'PCS', discount = 0, tax = 0,"
              + " currency = 'IDR', document_text = document, recorded_by = 'bench'");
    }
    List<Object[]> customers = new ArrayList<>();
    for (int customer = 1; customer < first.length; customer++) {
      if (first[customer] > 0) {
        customers.add(new Object[] {customer(customer), first[customer]});
      }
    }
    batch("INSERT INTO customer (code, first_sale_id) VALUES (?, ?)", customers);
  }

  private static String customer(int number) {
    return String.format(Locale.ROOT, "C%07d", number);
  }

  /** The lines as a file that is never there as a whole. */
  private static final class Lines extends InputStream {
    private final BenchChannel channel;
    private final long[] firstSales;
    private final StringBuilder text = new StringBuilder();
    private byte[] buffer = {};
    private int position;
    private long next = 1;

    Lines(BenchChannel channel, long[] firstSales) {
      this.channel = channel;
      this.firstSales = firstSales;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0];
    }

    @Override
    public int read(byte[] into, int offset, int length) {
      if (position == buffer.length) {
        write();
        if (buffer.length == 0) {
          return -1;
        }
      }
      int some = Math.min(length, buffer.length - position);
      System.arraycopy(buffer, position, into, offset, some);
      position += some;
      return some;
    }

    private void write() {
      text.setLength(0);
      for (int i = 0; i < BATCH && next <= channel.lines(); i++) {
        BenchChannel.Line line = channel.line(next++);
        if (line.customer() > 0 && line.origin() == 0 && firstSales[line.customer()] == 0) {
          firstSales[line.customer()] = line.id();
        }
        write(line);
      }
      buffer = text.toString().getBytes(StandardCharsets.US_ASCII);
      position = 0;
    }

    private void write(BenchChannel.Line line) {
      boolean sale = line.origin() == 0;
      String day = BenchChannel.FIRST.plusDays(line.day()).toString();
      String counts = BenchChannel.FIRST.plusDays(line.countsDay()).toString();
      text.append(line.id()).append(',');
      reference(line.origin());
      text.append(sale ? 'D' : 'R');
      String document = Long.toString(line.document());
      text.append("0".repeat(9 - document.length())).append(document).append(',');
      text.append(line.number()).append(sale ? ",SALE," : ",RETURN,");
      text.append(line.flow()).append(',');
      reference(line.seller());
      reference(line.buyer());
      reference(line.representative());
      text.append(line.customer() == 0 ? "\\N" : customer(line.customer())).append(',');
      text.append(line.product()).append(',').append(line.quantity()).append(',');
      text.append(line.net()).append(',').append(line.net()).append(',');
      text.append(line.price() * (60 + line.product() % 50) / 100).append(',');
      text.append(day).append(" 03:00:00,").append(counts).append(" 03:00:00,");
      text.append(counts).append(" 12:00:00,").append(day).append(',').append(day).append('\n');
    }

    private void reference(long id) {
      text.append(id == 0 ? "\\N" : Long.toString(id)).append(',');
    }
  }

  private void batch(String sql, List<Object[]> rows) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int row = 0; row < rows.size(); row++) {
        Object[] values = rows.get(row);
        for (int i = 0; i < values.length; i++) {
          statement.setObject(i + 1, values[i]);
        }
        statement.addBatch();
        if ((row + 1) % BATCH == 0) {
          statement.executeBatch();
        }
      }
      statement.executeBatch();
    }
  }

  private static byte[] uid(int id) {
    byte[] bytes = new byte[16];
    bytes[12] = (byte) (id >>> 24);
    bytes[13] = (byte) (id >>> 16);
    bytes[14] = (byte) (id >>> 8);
    bytes[15] = (byte) id;
    return bytes;
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
