package org.mitra.claims;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.mitra.data.Sql;

/** The rows of what is claimed. */
@ApplicationScoped
class ClaimItems {
  @Inject private Sql sql;

  /**
   * What has to be checked.
   *
   * @param submittedAt the first time; empty for now
   * @param cleared whether a reviewer has seen that it only looks like another
   */
  record Asked(int position, ClaimedUnit unit, Optional<Instant> submittedAt, boolean cleared) {}

  /**
   * An item as it stands.
   *
   * @param line the sale, by its first version; empty while none was found
   * @param rejected why a reviewer wants to reject it; empty otherwise
   * @param submittedAt the first time; empty while it never was
   * @param monthsLate after the claim window; 0 in time
   * @param taken off for it, as a percentage; empty in time
   */
  record Item(
      long id,
      int position,
      ClaimedUnit unit,
      String unitKey,
      OptionalLong line,
      String product,
      LocalDate soldOn,
      ItemState state,
      String finding,
      boolean cleared,
      BigDecimal units,
      BigDecimal expected,
      String rejected,
      Optional<Instant> submittedAt,
      int monthsLate,
      String taken) {
    private static Item of(Sql.Row row) throws SQLException {
      BigDecimal units = row.decimal("units");
      return new Item(
          row.number("id"),
          row.integer("position"),
          new ClaimedUnit(
              row.text("serial"),
              row.text("document"),
              row.text("line"),
              units.signum() == 0 ? null : units),
          row.text("unit_key"),
          row.optionalNumber("line_id"),
          row.text("product"),
          row.day("sold_on"),
          row.constant("state", ItemState.class),
          row.text("finding"),
          row.flag("cleared"),
          units,
          row.decimal("expected"),
          row.text("reason"),
          Optional.ofNullable(row.instant("submitted_at")),
          row.integer("months_late"),
          row.text("late_taken"));
    }

    /** As it was asked for. */
    Asked asked() {
      return new Asked(position, unit, submittedAt, cleared);
    }
  }

  List<Item> of(long claimId) {
    return sql.rows(
        Item::of, "SELECT * FROM claim_item WHERE claim_id = ? ORDER BY position", claimId);
  }

  /**
   * When units of the claim were first submitted. A unit keeps it while its claim is corrected:
   * that costs nobody his place, nor the claim window.
   */
  Map<String, Instant> submittedBefore(long claimId) {
    Map<String, Instant> submitted = new HashMap<>();
    for (Item item : of(claimId)) {
      item.submittedAt().ifPresent(at -> submitted.put(item.unit().sameness(), at));
    }
    return submitted;
  }

  /** Replaces the items by others. */
  void replace(long claimId, List<Asked> asked, List<Verdict> verdicts) {
    sql.update("DELETE FROM claim_item WHERE claim_id = ?", claimId);
    List<Object[]> rows = new ArrayList<>(verdicts.size());
    for (int i = 0; i < verdicts.size(); i++) {
      Verdict v = verdicts.get(i);
      rows.add(
          new Object[] {
            claimId,
            v.position(),
            v.unit().serial(),
            v.unit().document(),
            v.unit().line(),
            v.units(),
            v.role(),
            v.unitKey(),
            v.folded(),
            v.lineId(),
            v.product(),
            v.soldOn(),
            v.state(),
            v.finding().code(),
            v.finding().had(),
            v.finding().needed(),
            v.expected(),
            asked.get(i).submittedAt().orElse(null),
            v.monthsLate(),
            v.taken()
          });
    }
    sql.batch(
        "INSERT INTO claim_item (claim_id, position, serial, document, line, units, role, unit_key,"
            + " folded, line_id, product, sold_on, state, finding, had, needed, cleared, expected,"
            + " reason, submitted_at, months_late, late_taken, returned)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, FALSE, ?, '', ?, ?, ?, 0)",
        rows);
  }

  void markSubmitted(long claimId, Instant now) {
    sql.update(
        "UPDATE claim_item SET submitted_at = ? WHERE claim_id = ? AND submitted_at IS NULL",
        now,
        claimId);
  }

  /** Days on which units were sold that may be paid. */
  Set<LocalDate> payableDays(long claimId) {
    return Set.copyOf(
        sql.rows(
            row -> row.day("sold_on"),
            "SELECT DISTINCT sold_on FROM claim_item WHERE claim_id = ?"
                + " AND state IN ('PASSED', 'HELD')",
            claimId));
  }

  /** Writes what a check found, where it is not what was known. */
  void update(List<Item> items, List<Verdict> verdicts) {
    List<Object[]> rows = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      Verdict v = verdicts.get(i);
      if (!v.shows(items.get(i))) {
        rows.add(
            new Object[] {
              v.units(),
              v.role(),
              v.unitKey(),
              v.folded(),
              v.lineId(),
              v.product(),
              v.soldOn(),
              v.state(),
              v.finding().code(),
              v.finding().had(),
              v.finding().needed(),
              v.expected(),
              v.monthsLate(),
              v.taken(),
              items.get(i).id()
            });
      }
    }
    sql.batch(
        "UPDATE claim_item SET units = ?, role = ?, unit_key = ?, folded = ?, line_id = ?,"
            + " product = ?, sold_on = ?, state = ?, finding = ?, had = ?, needed = ?, expected = ?,"
            + " months_late = ?, late_taken = ? WHERE id = ?",
        rows);
  }

  /** Remembers what a reviewer wants to reject, by position. */
  void propose(long claimId, Map<Integer, String> reasons) {
    sql.batch(
        "UPDATE claim_item SET reason = ? WHERE claim_id = ? AND position = ?",
        reasons.entrySet().stream()
            .map(reason -> new Object[] {reason.getValue(), claimId, reason.getKey()})
            .toList());
  }

  void forgetProposals(long claimId) {
    sql.update("UPDATE claim_item SET reason = '' WHERE claim_id = ? AND reason <> ''", claimId);
  }

  /**
   * Approves what passed and nobody rejects, with what it is expected to bring; rejects the rest.
   */
  void approve(long claimId) {
    sql.update(
        // Columns are assigned from left to right: the old state is read before it is set.
        "UPDATE claim_item SET"
            + " approved = CASE WHEN state = 'PASSED' AND reason = '' THEN expected ELSE 0 END,"
            + " state = CASE WHEN state = 'PASSED' AND reason = '' THEN 'APPROVED' ELSE 'REJECTED' END"
            + " WHERE claim_id = ?",
        claimId);
  }

  void reject(long claimId) {
    sql.update(
        "UPDATE claim_item SET state = 'REJECTED', approved = 0 WHERE claim_id = ?", claimId);
  }

  /** Says that units only look like others; how many of the positions were held for that. */
  int clear(long claimId, Collection<Integer> positions) {
    List<Object> parameters = new ArrayList<>(List.of(claimId));
    parameters.addAll(positions);
    return sql.update(
        "UPDATE claim_item SET cleared = TRUE, state = 'PASSED', finding = '', had = '', needed = ''"
            + " WHERE claim_id = ? AND state = 'HELD'"
            + " AND finding IN ('look-alike', 'look-alike-here') AND position IN "
            + Sql.list(positions.size()),
        parameters.toArray());
  }
}
