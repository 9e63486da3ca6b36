package org.mitra.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * An entry as it stands in the books.
 *
 * @param number of the entry
 * @param recordedAt when it was written, as opposed to when it counts
 */
public record PostedEntry(
    long number,
    UUID uid,
    LocalDate effectiveOn,
    Instant recordedAt,
    String memo,
    Map<String, String> facts,
    String recordedBy,
    List<Entry.Line> lines) {}
