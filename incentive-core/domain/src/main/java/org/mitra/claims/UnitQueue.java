package org.mitra.claims;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.mitra.access.Actor;
import org.mitra.data.Sql;

/**
 * Who has which unit, and who waits for it. A unique key gives a unit to one live claim of a
 * program; the others wait in the order in which they were first submitted, and when it becomes
 * free the next in line has it with the same transaction.
 */
@ApplicationScoped
class UnitQueue {
  /** What this class finds; everything else on an item was found by the check. */
  private static final String WAITING =
      "('claimed-here', 'claimed-elsewhere', 'approved-here', 'approved-elsewhere', 'look-alike')";

  @Inject private Sql sql;
  @Inject private ClaimRows rows;

  /**
   * Others who take or free units of the program wait from here until this transaction ends. Taken
   * before any claim is touched, so that two of them never wait for each other.
   */
  void lock(long programId) {
    sql.update(
        "INSERT INTO unit_queue (program_id, version) VALUES (?, 1)"
            + " ON DUPLICATE KEY UPDATE version = version + 1",
        programId);
  }

  /** Takes what is free for the claims' units, and says of the others why they wait. */
  void take(Collection<Long> claims) {
    Object[] ids = claims.toArray();
    String in = Sql.list(ids.length);
    sql.update(
        "DELETE u FROM claimed_unit u JOIN claim_item i ON i.id = u.item_id"
            + " WHERE i.claim_id IN "
            + in
            + " AND (i.state = 'FAILED' OR i.unit_key <> u.unit_key OR i.role <> u.role)",
        ids);
    sql.update(
        "INSERT INTO claimed_unit (program_id, role, unit_key, folded, item_id, claim_id,"
            + " partner_id, line_id, units) SELECT c.program_id, i.role, i.unit_key, i.folded, i.id,"
            + " i.claim_id, c.partner_id, i.line_id, i.units FROM claim_item i"
            + " JOIN claim c ON c.id = i.claim_id WHERE c.id IN "
            + in
            + " AND i.state IN ('PASSED', 'HELD') ORDER BY i.submitted_at, i.id"
            + " ON DUPLICATE KEY UPDATE units = claimed_unit.units",
        ids);
    look(claims);
  }

  /** Says of each unit that others have, or that looks like one of theirs, why it waits. */
  void look(Collection<Long> claims) {
    Object[] ids = claims.toArray();
    String in = Sql.list(ids.length);
    sql.update(
        "UPDATE claim_item SET state = 'PASSED', finding = '', had = '', needed = ''"
            + " WHERE claim_id IN "
            + in
            + " AND state IN ('HELD', 'FAILED') AND finding IN "
            + WAITING,
        ids);
    sql.update(
        "UPDATE claim_item i JOIN claim c ON c.id = i.claim_id"
            + " JOIN claimed_unit u ON u.program_id = c.program_id AND u.role = i.role"
            + "   AND u.unit_key = i.unit_key AND u.item_id <> i.id"
            + " JOIN claim_item o ON o.id = u.item_id JOIN claim r ON r.id = u.claim_id"
            + " SET i.state = CASE WHEN o.state = 'APPROVED' THEN 'FAILED' ELSE 'HELD' END,"
            + " i.expected = CASE WHEN o.state = 'APPROVED' THEN 0 ELSE i.expected END,"
            + " i.finding = CONCAT(CASE WHEN o.state = 'APPROVED' THEN 'approved' ELSE 'claimed' END,"
            + "   CASE WHEN u.partner_id = c.partner_id THEN '-here' ELSE '-elsewhere' END),"
            + " i.had = CASE WHEN u.partner_id = c.partner_id THEN r.number ELSE '' END, i.needed = ''"
            + " WHERE i.claim_id IN "
            + in
            + " AND i.state IN ('PASSED', 'HELD')",
        ids);
    sql.update(
        "UPDATE claim_item i JOIN claim c ON c.id = i.claim_id"
            + " JOIN claimed_unit u ON u.program_id = c.program_id AND u.role = i.role"
            + "   AND u.folded = i.folded AND u.unit_key <> i.unit_key AND u.claim_id <> i.claim_id"
            + " JOIN claim_item o ON o.id = u.item_id"
            + " SET i.state = 'HELD', i.finding = 'look-alike', i.had = '', i.needed = ''"
            + " WHERE i.claim_id IN "
            + in
            + " AND i.state = 'PASSED' AND NOT i.cleared"
            // A draft stands behind everybody who was submitted.
            + " AND (i.submitted_at IS NULL OR o.submitted_at < i.submitted_at"
            + "   OR (o.submitted_at = i.submitted_at AND o.id < i.id))",
        ids);
    rows.recount(claims);
  }

  /** Frees all units of a claim that is no longer live, for whoever waits for them. */
  void free(Claim claim) {
    sql.update("DELETE FROM claimed_unit WHERE claim_id = ?", claim.id());
    passOn(claim);
  }

  /** Frees the units of rejected items, for whoever waits for them. */
  void freeRejected(Claim claim) {
    sql.update(
        "DELETE u FROM claimed_unit u JOIN claim_item i ON i.id = u.item_id"
            + " WHERE i.claim_id = ? AND i.state = 'REJECTED'",
        claim.id());
    passOn(claim);
  }

  private void passOn(Claim freed) {
    List<Long> waiting = waitingFor(freed);
    if (waiting.isEmpty()) {
      return;
    }
    Map<Long, Integer> before = rows.held(waiting);
    take(waiting);
    Map<Long, Integer> after = rows.held(waiting);
    for (long claim : waiting) {
      if (!before.get(claim).equals(after.get(claim))) {
        rows.followHolds(claim);
        rows.happened(Actor.system(), claim, "freed", "", false);
      }
    }
  }

  /** Claims in review with a unit that the freed claim names, or that looks like one. */
  private List<Long> waitingFor(Claim freed) {
    List<Object> parameters = new ArrayList<>();
    List<String> parts = new ArrayList<>();
    for (String column : List.of("unit_key", "folded")) {
      parts.add(
          "SELECT c.id FROM claim_item f JOIN claim_item i ON i."
              + column
              + " = f."
              + column
              + " AND i.claim_id <> f.claim_id JOIN claim c ON c.id = i.claim_id"
              + " WHERE f.claim_id = ? AND f.unit_key <> '' AND c.program_id = ?"
              + " AND c.state = 'HELD' AND i.state = 'HELD'");
      parameters.add(freed.id());
      parameters.add(freed.programId());
    }
    return sql.rows(row -> row.number("id"), String.join(" UNION ", parts), parameters.toArray());
  }
}
