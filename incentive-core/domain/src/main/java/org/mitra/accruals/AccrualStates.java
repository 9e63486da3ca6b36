package org.mitra.accruals;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.mitra.data.Sql;
import org.mitra.time.Period;

/** Who is changing a partner's accruals, and whether they are behind the facts. */
@ApplicationScoped
class AccrualStates {
  private static final String INSERT =
      "INSERT INTO accrual_state (partner_id, version, stale_from, stale_until)";

  /** Whoever is behind already is behind for both. */
  private static final String WIDEN =
      " ON DUPLICATE KEY UPDATE accrual_state.version = accrual_state.version + 1,"
          + " accrual_state.stale_from ="
          + " LEAST(COALESCE(accrual_state.stale_from, VALUES(stale_from)), VALUES(stale_from)),"
          + " accrual_state.stale_until = GREATEST("
          + "COALESCE(accrual_state.stale_until, VALUES(stale_until)), VALUES(stale_until))";

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
   * What stands for a partner under his lock.
   *
   * @param version one above that of whoever held the lock before
   * @param stale the days for which his accruals are behind
   */
  record Locked(long version, Optional<Period> stale) {}

  /**
   * Locks several partners at once.
   *
   * @param partners in order: whoever locks several goes the same way
   */
  Map<Long, Locked> lock(List<Long> partners) {
    sql.batch(
        "INSERT INTO accrual_state (partner_id, version) VALUES (?, 1)"
            + " ON DUPLICATE KEY UPDATE version = version + 1",
        partners.stream().map(partner -> new Object[] {partner}).toList());
    Map<Long, Locked> locked = new HashMap<>();
    sql.each(
        row -> {
          LocalDate from = row.day("stale_from");
          Optional<Period> stale =
              from == null
                  ? Optional.empty()
                  : Optional.of(new Period(from, row.day("stale_until")));
          locked.put(row.number("partner_id"), new Locked(row.number("version"), stale));
        },
        "SELECT partner_id, version, stale_from, stale_until FROM accrual_state"
            + " WHERE partner_id IN "
            + Sql.list(partners.size()),
        partners.toArray());
    return locked;
  }

  /**
   * Says that the partners' accruals are behind the facts of some days, in the transaction of the
   * facts.
   *
   * @param days by row id of the partner
   */
  void markStale(SortedMap<Long, Period> days) {
    sql.batch(
        INSERT + " VALUES (?, 1, ?, ?)" + WIDEN,
        days.entrySet().stream()
            .map(
                behind ->
                    new Object[] {
                      behind.getKey(), behind.getValue().start(), behind.getValue().end()
                    })
            .toList());
  }

  /** The same for one partner, by his code. */
  void markStale(String partner, Period days) {
    sql.update(
        INSERT + " SELECT id, 1, ?, ? FROM partner WHERE code = ?" + WIDEN,
        days.start(),
        days.end(),
        partner);
  }

  /** The same for one partner and whoever ever stood above or below him. */
  void markKinStale(String partner, Period days) {
    sql.update(
        INSERT
            + " SELECT kin, 1, ?, ? FROM (SELECT s.viewer_id AS kin FROM partner_scope s"
            + " JOIN partner p ON p.id = s.partner_id WHERE p.code = ?"
            + " UNION SELECT s.partner_id FROM partner_scope s"
            + " JOIN partner p ON p.id = s.viewer_id WHERE p.code = ?) kins ORDER BY kin"
            + WIDEN,
        days.start(),
        days.end(),
        partner,
        partner);
  }

  /** The same for everybody. */
  void markAllStale(Period days) {
    sql.update(
        INSERT + " SELECT id, 1, ?, ? FROM partner ORDER BY id" + WIDEN, days.start(), days.end());
  }

  /** The same for whoever sold or bought the product. */
  void markTradersStale(String product, Period days) {
    sql.update(
        INSERT
            + " SELECT trader, 1, ?, ? FROM (SELECT t.seller_id AS trader FROM sales_transaction t"
            + " JOIN product p ON p.id = t.product_id WHERE p.code = ? AND t.seller_id IS NOT NULL"
            + " UNION SELECT t.buyer_id FROM sales_transaction t"
            + " JOIN product p ON p.id = t.product_id WHERE p.code = ? AND t.buyer_id IS NOT NULL"
            + " UNION SELECT t.represented_by FROM sales_transaction t JOIN product p"
            + " ON p.id = t.product_id WHERE p.code = ? AND t.represented_by IS NOT NULL)"
            + " traders ORDER BY trader"
            + WIDEN,
        days.start(),
        days.end(),
        product,
        product,
        product);
  }

  /** The same for whoever traded in the currency on the days, which are behind. */
  void markTradersStale(String currency, LocalDate from, LocalDate until) {
    sql.update(
        INSERT
            + " SELECT trader, 1, ?, ? FROM (SELECT seller_id AS trader FROM sales_transaction"
            + TRADED
            + " AND seller_id IS NOT NULL UNION SELECT buyer_id FROM sales_transaction"
            + TRADED
            + " AND buyer_id IS NOT NULL UNION SELECT ship_to_id FROM sales_transaction"
            + TRADED
            + " AND ship_to_id IS NOT NULL UNION SELECT represented_by FROM sales_transaction"
            + TRADED
            + " AND represented_by IS NOT NULL) traders ORDER BY trader"
            + WIDEN,
        Stream.concat(
                Stream.of(from, until),
                Collections.nCopies(
                        4, List.<Object>of(from.minusDays(1), until.plusDays(1), currency))
                    .stream()
                    .flatMap(List::stream))
            .toArray());
  }

  // A day more at either end: the time of a line is kept in UTC.
  private static final String TRADED = " WHERE counts_at >= ? AND counts_at < ? AND currency = ?";

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

  /** The same for several. */
  void markFresh(List<Long> partners) {
    if (!partners.isEmpty()) {
      sql.update(
          "UPDATE accrual_state SET stale_from = NULL, stale_until = NULL WHERE partner_id IN "
              + Sql.list(partners.size()),
          partners.toArray());
    }
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
