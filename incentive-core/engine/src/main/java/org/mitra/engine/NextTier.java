package org.mitra.engine;

import org.mitra.money.Exact;

/**
 * What a payee has to gain.
 *
 * @param measure what reaches the tier
 * @param threshold where it starts
 * @param missing how much of the measure is missing; zero when the tier starts just above the
 *     threshold and the measure stands exactly on it
 * @param offer the tier's rate or amount as people write it
 * @param earnedThen what the period would earn in all on reaching it, before limits; exact
 */
public record NextTier(
    Measure measure, Exact threshold, Exact missing, String offer, Exact earnedThen) {}
