package org.mitra.claims;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.mitra.access.Actor;
import org.mitra.data.Sql;
import org.mitra.money.Currency;
import org.mitra.money.Exact;
import org.mitra.money.Money;
import org.mitra.sales.SalesRecorded;

/**
 * Approved units that come back: their claims say so, and their program's budget has again what
 * they had taken. What the partner then earns less is up to his accruals.
 */
@ApplicationScoped
class CameBack {
  @Inject private Sql sql;
  @Inject private SoldUnits soldUnits;
  @Inject private ProgramBudget budget;
  @Inject private ClaimRows rows;

  /**
   * After the accruals, whose lock an approval holds: so a return and an approval at the same time
   * cannot both miss the other.
   */
  void sales(@Observes @Priority(Interceptor.Priority.APPLICATION + 1000) SalesRecorded recorded) {
    look(recorded.undone());
  }

  /** Looks at what came back of the approved units of a claim. */
  void look(Claim claim) {
    look(
        sql.rows(
            row -> row.number("id"),
            "SELECT DISTINCT t.id FROM claim_item i"
                + " JOIN sales_transaction f ON f.id = i.line_id"
                + VERSIONS
                + " WHERE i.claim_id = ? AND i.state = 'APPROVED'",
            claim.id()));
  }

  /** All versions of a line have its key. */
  private static final String VERSIONS =
      " JOIN sales_transaction t ON t.source = f.source AND t.document = f.document"
          + " AND t.line = f.line AND t.kind = f.kind AND t.superseded_by IS NULL";

  private record Unit(
      long id,
      long claim,
      long program,
      Currency currency,
      long sale,
      BigDecimal sold,
      String serial,
      BigDecimal units,
      BigDecimal approved,
      BigDecimal returned) {
    private static Unit of(Sql.Row row) throws SQLException {
      return new Unit(
          row.number("id"),
          row.number("claim_id"),
          row.number("program_id"),
          Currency.of(row.text("currency")),
          row.number("sale"),
          row.decimal("quantity"),
          row.text("serial"),
          row.decimal("units"),
          row.decimal("approved"),
          row.decimal("returned"));
    }

    /** What so many of its units had taken. */
    private Money worth(BigDecimal some) {
      Exact share = Exact.of(approved).times(some).dividedBy(Exact.of(units));
      return Money.rounded(share, currency, RoundingMode.HALF_UP);
    }
  }

  private void look(Collection<Long> sales) {
    if (sales.isEmpty()) {
      return;
    }
    List<Unit> approved = approved(sales);
    Map<Long, SoldUnits.Returned> returned =
        soldUnits.returned(approved.stream().map(Unit::sale).collect(Collectors.toSet()));
    Map<List<Long>, List<Unit>> together = new LinkedHashMap<>();
    for (Unit unit : approved) {
      together
          .computeIfAbsent(List.of(unit.program(), unit.sale()), key -> new ArrayList<>())
          .add(unit);
    }
    Set<Long> told = new TreeSet<>();
    together.forEach(
        (key, units) ->
            follow(units, returned.getOrDefault(key.get(1), SoldUnits.Returned.NOTHING), told));
    told.forEach(claim -> rows.happened(Actor.system(), claim, "came-back", "", false));
  }

  private List<Unit> approved(Collection<Long> sales) {
    return sql.rows(
        Unit::of,
        // What a corrected return named before may have a newer version itself by now.
        "SELECT DISTINCT i.id, i.claim_id, c.program_id, c.currency, t.id AS sale, t.quantity,"
            + " i.serial, i.units, i.approved, i.returned FROM sales_transaction o"
            + " JOIN sales_transaction f ON f.source = o.source AND f.document = o.document"
            + " AND f.line = o.line AND f.kind = o.kind"
            + VERSIONS
            + " JOIN claim_item i ON i.line_id = f.id JOIN claim c ON c.id = i.claim_id"
            + " WHERE i.state = 'APPROVED' AND i.units > 0 AND o.id IN "
            + Sql.list(sales.size())
            // The last one approved is the first that the line is too small for.
            + " ORDER BY c.program_id, t.id, i.id DESC",
        sales.toArray());
  }

  /** As the accruals see it: named serials first, then as many as the line is too small for. */
  private void follow(List<Unit> units, SoldUnits.Returned returned, Set<Long> told) {
    BigDecimal standing = BigDecimal.ZERO;
    for (Unit unit : units) {
      boolean named = returned.serials().contains(unit.serial());
      standing = named ? standing : standing.add(unit.units());
    }
    BigDecimal left = units.get(0).sold().subtract(returned.quantity());
    BigDecimal over = standing.subtract(left).max(BigDecimal.ZERO);
    for (Unit unit : units) {
      boolean named = returned.serials().contains(unit.serial());
      BigDecimal back = named ? unit.units() : over.min(unit.units());
      over = named ? over : over.subtract(back);
      if (back.compareTo(unit.returned()) != 0) {
        sql.update("UPDATE claim_item SET returned = ? WHERE id = ?", back, unit.id());
        budget.giveBack(unit.program(), unit.worth(back).minus(unit.worth(unit.returned())));
        if (back.compareTo(unit.returned()) > 0) {
          told.add(unit.claim());
        }
      }
    }
  }
}
