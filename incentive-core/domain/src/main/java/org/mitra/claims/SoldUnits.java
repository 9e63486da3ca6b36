package org.mitra.claims;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.mitra.accruals.Accruals;
import org.mitra.data.Sql;
import org.mitra.engine.SalesLine;

/** What the facts say about units: who sold them, what came back, what is claimed already. */
@ApplicationScoped
class SoldUnits {
  private static final int AT_ONCE = 1000;

  @Inject private Sql sql;
  @Inject private Accruals accruals;

  /**
   * The facts behind some claimed units.
   *
   * @param bySerial sales of a serial, the newest first; also those of other partners
   * @param byDocument the partner's own sales of a document, by line
   * @param withSerials lines whose units have serials
   * @param returned what came back, by line
   * @param claimed units of the lines that other live claims have, by line and unit key
   */
  record Facts(
      Map<String, List<SalesLine>> bySerial,
      Map<String, List<SalesLine>> byDocument,
      Set<Long> withSerials,
      Map<Long, Returned> returned,
      Map<Long, Map<String, BigDecimal>> claimed) {

    Returned returned(long line) {
      return returned.getOrDefault(line, Returned.NOTHING);
    }

    Map<String, BigDecimal> claimed(long line) {
      return claimed.getOrDefault(line, Map.of());
    }
  }

  /**
   * What came back of a line.
   *
   * @param quantity in all, zero or more
   * @param serials of the units that were named
   * @param lastAt when something came back last; null for never
   */
  record Returned(BigDecimal quantity, Set<String> serials, Instant lastAt) {
    static final Returned NOTHING = new Returned(BigDecimal.ZERO, Set.of(), null);
  }

  /**
   * @param exceptClaim row id of the claim that asks; 0 for a new one
   */
  Facts of(Collection<ClaimedUnit> units, long partnerId, long programId, long exceptClaim) {
    Set<String> serials = new TreeSet<>();
    Set<String> documents = new TreeSet<>();
    for (ClaimedUnit unit : units) {
      (unit.isSerial() ? serials : documents)
          .add(unit.isSerial() ? unit.serial() : unit.document());
    }
    Map<String, List<Long>> rowsBySerial = rowsBySerial(serials);
    Map<String, List<Long>> rowsByDocument = rowsByDocument(documents, partnerId);
    Set<Long> rows = new TreeSet<>();
    rowsBySerial.values().forEach(rows::addAll);
    rowsByDocument.values().forEach(rows::addAll);
    Map<Long, SalesLine> lines = accruals.linesUnclaimed(rows);
    Set<Long> ids = lines.values().stream().map(SalesLine::id).collect(Collectors.toSet());
    return new Facts(
        resolved(rowsBySerial, lines),
        resolved(rowsByDocument, lines),
        withSerials(rowsByDocument, lines),
        returned(ids),
        claimed(ids, programId, exceptClaim));
  }

  private static Map<String, List<SalesLine>> resolved(
      Map<String, List<Long>> rows, Map<Long, SalesLine> lines) {
    Map<String, List<SalesLine>> resolved = new HashMap<>();
    rows.forEach(
        (key, ids) ->
            resolved.put(
                key,
                ids.stream()
                    .map(lines::get)
                    .filter(line -> line != null)
                    .sorted(SalesLine.IN_ORDER.reversed())
                    .toList()));
    return resolved;
  }

  private Map<String, List<Long>> rowsBySerial(Set<String> serials) {
    Map<String, List<Long>> rows = new HashMap<>();
    chunks(
        serials,
        part ->
            sql.each(
                row ->
                    rows.computeIfAbsent(row.text("serial"), serial -> new ArrayList<>(1))
                        .add(row.number("id")),
                "SELECT s.serial, t.id FROM sales_serial s"
                    + " JOIN sales_transaction t ON t.id = s.transaction_id"
                    + " WHERE t.superseded_by IS NULL AND t.kind = 'SALE' AND s.serial IN "
                    + Sql.list(part.size()),
                part.toArray()));
    return rows;
  }

  private Map<String, List<Long>> rowsByDocument(Set<String> documents, long partnerId) {
    Map<String, List<Long>> rows = new HashMap<>();
    chunks(
        documents,
        part -> {
          List<Object> parameters = new ArrayList<>();
          List<String> parts = new ArrayList<>();
          for (String role : List.of("seller_id", "buyer_id", "ship_to_id")) {
            parts.add(
                "SELECT t.document, t.id FROM sales_transaction t WHERE t.superseded_by IS NULL"
                    + " AND t.kind = 'SALE' AND t."
                    + role
                    + " = ? AND t.document IN "
                    + Sql.list(part.size()));
            parameters.add(partnerId);
            parameters.addAll(part);
          }
          sql.each(
              row ->
                  rows.computeIfAbsent(row.text("document"), document -> new ArrayList<>())
                      .add(row.number("id")),
              String.join(" UNION ", parts),
              parameters.toArray());
        });
    return rows;
  }

  private Set<Long> withSerials(
      Map<String, List<Long>> rowsByDocument, Map<Long, SalesLine> lines) {
    Set<Long> rows = new TreeSet<>();
    rowsByDocument.values().forEach(rows::addAll);
    Set<Long> found = new HashSet<>();
    chunks(
        rows,
        part ->
            sql.each(
                row -> found.add(lines.get(row.number("transaction_id")).id()),
                "SELECT DISTINCT transaction_id FROM sales_serial WHERE transaction_id IN "
                    + Sql.list(part.size()),
                part.toArray()));
    return found;
  }

  Map<Long, Returned> returned(Set<Long> lines) {
    record Sum(BigDecimal quantity, Instant lastAt) {}
    Map<Long, Sum> sums = new HashMap<>();
    Map<Long, Set<String>> serials = new HashMap<>();
    chunks(
        lines,
        part -> {
          sql.each(
              row ->
                  sums.put(
                      row.number("origin_id"),
                      new Sum(row.decimal("quantity").negate(), row.instant("last_at"))),
              "SELECT origin_id, SUM(quantity) AS quantity, MAX(sold_at) AS last_at"
                  + " FROM sales_transaction WHERE superseded_by IS NULL AND quantity < 0"
                  + " AND origin_id IN "
                  + Sql.list(part.size())
                  + " GROUP BY origin_id",
              part.toArray());
          sql.each(
              row ->
                  serials
                      .computeIfAbsent(row.number("origin_id"), line -> new HashSet<>())
                      .add(row.text("serial")),
              "SELECT r.origin_id, s.serial FROM sales_transaction r"
                  + " JOIN sales_serial s ON s.transaction_id = r.id"
                  + " WHERE r.superseded_by IS NULL AND r.quantity < 0 AND r.origin_id IN "
                  + Sql.list(part.size()),
              part.toArray());
        });
    Map<Long, Returned> returned = new HashMap<>();
    sums.forEach(
        (line, sum) ->
            returned.put(
                line,
                new Returned(sum.quantity(), serials.getOrDefault(line, Set.of()), sum.lastAt())));
    return returned;
  }

  private Map<Long, Map<String, BigDecimal>> claimed(
      Set<Long> lines, long programId, long exceptClaim) {
    Map<Long, Map<String, BigDecimal>> claimed = new HashMap<>();
    chunks(
        lines,
        part -> {
          List<Object> parameters = new ArrayList<>(List.of(programId, exceptClaim));
          parameters.addAll(part);
          sql.each(
              row ->
                  claimed
                      .computeIfAbsent(row.number("line_id"), line -> new HashMap<>())
                      .put(row.text("unit_key"), row.decimal("units")),
              "SELECT line_id, unit_key, units FROM claimed_unit"
                  + " WHERE program_id = ? AND claim_id <> ? AND line_id IN "
                  + Sql.list(part.size()),
              parameters.toArray());
        });
    return claimed;
  }

  private static <T> void chunks(Collection<T> all, Consumer<List<T>> each) {
    List<T> list = List.copyOf(all);
    for (int from = 0; from < list.size(); from += AT_ONCE) {
      each.accept(list.subList(from, Math.min(list.size(), from + AT_ONCE)));
    }
  }
}
