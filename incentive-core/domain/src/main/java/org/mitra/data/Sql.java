package org.mitra.data;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * Plain SQL inside the running transaction: for what the database decides (unique keys, conditional
 * updates) and for facts in bulk. Parameters may be what rows hold: strings, numbers, booleans,
 * UUIDs, instants, dates, enums, byte arrays, null.
 */
@ApplicationScoped
public class Sql {
  private static final int DUPLICATE_KEY = 1062;

  @PersistenceContext private EntityManager entityManager;

  /** {@code (?, ?, ?)} for as many values. */
  public static String list(int size) {
    return "(" + "?, ".repeat(size - 1) + "?)";
  }

  /** Reads a row; only valid during the call. */
  public interface Mapper<T> {
    T map(Row row) throws SQLException;
  }

  /** Reads the values of one row by column label. */
  public static final class Row {
    private final ResultSet result;

    private Row(ResultSet result) {
      this.result = result;
    }

    public String text(String column) throws SQLException {
      return result.getString(column);
    }

    public long number(String column) throws SQLException {
      return result.getLong(column);
    }

    public int integer(String column) throws SQLException {
      return result.getInt(column);
    }

    public boolean flag(String column) throws SQLException {
      return result.getBoolean(column);
    }

    public BigDecimal decimal(String column) throws SQLException {
      byte[] text = result.getBytes(column);
      return text == null || ServerText.isDecimal(text)
          ? ServerText.decimal(text)
          : result.getBigDecimal(column);
    }

    public UUID uuid(String column) throws SQLException {
      return Uids.fromBytes(result.getBytes(column));
    }

    public byte[] bytes(String column) throws SQLException {
      return result.getBytes(column);
    }

    public Sha256 hash(String column) throws SQLException {
      byte[] bytes = result.getBytes(column);
      return bytes == null ? null : Sha256.from(bytes);
    }

    public LocalDate day(String column) throws SQLException {
      byte[] text = result.getBytes(column);
      return text == null || ServerText.isDay(text)
          ? ServerText.day(text)
          : result.getObject(column, LocalDate.class);
    }

    public Instant instant(String column) throws SQLException {
      byte[] text = result.getBytes(column);
      return text == null || ServerText.isInstant(text)
          ? ServerText.instant(text)
          : result.getObject(column, LocalDateTime.class).toInstant(ZoneOffset.UTC);
    }

    /** The number, or empty for NULL. */
    public OptionalLong optionalNumber(String column) throws SQLException {
      long value = result.getLong(column);
      return result.wasNull() ? OptionalLong.empty() : OptionalLong.of(value);
    }

    public <E extends Enum<E>> E constant(String column, Class<E> type) throws SQLException {
      return Enum.valueOf(type, result.getString(column));
    }
  }

  public <T> List<T> rows(Mapper<T> mapper, String sql, Object... parameters) {
    List<T> rows = new ArrayList<>();
    each(row -> rows.add(mapper.map(row)), sql, parameters);
    return rows;
  }

  public <T> Optional<T> row(Mapper<T> mapper, String sql, Object... parameters) {
    List<T> rows = rows(mapper, sql, parameters);
    if (rows.size() > 1) {
      throw new IllegalStateException("more than one row: " + sql);
    }
    // What is empty may be the row, or what was asked of it, such as the greatest of none.
    return rows.isEmpty() ? Optional.empty() : Optional.ofNullable(rows.get(0));
  }

  /** What a consumer of rows does with each. */
  public interface RowConsumer {
    void accept(Row row) throws SQLException;
  }

  /**
   * Streams rows one by one, so that a million need no more memory than a thousand. The consumer
   * may not use the database: the connection is busy until the last row.
   */
  public void each(RowConsumer consumer, String sql, Object... parameters) {
    try (PreparedStatement statement =
        connection()
            .prepareStatement(sql, ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY)) {
      // The driver's sign for streaming: otherwise it reads the whole result first.
      statement.setFetchSize(Integer.MIN_VALUE);
      bind(statement, parameters);
      try (ResultSet result = statement.executeQuery()) {
        Row row = new Row(result);
        while (result.next()) {
          consumer.accept(row);
        }
      }
    } catch (SQLException e) {
      throw new DataException(sql, e);
    }
  }

  /** Number of rows that matched: for a conditional update, 1 means that this caller won. */
  public int update(String sql, Object... parameters) {
    try (PreparedStatement statement = connection().prepareStatement(sql)) {
      bind(statement, parameters);
      return statement.executeUpdate();
    } catch (SQLException e) {
      throw new DataException(sql, e);
    }
  }

  /**
   * Inserts a row, unless one with the same unique key is there.
   *
   * @return whether this call inserted it
   */
  public boolean insertOnce(String sql, Object... parameters) {
    try (PreparedStatement statement = connection().prepareStatement(sql)) {
      bind(statement, parameters);
      statement.executeUpdate();
      return true;
    } catch (SQLIntegrityConstraintViolationException e) {
      if (e.getErrorCode() == DUPLICATE_KEY) {
        return false;
      }
      throw new DataException(sql, e);
    } catch (SQLException e) {
      throw new DataException(sql, e);
    }
  }

  /** Inserts a row and returns its generated id. */
  public long insert(String sql, Object... parameters) {
    try (PreparedStatement statement =
        connection().prepareStatement(sql, Statement.RETURN_GENERATED_KEYS)) {
      bind(statement, parameters);
      statement.executeUpdate();
      try (ResultSet keys = statement.getGeneratedKeys()) {
        keys.next();
        return keys.getLong(1);
      }
    } catch (SQLException e) {
      throw new DataException(sql, e);
    }
  }

  /** Runs one statement for many rows in few round trips. */
  public void batch(String sql, List<Object[]> rows) {
    if (rows.isEmpty()) {
      return;
    }
    try (PreparedStatement statement = connection().prepareStatement(sql)) {
      for (Object[] row : rows) {
        bind(statement, row);
        statement.addBatch();
      }
      statement.executeBatch();
    } catch (SQLException e) {
      throw new DataException(sql, e);
    }
  }

  /**
   * The transaction's own connection, which belongs to the entity manager: what JPA wrote is seen
   * here, unlocked.
   */
  private Connection connection() {
    Connection connection = entityManager.unwrap(Connection.class);
    if (connection == null) {
      throw new IllegalStateException("SQL runs inside a transaction only");
    }
    return connection;
  }

  private static void bind(PreparedStatement statement, Object... parameters) throws SQLException {
    for (int i = 0; i < parameters.length; i++) {
      statement.setObject(i + 1, stored(parameters[i]));
    }
  }

  private static Object stored(Object value) {
    if (value instanceof UUID uuid) {
      return Uids.toBytes(uuid);
    }
    if (value instanceof Instant instant) {
      return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
    if (value instanceof Sha256 hash) {
      return hash.bytes();
    }
    if (value instanceof Enum<?> constant) {
      return constant.name();
    }
    return value;
  }
}
