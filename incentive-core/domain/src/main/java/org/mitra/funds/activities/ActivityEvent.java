package org.mitra.funds.activities;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/**
 * Something that happened to an activity.
 *
 * @param action past participle, such as SUBMITTED
 * @param state afterwards
 * @param amount that was promised, paid or given back; null when it is about none
 * @param day that was set; null when it is about none
 * @param actor name of the account
 * @param actorName as people know him
 */
public record ActivityEvent(
    String action,
    ActivityState state,
    BigDecimal amount,
    LocalDate day,
    String reason,
    String actor,
    String actorName,
    Instant at) {}
