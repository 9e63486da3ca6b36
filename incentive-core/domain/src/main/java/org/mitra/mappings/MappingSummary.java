package org.mitra.mappings;

import java.time.Instant;
import java.util.UUID;

/**
 * A version of a mapping.
 *
 * @param uid public id of the version
 * @param number 1, 2, … within the name
 */
public record MappingSummary(
    UUID uid, String name, int number, FeedKind kind, String savedBy, Instant savedAt) {}
