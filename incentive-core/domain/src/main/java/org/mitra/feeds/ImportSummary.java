package org.mitra.feeds;

import java.time.Instant;
import java.util.UUID;
import org.mitra.mappings.FeedKind;

/**
 * An import in a list.
 *
 * @param mapping name of the mapping; empty for a request
 * @param origin FILE or API
 * @param rows rows in all; 0 while unknown
 * @param quarantined rows that are in quarantine now
 */
public record ImportSummary(
    UUID uid,
    FeedKind kind,
    String origin,
    String mapping,
    String fileName,
    ImportState state,
    long rows,
    long quarantined,
    String uploadedBy,
    Instant uploadedAt) {}
