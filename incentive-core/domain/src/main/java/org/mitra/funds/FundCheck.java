package org.mitra.funds;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import org.mitra.data.Sql;

/** Adds up every movement and every entry again, and compares. */
@ApplicationScoped
class FundCheck {
  @Inject private Sql sql;

  List<FundDifference> differences() {
    List<FundDifference> found = new ArrayList<>();
    found.addAll(againstMovements("allocated", MovementKind::allocated));
    found.addAll(againstMovements("committed", MovementKind::committed));
    found.addAll(againstMovements("paid", MovementKind::paid));
    found.addAll(againstMovements("expired", MovementKind::expired));
    found.addAll(againstBooks("fund-available", "allocated - committed - paid - expired"));
    found.addAll(againstBooks("fund-committed", "committed"));
    return found;
  }

  private List<FundDifference> againstMovements(String sum, ToIntFunction<MovementKind> effect) {
    StringBuilder factor = new StringBuilder("CASE m.kind");
    for (MovementKind kind : MovementKind.values()) {
      factor.append(" WHEN '" + kind + "' THEN " + effect.applyAsInt(kind));
    }
    return found(
        sum + " and movements",
        "SELECT g.code AS program, p.code AS partner, a."
            + sum
            + " AS balance,"
            + " COALESCE(SUM(m.amount * "
            + factor
            + " END), 0) AS other"
            + " FROM fund_allocation a JOIN fund f ON f.id = a.fund_id"
            + " JOIN program g ON g.id = f.program_id JOIN partner p ON p.id = f.partner_id"
            + " LEFT JOIN fund_movement m ON m.allocation_id = a.id"
            + " GROUP BY a.id, g.code, p.code, a."
            + sum
            + " HAVING balance <> other");
  }

  private List<FundDifference> againstBooks(String account, String sum) {
    return found(
        account + " in the books",
        "SELECT program, partner, balance, other FROM (SELECT g.code AS program,"
            + " p.code AS partner, SUM("
            + sum
            + ") AS balance,"
            + " (SELECT COALESCE(-SUM(l.amount), 0) FROM journal_line l WHERE l.account = ?"
            + " AND l.party = p.code AND l.subject = g.code AND l.currency = f.currency) AS other"
            + " FROM fund f JOIN fund_allocation a ON a.fund_id = f.id"
            + " JOIN program g ON g.id = f.program_id JOIN partner p ON p.id = f.partner_id"
            + " GROUP BY f.id, g.code, p.code, f.currency) both_sides WHERE balance <> other",
        account);
  }

  private List<FundDifference> found(String what, String query, Object... parameters) {
    return sql.rows(
        row ->
            new FundDifference(
                row.text("program"),
                row.text("partner"),
                what,
                row.decimal("balance"),
                row.decimal("other")),
        query,
        parameters);
  }
}
