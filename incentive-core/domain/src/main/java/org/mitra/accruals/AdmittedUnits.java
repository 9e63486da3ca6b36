package org.mitra.accruals;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mitra.data.Sql;
import org.mitra.engine.Admitted;

/**
 * Units for which a claim was approved, less what came back: a returned serial no longer counts,
 * and of a line never more units than are left of it.
 */
@ApplicationScoped
class AdmittedUnits {
  // A sale that was corrected since has another row: it is found by its key.
  private static final String STANDING =
      "SELECT line_id, program, submitted_at, SUM(units) AS admitted, MAX(units_left) AS units_left"
          + " FROM (SELECT t.id AS line_id, p.code AS program, a.units,"
          + " COALESCE(a.submitted_at, a.admitted_at) AS submitted_at,"
          + " t.quantity + COALESCE((SELECT SUM(r.quantity) FROM sales_transaction r"
          + "   WHERE r.origin_id = t.id AND r.superseded_by IS NULL), 0) AS units_left"
          + " FROM admitted_unit a JOIN program p ON p.id = a.program_id"
          + " JOIN sales_transaction f ON f.id = a.transaction_id"
          + " JOIN sales_transaction t ON t.source = f.source AND t.document = f.document"
          + "   AND t.line = f.line AND t.kind = f.kind AND t.superseded_by IS NULL"
          + " WHERE %s NOT EXISTS (SELECT 1 FROM sales_transaction r"
          + "   JOIN sales_serial s ON s.transaction_id = r.id"
          + "   WHERE r.origin_id = t.id AND r.superseded_by IS NULL"
          + "   AND s.serial = a.unit_key)) standing GROUP BY line_id, program, submitted_at";

  @Inject private Sql sql;

  /** Units by line and program, for all partners. */
  Map<Long, Map<String, Admitted>> all() {
    return read(STANDING.formatted(""));
  }

  /** Units by line and program, for one who claimed. */
  Map<Long, Map<String, Admitted>> of(long partnerId) {
    return of(List.of(partnerId));
  }

  /** Units by line and program, for those who claimed. */
  Map<Long, Map<String, Admitted>> of(Collection<Long> partners) {
    return read(
        STANDING.formatted("a.partner_id IN " + Sql.list(partners.size()) + " AND"),
        partners.toArray());
  }

  private Map<Long, Map<String, Admitted>> read(String query, Object... parameters) {
    Map<Long, Map<String, Admitted>> admitted = new HashMap<>();
    Map<Long, BigDecimal> left = new HashMap<>();
    sql.each(
        row -> {
          long line = row.number("line_id");
          left.put(line, row.decimal("units_left"));
          Admitted units = Admitted.of(row.decimal("admitted"), row.instant("submitted_at"));
          admitted
              .computeIfAbsent(line, known -> new HashMap<>())
              .merge(row.text("program"), units, Admitted::plus);
        },
        query,
        parameters);
    admitted.forEach(
        (line, programs) -> {
          programs.replaceAll((program, units) -> units.atMost(left.get(line)));
          programs.values().removeIf(units -> units.parts().isEmpty());
        });
    return admitted;
  }
}
