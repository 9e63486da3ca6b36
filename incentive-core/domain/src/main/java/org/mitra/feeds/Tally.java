package org.mitra.feeds;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.mitra.data.Sql;
import org.mitra.mappings.MappedRow.RowMoney;

/** Counts rows and their money while they move, and adds the counts to the control totals. */
final class Tally {
  /** Stands for a month that cannot be read. */
  static final LocalDate NO_MONTH = LocalDate.of(1000, 1, 1);

  static final String RECEIVED = "RECEIVED";
  static final String REPAIRED = "REPAIRED";

  private record Key(long importId, LocalDate month, String currency, String outcome)
      implements Comparable<Key> {
    @Override
    public int compareTo(Key other) {
      return toString().compareTo(other.toString());
    }
  }

  private record Count(long lines, BigDecimal amount) {
    Count plus(Count other) {
      return new Count(lines + other.lines, amount.add(other.amount));
    }
  }

  private final Map<Key, Count> counts = new TreeMap<>();

  void add(long importId, LocalDate month, RowMoney money, String outcome, int lines) {
    BigDecimal amount = money.amount() == null ? BigDecimal.ZERO : money.amount();
    Count count = new Count(lines, lines < 0 ? amount.negate() : amount);
    counts.merge(new Key(importId, month, money.currency(), outcome), count, Count::plus);
  }

  /** Moves counted rows of an import, month and currency from one outcome to another. */
  void move(Sql.Row row, Outcome from, Outcome to) throws SQLException {
    Count count = new Count(row.number("line_count"), row.decimal("amount"));
    long importId = row.number("import_id");
    LocalDate month = row.day("month");
    String currency = row.text("currency");
    counts.merge(
        new Key(importId, month, currency, from.name()),
        new Count(-count.lines(), count.amount().negate()),
        Count::plus);
    counts.merge(new Key(importId, month, currency, to.name()), count, Count::plus);
  }

  static LocalDate month(Instant at, ZoneId zone) {
    return at == null ? NO_MONTH : LocalDate.ofInstant(at, zone).withDayOfMonth(1);
  }

  /** In the order of the key, so that two transactions do not wait for each other in a circle. */
  void store(Sql sql) {
    List<Object[]> rows = new ArrayList<>();
    counts.forEach(
        (key, count) -> {
          if (count.lines() != 0 || count.amount().signum() != 0) {
            rows.add(
                new Object[] {
                  key.importId(),
                  key.month(),
                  key.currency(),
                  key.outcome(),
                  count.lines(),
                  count.amount()
                });
          }
        });
    sql.batch(
        "INSERT INTO control_total (import_id, month, currency, outcome, line_count, amount)"
            + " VALUES (?, ?, ?, ?, ?, ?) ON DUPLICATE KEY UPDATE"
            + " line_count = line_count + VALUES(line_count), amount = amount + VALUES(amount)",
        rows);
    counts.clear();
  }
}
