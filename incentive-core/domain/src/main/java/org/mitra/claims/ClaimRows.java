package org.mitra.claims;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.mitra.access.Actor;
import org.mitra.data.BusinessClock;
import org.mitra.data.Sql;
import org.mitra.data.Uids;
import org.mitra.event.DomainEvent;
import org.mitra.problem.Problem;

/** The rows of claims, their numbers and their history. Every move is one conditional update. */
@ApplicationScoped
class ClaimRows {
  @Inject private Sql sql;
  @Inject private BusinessClock clock;
  @Inject private Event<DomainEvent> events;

  /** A claim that was submitted at least once. */
  Claim submitted(UUID uid) {
    return sql.row(Claim::of, Claim.SELECT + " WHERE c.uid = ? AND c.submitted_at IS NOT NULL", uid)
        .orElseThrow(Problem::notFound);
  }

  /**
   * The actor's own claim.
   *
   * @throws Problem 404 for anybody else's, his dealers' included: he may see them, not change them
   */
  Claim own(Actor actor, UUID uid) {
    return sql.row(
            Claim::of,
            Claim.SELECT + " WHERE c.uid = ? AND c.partner_id = ?",
            uid,
            actor.requirePartner().partnerId().getAsLong())
        .orElseThrow(Problem::notFound);
  }

  Claim byUid(UUID uid) {
    return sql.row(Claim::of, Claim.SELECT + " WHERE c.uid = ?", uid)
        .orElseThrow(Problem::notFound);
  }

  Claim get(long id) {
    return sql.row(Claim::of, Claim.SELECT + " WHERE c.id = ?", id).orElseThrow();
  }

  /** A draft without units yet, in the partner's currency. */
  long insert(Actor actor, long programId, long partnerId, String remark) {
    Instant now = clock.now();
    return sql.insert(
        "INSERT INTO claim (uid, program_id, partner_id, state, state_since, remark, reason,"
            + " currency, expected, item_count, held_count, failed_count, created_by, created_at,"
            + " claimed_on, version) SELECT ?, ?, id, 'DRAFT', ?, ?, '', currency, 0, 0, 0, 0, ?, ?, ?, 1"
            + " FROM partner WHERE id = ?",
        Uids.next(now),
        programId,
        now,
        remark,
        actor.username(),
        now,
        clock.today(),
        partnerId);
  }

  /**
   * Gives the claim its number, as the last thing of its transaction: until it ends, nobody else
   * gets one, and so there are no gaps.
   */
  void number(long id) {
    int year = clock.today().getYear();
    sql.update(
        "INSERT INTO claim_number (year, last) VALUES (?, 1) ON DUPLICATE KEY UPDATE last = last + 1",
        year);
    sql.update(
        "UPDATE claim SET number = CONCAT('SC-', ?, '-', LPAD("
            + "(SELECT last FROM claim_number WHERE year = ?), 6, '0')) WHERE id = ?",
        Integer.toString(year),
        year,
        id);
  }

  /**
   * Moves the claim to a state, if it still is what the actor saw; whoever does the same at the
   * same time loses.
   *
   * @param seen the version that the actor saw
   * @throws Problem 409 when it is in another state, or was changed since
   */
  void move(Claim claim, Integer seen, Set<ClaimState> from, ClaimState to) {
    if (seen == null) {
      throw versionMissing();
    }
    List<Object> parameters = new ArrayList<>(List.of(to, clock.now(), to, claim.id(), seen));
    parameters.addAll(from);
    int won =
        sql.update(
            // The old state is read before it is set: columns are assigned from left to right.
            "UPDATE claim SET state_since = CASE WHEN state = ? THEN state_since ELSE ? END,"
                + " state = ?, version = version + 1 WHERE id = ? AND version = ? AND state IN "
                + Sql.list(from.size()),
            parameters.toArray());
    if (won == 0) {
      throw lost(get(claim.id()), from);
    }
  }

  /**
   * Says early, before much is computed, that {@link #move} will fail.
   *
   * @throws Problem as it does
   */
  void expect(Claim claim, Integer seen, Set<ClaimState> from) {
    if (!Objects.equals(claim.version(), seen) || !from.contains(claim.state())) {
      throw seen == null ? versionMissing() : lost(claim, from);
    }
  }

  private static Problem lost(Claim now, Set<ClaimState> from) {
    return from.contains(now.state())
        ? Problem.conflict("stale")
        : Problem.conflict("claim.state").with("state", now.state()).with("number", now.number());
  }

  private static Problem versionMissing() {
    return Problem.invalid("field.missing").with("field", "version").at("/version");
  }

  void remark(Claim claim, String remark) {
    sql.update("UPDATE claim SET remark = ? WHERE id = ?", remark, claim.id());
  }

  void currency(Claim claim, String currency) {
    sql.update("UPDATE claim SET currency = ? WHERE id = ?", currency, claim.id());
  }

  void markSubmitted(Claim claim, Actor actor) {
    sql.update(
        "UPDATE claim SET submitted_by = ?, submitted_at = ?, claimed_on = ?, reason = '',"
            + " endorsed_by = NULL WHERE id = ?",
        actor.username(),
        clock.now(),
        clock.today(),
        claim.id());
  }

  void endorsedBy(Claim claim, String username) {
    sql.update("UPDATE claim SET endorsed_by = ? WHERE id = ?", username, claim.id());
  }

  /** What the partner is told about the decision. */
  void decide(Claim claim, String reason, BigDecimal approved) {
    sql.update(
        "UPDATE claim SET reason = ?, approved = ? WHERE id = ?", reason, approved, claim.id());
  }

  /** Counts the items anew, and with them what the claim would bring. */
  void recount(Collection<Long> claims) {
    for (long id : claims) {
      sql.update(
          "UPDATE claim c JOIN (SELECT COUNT(*) AS items, COALESCE(SUM(state = 'HELD'), 0) AS held,"
              + " COALESCE(SUM(state = 'FAILED'), 0) AS failed,"
              + " COALESCE(SUM(CASE WHEN state IN ('PASSED', 'HELD') THEN expected END), 0) AS expected"
              + " FROM claim_item WHERE claim_id = ?) i SET c.item_count = i.items,"
              + " c.held_count = i.held, c.failed_count = i.failed, c.expected = i.expected"
              + " WHERE c.id = ? AND c.approved IS NULL",
          id,
          id);
    }
  }

  /** How many units of each claim are held. */
  Map<Long, Integer> held(Collection<Long> claims) {
    Map<Long, Integer> held = new HashMap<>();
    sql.each(
        row -> held.put(row.number("id"), row.integer("held_count")),
        "SELECT id, held_count FROM claim WHERE id IN " + Sql.list(claims.size()),
        claims.toArray());
    return held;
  }

  /** A claim in review is held as long as one of its units is. */
  void followHolds(long id) {
    sql.update(
        "UPDATE claim SET state_since = CASE WHEN (state = 'HELD') = (held_count > 0)"
            + " THEN state_since ELSE ? END,"
            + " state = CASE WHEN held_count > 0 THEN 'HELD' ELSE 'SUBMITTED' END,"
            + " version = version + 1 WHERE id = ? AND state IN ('SUBMITTED', 'HELD')",
        clock.now(),
        id);
  }

  /** Whether the person made or submitted the claim, or recorded a sale that it is about. */
  boolean isOwnOf(Claim claim, String username) {
    return !sql.rows(
            row -> row.number("one"),
            "SELECT 1 AS one FROM claim_history WHERE claim_id = ? AND actor = ?"
                + " AND action IN ('drafted', 'changed', 'submitted')"
                + " UNION SELECT 1 FROM claim_item i JOIN sales_transaction f ON f.id = i.line_id"
                // All versions of the line have its key.
                + " JOIN sales_transaction t ON t.source = f.source AND t.document = f.document"
                + "   AND t.line = f.line AND t.kind = f.kind"
                + " WHERE i.claim_id = ? AND t.recorded_by = ?",
            claim.id(),
            username,
            claim.id(),
            username)
        .isEmpty();
  }

  /** Writes down what happened, for the partner and the reviewers to read and for the audit. */
  void happened(Actor actor, long id, String action, String remark, boolean internal) {
    Claim now = get(id);
    sql.update(
        "INSERT INTO claim_history (claim_id, at, actor, actor_name, action, state, remark, internal)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        id,
        clock.now(),
        actor.username(),
        actor.displayName(),
        action,
        now.state(),
        remark,
        internal);
    events.fire(
        DomainEvent.of(
            actor,
            "claim." + action,
            now.uid(),
            "number",
            now.number(),
            "partner",
            now.partner(),
            "program",
            now.program(),
            "state",
            now.state().name(),
            "remark",
            remark));
  }
}
