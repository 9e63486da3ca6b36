package org.mitra.accruals;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mitra.data.Sql;
import org.mitra.time.Period;

/** Who is changing a partner's accruals, and whether they are behind the facts. */
@ApplicationScoped
class AccrualStates {
  @Inject private Sql sql;

  /**
   * Others who change what the partner has earned wait from here until this transaction ends.
   *
   * @return the version of his accruals, one above that of whoever held the lock before
   */
  long lock(long partnerId) {
    sql.update(
        "INSERT INTO accrual_state (partner_id, version) VALUES (?, 1)"
            + " ON DUPLICATE KEY UPDATE version = version + 1",
        partnerId);
    return sql.row(
            row -> row.number("version"),
            "SELECT version FROM accrual_state WHERE partner_id = ?",
            partnerId)
        .orElseThrow();
  }

  /**
   * Says that the partners' accruals are behind the facts of some days, in the transaction of the
   * facts.
   */
  void markStale(Collection<Long> partners, Period days) {
    sql.batch(
        "INSERT INTO accrual_state (partner_id, version, stale_from, stale_until) VALUES (?, 1, ?, ?)"
            + " ON DUPLICATE KEY UPDATE version = version + 1,"
            + " stale_from = LEAST(COALESCE(stale_from, VALUES(stale_from)), VALUES(stale_from)),"
            + " stale_until = GREATEST(COALESCE(stale_until, VALUES(stale_until)), VALUES(stale_until))",
        partners.stream()
            .sorted()
            .map(partner -> new Object[] {partner, days.start(), days.end()})
            .toList());
  }

  /** The days for which the partner's accruals are behind; to be read under his lock. */
  Optional<Period> stale(long partnerId) {
    return sql.row(
        row -> new Period(row.day("stale_from"), row.day("stale_until")),
        "SELECT stale_from, stale_until FROM accrual_state"
            + " WHERE partner_id = ? AND stale_from IS NOT NULL",
        partnerId);
  }

  /** Says, under the partner's lock, that his accruals are up to date. */
  void markFresh(long partnerId) {
    sql.update(
        "UPDATE accrual_state SET stale_from = NULL, stale_until = NULL WHERE partner_id = ?",
        partnerId);
  }

  /** Partners whose accruals are behind, the first few. */
  @Transactional
  List<Long> stalePartners(int most) {
    return sql.rows(
        row -> row.number("partner_id"),
        "SELECT partner_id FROM accrual_state WHERE stale_from IS NOT NULL"
            + " ORDER BY partner_id LIMIT ?",
        most);
  }

  /** The days that all stale accruals have in common with somebody's; empty when none is stale. */
  @Transactional
  Optional<Period> staleDays() {
    return sql.rows(
            row ->
                row.day("first") == null
                    ? Optional.<Period>empty()
                    : Optional.of(new Period(row.day("first"), row.day("last"))),
            "SELECT MIN(stale_from) AS first, MAX(stale_until) AS last FROM accrual_state"
                + " WHERE stale_from IS NOT NULL")
        .get(0);
  }

  /** All versions as they are now. */
  Map<Long, Long> versions() {
    Map<Long, Long> versions = new HashMap<>();
    sql.each(
        row -> versions.put(row.number("partner_id"), row.number("version")),
        "SELECT partner_id, version FROM accrual_state");
    return versions;
  }
}
