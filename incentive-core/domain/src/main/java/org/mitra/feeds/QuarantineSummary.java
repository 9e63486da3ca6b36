package org.mitra.feeds;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.mitra.mappings.FeedKind;

/**
 * A row in quarantine, in a list.
 *
 * @param number of the row in its file
 * @param feed name of the mapping, or API
 * @param state QUARANTINED, RELEASED or DISMISSED
 * @param problem the first thing that is wrong with it
 * @param amount net, as received; null when it cannot be read
 * @param note why it was dismissed; empty otherwise
 */
public record QuarantineSummary(
    UUID uid,
    UUID importUid,
    String feed,
    FeedKind kind,
    long number,
    String document,
    QuarantineState state,
    RowProblem problem,
    BigDecimal amount,
    String currency,
    Instant receivedAt,
    String decidedBy,
    Instant decidedAt,
    String note) {}
