package org.mitra.funds;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Something that happened to the money of a lot.
 *
 * @param lot number of the lot
 * @param amount negative only where an allocation was lowered or carried away
 * @param activity public id of the activity that it was for; null when it was for none
 * @param activityTitle empty when it was for none
 * @param effectiveOn day on which it counts
 * @param entry public id of the journal entry
 */
public record FundMovement(
    int lot,
    MovementKind kind,
    BigDecimal amount,
    UUID activity,
    String activityTitle,
    String reason,
    LocalDate effectiveOn,
    Instant recordedAt,
    String recordedBy,
    UUID entry) {}
