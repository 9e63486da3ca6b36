package org.mitra.accruals;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.ObjLongConsumer;
import org.mitra.data.BusinessClock;
import org.mitra.data.Sql;
import org.mitra.engine.Admitted;
import org.mitra.engine.Payee;
import org.mitra.engine.SalesLine;
import org.mitra.programs.Programs;

/**
 * Reads sales transactions for the engine: the newest version of each line, and never one twice.
 */
@ApplicationScoped
public class SalesLines {
  // A return counts with its sale or, where a program says so, when it happens; a sale when it was
  // made or, where a program says so, ordered, shipped or paid: all of them are read.
  private static final String WANTED =
      " FROM sales_transaction t WHERE t.superseded_by IS NULL AND ((t.counts_at >= ? AND t.counts_at < ?)"
          + " OR (t.kind <> 'SALE' AND t.sold_at >= ? AND t.sold_at < ?)"
          + " OR t.ordered_on BETWEEN ? AND ? OR t.shipped_on BETWEEN ? AND ?"
          + " OR COALESCE(t.paid_on, t.settled_on) BETWEEN ? AND ?)";

  private static final int AT_ONCE = 1000;

  @Inject private Sql sql;
  @Inject private Programs programs;
  @Inject private AdmittedUnits admittedUnits;
  @Inject private BusinessClock clock;
  @Resource private ManagedThreadFactory threads;

  /**
   * Streams all lines of the time with the feed that brought each. The consumer works in a thread
   * of its own, beside the one that reads.
   *
   * @param from inclusive
   * @param until exclusive
   */
  void between(Instant from, Instant until, Channel channel, ObjLongConsumer<SalesLine> consumer) {
    Map<Long, Map<String, Admitted>> admitted = admittedUnits.all();
    FirstSales firstSales = FirstSales.all(sql);
    ZoneId zone = clock.zone();
    Handover<StoredLine> handover =
        new Handover<>(
            threads,
            line ->
                consumer.accept(firstSales.known(line).in(channel, zone, admitted), line.feed()));
    handover.run(
        to ->
            sql.each(
                row -> to.accept(StoredLine.of(row)),
                "SELECT " + StoredLine.SCANNED + WANTED,
                wanted(from, until).toArray()));
  }

  /** The highest row id: lines come in its order, so it tells how far a reader is. */
  long last() {
    return sql.row(row -> row.number("last"), "SELECT MAX(id) AS last FROM sales_transaction")
        .orElse(0L);
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

  private List<Object> wanted(Instant from, Instant until) {
    LocalDate first = LocalDate.ofInstant(from, clock.zone());
    LocalDate last = LocalDate.ofInstant(until.minusNanos(1), clock.zone());
    return List.of(from, until, from, until, first, last, first, last, first, last);
  }

  /** The lines of the time that may earn the partner something, with the units that count. */
  List<SalesLine> of(long partnerId, Instant from, Instant until) {
    List<StoredLine> lines = stored(partnerId, from, until);
    Set<Long> claimants = new TreeSet<>(Set.of(partnerId));
    if (othersClaim()) {
      lines.forEach(line -> line.partners().forEach(claimants::add));
    }
    return judged(lines, admittedUnits.of(claimants));
  }

  /** Whether somebody earns by units that another has claimed. */
  private boolean othersClaim() {
    return programs.compiled().stream()
        .anyMatch(
            program ->
                program.payees().size() > 1
                    && program.termsOn(program.term().start()).claim().isPresent());
  }

  /** The lines of the time in which the partner, or somebody below him who earns for him, is. */
  List<StoredLine> stored(long partnerId, Instant from, Instant until) {
    // One part for each role, since each has an index; UNION keeps a line that fits twice once.
    Set<Payee> payees = new HashSet<>();
    programs.compiled().forEach(program -> payees.addAll(program.payees()));
    List<Long> below = below(partnerId, payees);
    StringBuilder parts = new StringBuilder();
    List<Object> parameters = new ArrayList<>();
    for (String role : List.of("seller_id", "buyer_id", "ship_to_id", "represented_by")) {
      part(parts, parameters, role, List.of(partnerId), from, until);
    }
    if (payees.contains(Payee.ABOVE_SELLER)) {
      part(parts, parameters, "seller_id", below, from, until);
    }
    if (payees.contains(Payee.ABOVE_BUYER)) {
      part(parts, parameters, "buyer_id", below, from, until);
    }
    return sql.rows(StoredLine::of, parts.toString(), parameters.toArray());
  }

  /** Who ever stood right below the partner, if somebody is paid for what such partners do. */
  private List<Long> below(long partnerId, Set<Payee> payees) {
    boolean paid = payees.contains(Payee.ABOVE_SELLER) || payees.contains(Payee.ABOVE_BUYER);
    return paid
        ? sql.rows(
            row -> row.number("partner_id"),
            "SELECT DISTINCT partner_id FROM partner_standing WHERE parent_id = ?",
            partnerId)
        : List.of();
  }

  private void part(
      StringBuilder parts,
      List<Object> parameters,
      String role,
      List<Long> partners,
      Instant from,
      Instant until) {
    if (!partners.isEmpty()) {
      parts.append(parts.isEmpty() ? "SELECT " : " UNION SELECT ").append(StoredLine.COLUMNS);
      parts.append(WANTED).append(" AND t.").append(role).append(" IN ");
      parts.append(Sql.list(partners.size()));
      parameters.addAll(wanted(from, until));
      parameters.addAll(partners);
    }
  }

  /**
   * The newest versions of lines with these row ids, by row id, as if no unit of them was claimed.
   */
  Map<Long, SalesLine> unclaimed(Collection<Long> rows) {
    Map<Long, SalesLine> lines = new HashMap<>();
    List<Long> ids = List.copyOf(rows);
    for (int from = 0; from < ids.size(); from += AT_ONCE) {
      List<Long> part = ids.subList(from, Math.min(ids.size(), from + AT_ONCE));
      List<Long> found = new ArrayList<>();
      List<StoredLine> stored =
          sql.rows(
              row -> {
                found.add(row.number("row_id"));
                return StoredLine.of(row);
              },
              "SELECT t.id AS row_id, "
                  + StoredLine.COLUMNS
                  + " FROM sales_transaction t WHERE t.superseded_by IS NULL AND t.id IN "
                  + Sql.list(part.size()),
              part.toArray());
      List<SalesLine> judged = judged(stored, Map.of());
      for (int i = 0; i < found.size(); i++) {
        lines.put(found.get(i), judged.get(i));
      }
    }
    return lines;
  }

  /** The lines with their partners and products, in the same order. */
  List<SalesLine> judged(List<StoredLine> lines, Map<Long, Map<String, Admitted>> admitted) {
    Set<Long> partners = new HashSet<>();
    Set<Long> products = new HashSet<>();
    for (StoredLine line : lines) {
      line.partners().forEach(partners::add);
      products.add(line.product());
    }
    Channel channel = Channel.of(sql, partners, products);
    return lines.stream().map(line -> line.in(channel, clock.zone(), admitted)).toList();
  }
}
