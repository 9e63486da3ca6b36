package org.mitra.accruals;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.ObjLongConsumer;
import org.mitra.data.BusinessClock;
import org.mitra.data.Sql;
import org.mitra.engine.SalesLine;

/**
 * Reads sales transactions for the engine: the newest version of each line, and never one twice.
 */
@ApplicationScoped
public class SalesLines {
  // A return counts with its sale or, where a program says so, when it happens: both are read.
  private static final String WANTED =
      " FROM sales_transaction t WHERE t.superseded_by IS NULL AND ((t.counts_at >= ? AND t.counts_at < ?)"
          + " OR (t.kind <> 'SALE' AND t.sold_at >= ? AND t.sold_at < ?))";

  @Inject private Sql sql;
  @Inject private AdmittedUnits admittedUnits;
  @Inject private BusinessClock clock;

  /**
   * Streams all lines of the time with the feed that brought each. The consumer may not use the
   * database.
   *
   * @param from inclusive
   * @param until exclusive
   */
  void between(Instant from, Instant until, Channel channel, ObjLongConsumer<SalesLine> consumer) {
    Map<Long, Map<String, BigDecimal>> admitted = admittedUnits.all();
    ZoneId zone = clock.zone();
    sql.each(
        row -> {
          StoredLine stored = StoredLine.of(row);
          consumer.accept(stored.in(channel, zone, admitted), stored.feed());
        },
        "SELECT " + StoredLine.COLUMNS + WANTED,
        from,
        until,
        from,
        until);
  }

  /**
   * Streams the lines that count in the time, each as the engine judges it, with no claims counted.
   * The consumer may not use the database.
   *
   * @param from inclusive; a return counts when its sale did
   * @param until exclusive
   */
  public void each(Instant from, Instant until, Consumer<SalesLine> consumer) {
    Channel channel = Channel.whole(sql);
    ZoneId zone = clock.zone();
    sql.each(
        row -> consumer.accept(StoredLine.of(row).in(channel, zone, Map.of())),
        "SELECT "
            + StoredLine.COLUMNS
            + " FROM sales_transaction t WHERE t.superseded_by IS NULL"
            + " AND t.counts_at >= ? AND t.counts_at < ?",
        from,
        until);
  }

  /** How many lines {@link #between} will bring. */
  long count(Instant from, Instant until) {
    return sql.row(
            row -> row.number("n"), "SELECT COUNT(*) AS n" + WANTED, from, until, from, until)
        .orElse(0L);
  }

  /** The lines of the time in which the partner sold, bought or received. */
  List<SalesLine> of(long partnerId, Instant from, Instant until) {
    // One part for each role, since each has an index; UNION keeps a line that fits twice once.
    StringBuilder parts = new StringBuilder();
    List<Object> parameters = new ArrayList<>();
    for (String role : List.of("seller_id", "buyer_id", "ship_to_id")) {
      parts.append(parts.isEmpty() ? "SELECT " : " UNION SELECT ").append(StoredLine.COLUMNS);
      parts.append(WANTED).append(" AND t.").append(role).append(" = ?");
      parameters.addAll(List.of(from, until, from, until, partnerId));
    }
    List<StoredLine> lines = sql.rows(StoredLine::of, parts.toString(), parameters.toArray());
    Set<Long> partners = new HashSet<>();
    Set<Long> products = new HashSet<>();
    for (StoredLine line : lines) {
      line.seller().ifPresent(partners::add);
      line.buyer().ifPresent(partners::add);
      line.shipTo().ifPresent(partners::add);
      products.add(line.product());
    }
    Channel channel = Channel.of(sql, partners, products);
    Map<Long, Map<String, BigDecimal>> admitted = admittedUnits.of(partnerId);
    return lines.stream().map(line -> line.in(channel, clock.zone(), admitted)).toList();
  }
}
