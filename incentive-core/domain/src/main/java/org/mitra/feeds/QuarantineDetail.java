package org.mitra.feeds;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A row in quarantine in full.
 *
 * @param summary what lists show of it
 * @param cells text by column, in the order of the file
 * @param problems everything that is wrong with it
 * @param outcome what its release did; null before
 * @param resultUid the sales line that came of it; null before, and for other rows
 * @param version to be sent back with a decision, so that a change in between is noticed
 */
public record QuarantineDetail(
    QuarantineSummary summary,
    Map<String, String> cells,
    List<RowProblem> problems,
    Outcome outcome,
    UUID resultUid,
    int version) {}
