package org.mitra.funds;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A lot: money that was given together and expires together.
 *
 * @param number 1, 2, … within the fund
 * @param accrued whether it is a share of purchases
 * @param carriedFrom number of the lot whose rest it is; null for a new one
 * @param expiresOn last day on which it can be promised
 * @param lapsed whether its expiry was carried out
 * @param carryOver what becomes of the rest; null when it is lost
 * @param version to be sent back with a change
 */
public record FundAllocation(
    UUID uid,
    int number,
    boolean accrued,
    Integer carriedFrom,
    LocalDate expiresOn,
    boolean lapsed,
    CarryOver carryOver,
    BigDecimal allocated,
    BigDecimal committed,
    BigDecimal paid,
    BigDecimal expired,
    BigDecimal available,
    String note,
    String createdBy,
    Instant createdAt,
    int version) {}
