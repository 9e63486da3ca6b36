package org.mitra.funds.activities;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.mitra.documents.DocumentSummary;
import org.mitra.engine.Explanation;

/**
 * A claim for an activity.
 *
 * @param number 1, 2, … within the activity
 * @param claimed sum of its costs
 * @param moreToCome whether another claim was announced
 * @param eligible cost that was accepted; null before
 * @param reimbursed null before it is approved
 * @param why how the reimbursement came about; before a decision, what it would be if all cost were
 *     accepted; null when it was returned or rejected
 * @param payment {@code OPEN} while it waits for a payout, {@code TAKEN} once a payout has it;
 *     empty before
 * @param decidedBy null before
 * @param alsoClaimed its invoices that stand in other claims of the partner as well
 */
public record FundClaim(
    UUID uid,
    int number,
    ClaimState state,
    BigDecimal claimed,
    boolean moreToCome,
    String note,
    String claimedBy,
    Instant claimedAt,
    BigDecimal eligible,
    BigDecimal reimbursed,
    Explanation why,
    String payment,
    String decidedBy,
    Instant decidedAt,
    String reason,
    List<ClaimCost> costs,
    List<DocumentSummary> documents,
    List<AlsoClaimed> alsoClaimed) {

  /**
   * An invoice that stands in another claim, too.
   *
   * @param document its number
   * @param activity number of the other activity
   */
  public record AlsoClaimed(String document, String activity) {}
}
