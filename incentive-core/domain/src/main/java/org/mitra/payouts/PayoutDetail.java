package org.mitra.payouts;

import java.util.List;
import org.mitra.statements.StatementDetail;

/**
 * A payout in full.
 *
 * @param payables what it is made of; none when they wait for the next settlement
 * @param transfers oldest first
 * @param settlementState what the settlement is doing: PREPARING, READY, RELEASING
 */
public record PayoutDetail(
    PayoutSummary summary,
    List<PayableSummary> payables,
    List<StatementDetail.Transfer> transfers,
    String settlementState) {}
