package org.mitra.feeds;

import java.util.List;
import org.mitra.accruals.CreditTotals.CreditTotal;
import org.mitra.feeds.ControlTotal.Sum;

/**
 * What became of the lines that a feed brought for a month, in one currency: stored = credited +
 * not credited + superseded + elsewhere + uncalculated.
 *
 * @param feed name of the mapping; {@code API} for requests, {@code PORTAL} for what was typed in
 * @param stored lines sold in the month, in all their versions
 * @param superseded versions that were replaced by a newer one
 * @param elsewhere what counts in another month, since it undoes a sale of that, less what counts
 *     here for the same reason
 * @param credited by some program
 * @param notCredited by none
 * @param uncalculated taken in since the last run over the month
 * @param reasons why lines were not credited, most lines first
 */
public record LineTotal(
    String feed,
    String currency,
    Sum stored,
    Sum superseded,
    Sum elsewhere,
    Sum credited,
    Sum notCredited,
    Sum uncalculated,
    List<CreditTotal> reasons) {}
