package org.mitra.accruals;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mitra.data.Sql;

/**
 * Units for which a claim was approved, less what came back: a returned serial no longer counts,
 * and of a line never more units than are left of it.
 */
@ApplicationScoped
class AdmittedUnits {
  // A sale that was corrected since has another row: it is found by its key.
  private static final String STANDING =
      "SELECT line_id, program, LEAST(SUM(units), MAX(units_left)) AS admitted FROM ("
          + "SELECT t.id AS line_id, p.code AS program, a.units,"
          + " t.quantity + COALESCE((SELECT SUM(r.quantity) FROM sales_transaction r"
          + "   WHERE r.origin_id = t.id AND r.superseded_by IS NULL), 0) AS units_left"
          + " FROM admitted_unit a JOIN program p ON p.id = a.program_id"
          + " JOIN sales_transaction f ON f.id = a.transaction_id"
          + " JOIN sales_transaction t ON t.source = f.source AND t.document = f.document"
          + "   AND t.line = f.line AND t.kind = f.kind AND t.superseded_by IS NULL"
          + " WHERE %s NOT EXISTS (SELECT 1 FROM sales_transaction r"
          + "   JOIN sales_serial s ON s.transaction_id = r.id"
          + "   WHERE r.origin_id = t.id AND r.superseded_by IS NULL"
          + "   AND s.serial = a.unit_key)) standing GROUP BY line_id, program";

  @Inject private Sql sql;

  /** Units by line and program, for all partners. */
  Map<Long, Map<String, BigDecimal>> all() {
    return read(STANDING.formatted(""));
  }

  /** Units by line and program, for one who claimed. */
  Map<Long, Map<String, BigDecimal>> of(long partnerId) {
    return of(List.of(partnerId));
  }

  /** Units by line and program, for those who claimed. */
  Map<Long, Map<String, BigDecimal>> of(Collection<Long> partners) {
    return read(
        STANDING.formatted("a.partner_id IN " + Sql.list(partners.size()) + " AND"),
        partners.toArray());
  }

  private Map<Long, Map<String, BigDecimal>> read(String query, Object... parameters) {
    Map<Long, Map<String, BigDecimal>> admitted = new HashMap<>();
    sql.each(
        row -> {
          BigDecimal units = row.decimal("admitted");
          if (units.signum() > 0) {
            admitted
                .computeIfAbsent(row.number("line_id"), line -> new HashMap<>())
                .put(row.text("program"), units);
          }
        },
        query,
        parameters);
    return admitted;
  }
}
