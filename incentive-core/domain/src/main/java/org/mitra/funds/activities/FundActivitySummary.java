package org.mitra.funds.activities;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * An activity in a list.
 *
 * @param number as people quote it, such as MDF-000042
 * @param fund public id of the fund that pays
 * @param endsOn last day
 * @param currency of all amounts
 * @param approved promised; 0 before
 * @param claimBy last day for claims; null before it is approved
 * @param version to be sent back with a change
 */
public record FundActivitySummary(
    UUID uid,
    String number,
    UUID fund,
    String programCode,
    String programNameId,
    String programNameEn,
    String partnerCode,
    String partnerName,
    String title,
    ActivityKind kind,
    LocalDate startsOn,
    LocalDate endsOn,
    String currency,
    BigDecimal plannedCost,
    BigDecimal requested,
    BigDecimal approved,
    BigDecimal reimbursed,
    ActivityState state,
    LocalDate claimBy,
    Instant requestedAt,
    Instant changedAt,
    int version) {}
