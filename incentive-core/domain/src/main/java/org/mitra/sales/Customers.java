package org.mitra.sales;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import org.mitra.data.Sql;

/**
 * Knows which line was the first that was ever sold to an end customer. Facts alone decide: the
 * earliest by economic date, document and line, in its newest version; returned or cancelled, it
 * keeps its place.
 */
@ApplicationScoped
class Customers {
  @Inject private Sql sql;
  @Inject private LineStore store;

  /**
   * The first sales as they are before lines are stored. Others who store lines of the same
   * customers wait from here until this transaction ends, so that nobody decides without the rest.
   *
   * @param codes in order, for locks to be taken in one order
   */
  Map<String, Long> lock(SortedSet<String> codes) {
    sql.batch(
        "INSERT INTO customer (code) VALUES (?) ON DUPLICATE KEY UPDATE code = VALUES(code)",
        codes.stream().map(code -> new Object[] {code}).toList());
    Map<String, Long> firsts = new HashMap<>();
    if (!codes.isEmpty()) {
      sql.each(
          row -> firsts.put(row.text("code"), row.optionalNumber("first_sale_id").orElse(0)),
          "SELECT code, first_sale_id FROM customer WHERE code IN " + Sql.list(codes.size()),
          codes.toArray());
    }
    return firsts;
  }

  /**
   * Decides anew after lines were stored.
   *
   * @param before what {@link #lock} said
   * @return whose figures change since another line is the first, and where in time
   */
  List<SalesRecorded.Touched> decide(Map<String, Long> before) {
    Map<String, Long> firsts = firsts(before.keySet());
    List<Object[]> changes = new ArrayList<>();
    Set<Long> lines = new HashSet<>();
    before.forEach(
        (code, old) -> {
          long first = firsts.getOrDefault(code, 0L);
          if (first != old) {
            changes.add(new Object[] {first == 0 ? null : first, code});
            lines.addAll(List.of(first, old));
          }
        });
    sql.batch("UPDATE customer SET first_sale_id = ? WHERE code = ?", changes);
    return store.told(lines).values().stream()
        .flatMap(
            told ->
                told.partners().stream()
                    .map(partner -> new SalesRecorded.Touched(partner, told.countsAt())))
        .toList();
  }

  private Map<String, Long> firsts(Collection<String> codes) {
    Map<String, Long> firsts = new HashMap<>();
    if (!codes.isEmpty()) {
      sql.each(
          row -> firsts.put(row.text("customer_code"), row.number("id")),
          "SELECT customer_code, id FROM (SELECT customer_code, id, ROW_NUMBER() OVER"
              + " (PARTITION BY customer_code ORDER BY sold_at, document, line, id) AS place"
              + " FROM sales_transaction WHERE kind = 'SALE' AND superseded_by IS NULL"
              + " AND customer_code IN "
              + Sql.list(codes.size())
              + ") ranked WHERE place = 1",
          codes.toArray());
    }
    return firsts;
  }
}
