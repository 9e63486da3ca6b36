package org.mitra.engine;

import java.util.Optional;
import org.mitra.money.Exact;

/**
 * What a payee has to gain.
 *
 * @param measure what reaches the tier
 * @param threshold where it starts
 * @param missing how much of the measure is missing; zero when the tier starts just above the
 *     threshold and the measure stands exactly on it
 * @param offer what the tier offers as people write it: {@code 2%}, {@code 50} for each unit,
 *     {@code +300} once, or {@code 2%+300}
 * @param earnedThen what the period would earn in all on reaching it, before limits and rounding;
 *     empty while nothing was bought whose price could tell
 */
public record NextTier(
    Measure measure, Exact threshold, Exact missing, String offer, Optional<Exact> earnedThen) {}
