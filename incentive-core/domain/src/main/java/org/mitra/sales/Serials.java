package org.mitra.sales;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mitra.data.Sql;
import org.mitra.engine.Flow;
import org.mitra.engine.Kind;
import org.mitra.problem.Problem;

/** A unit is sold once in each flow, until it comes back. */
@ApplicationScoped
class Serials {
  @Inject private Sql sql;

  private record Unit(Flow flow, String serial) {}

  /** The lines that sell a unit which is sold already, each with the reason. */
  Map<Integer, Taken> refuseSoldOnes(Map<Integer, NewLine> lines) {
    Map<Unit, LineKey> sold = new HashMap<>();
    List<Object> wanted = new ArrayList<>();
    lines.values().stream().filter(Serials::sells).forEach(l -> wanted.addAll(l.line().serials()));
    if (wanted.isEmpty()) {
      return Map.of();
    }
    sql.each(
        row ->
            sold.put(
                new Unit(row.constant("flow", Flow.class), row.text("serial")),
                new LineKey(row.text("source"), row.text("document"), row.text("line"), Kind.SALE)),
        "SELECT s.serial, t.flow, t.source, t.document, t.line FROM sales_serial s"
            + " JOIN sales_transaction t ON t.id = s.transaction_id"
            + " WHERE s.serial IN "
            + Sql.list(wanted.size())
            + " AND t.kind = 'SALE' AND t.superseded_by IS NULL"
            + " AND NOT EXISTS (SELECT 1 FROM sales_transaction u"
            + " JOIN sales_serial back ON back.transaction_id = u.id"
            + " WHERE u.origin_id = t.id AND u.superseded_by IS NULL AND back.serial = s.serial)"
            + " AND t.quantity > (SELECT COALESCE(-SUM(u.quantity), 0) FROM sales_transaction u"
            + " WHERE u.origin_id = t.id AND u.superseded_by IS NULL)",
        wanted.toArray());
    Map<Integer, Taken> refused = new LinkedHashMap<>();
    lines.forEach(
        (index, line) -> {
          if (!sells(line)) {
            return;
          }
          for (String serial : line.line().serials()) {
            Unit unit = new Unit(line.line().flow(), serial);
            LineKey first = sold.putIfAbsent(unit, line.line().key());
            if (first != null && !first.equals(line.line().key())) {
              Problem problem =
                  Problem.refused("sale.serial-sold").with("serial", serial).at("/serials");
              refused.put(index, Taken.refused(problem, line.productId()));
              return;
            }
          }
        });
    return refused;
  }

  private static boolean sells(NewLine line) {
    return line.line().key().kind() == Kind.SALE && !line.line().serials().isEmpty();
  }
}
