package org.mitra.claims;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/**
 * A claim in a list.
 *
 * @param number as people call it, such as SC-2026-000123
 * @param holder who has to do something
 * @param since since when it is in its state
 * @param items how many units or lines it names
 * @param held of these, how many wait
 * @param failed of these, how many the check found wanting
 * @param currency of all amounts
 * @param expected what it would bring, by the last check
 * @param approved what was approved; null until it is decided
 * @param returned approved units that came back since
 * @param submittedAt the last time; null for one that never was
 * @param version to be sent back with a command, so that a change in between is noticed
 */
public record ClaimSummary(
    UUID uid,
    String number,
    String programCode,
    String programNameId,
    String programNameEn,
    String partnerCode,
    String partnerName,
    ClaimState state,
    ClaimState.Holder holder,
    Instant since,
    int items,
    int held,
    int failed,
    String currency,
    BigDecimal expected,
    BigDecimal approved,
    BigDecimal returned,
    Instant submittedAt,
    Instant createdAt,
    int version) {}
