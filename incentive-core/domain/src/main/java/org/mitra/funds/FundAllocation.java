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
 * @param accruedFor first day of the period whose purchases it is a share of; null for others
 * @param accrual public id of what that period has earned, with the reason; null for others
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
    LocalDate accruedFor,
    UUID accrual,
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
