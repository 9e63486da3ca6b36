package org.mitra.funds;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.mitra.engine.Explanation;

/**
 * A fund in full.
 *
 * @param share of eligible cost that the program pays, such as 50%
 * @param perActivity most that one activity is reimbursed; null for no limit
 * @param claimWithinDays days after an activity within which it must be claimed
 * @param programUntil the day after the program's last
 * @param allocations the lots, in the order in which they are consumed
 * @param why how each figure came about, by its name: {@code available}, {@code committed}, {@code
 *     paid}, {@code expired}, {@code given}
 */
public record FundDetail(
    FundSummary summary,
    String share,
    BigDecimal perActivity,
    int claimWithinDays,
    LocalDate programUntil,
    List<FundAllocation> allocations,
    Map<String, Explanation> why) {}
