package org.mitra.funds.activities;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.mitra.documents.DocumentSummary;

/**
 * An activity in full.
 *
 * @param share of eligible cost that the program pays, such as 50%
 * @param perActivity most that one activity is reimbursed; null for no limit
 * @param sharedPlan that share of the planned cost, within the limit: what the plan would bring
 * @param available what the fund could promise now
 * @param approvedLeft promised and not reimbursed
 * @param claimWithinDays days after its end within which it must be claimed
 * @param extended whether the deadline was moved
 * @param begunBefore whether it began before it was requested
 * @param preApprovedBy null before
 * @param claims newest first
 * @param events oldest first
 */
public record FundActivityDetail(
    FundActivitySummary summary,
    String description,
    String share,
    BigDecimal perActivity,
    BigDecimal sharedPlan,
    BigDecimal available,
    BigDecimal approvedLeft,
    int claimWithinDays,
    boolean extended,
    boolean begunBefore,
    String preApprovedBy,
    List<DocumentSummary> documents,
    List<FundClaim> claims,
    List<ActivityEvent> events) {

  /** The claim that waits for a decision, if one does. */
  public Optional<FundClaim> openClaim() {
    return claims.stream().filter(claim -> claim.state() == ClaimState.CLAIMED).findFirst();
  }

  /** The claim that came back last, when nothing was claimed since. */
  public Optional<FundClaim> returnedClaim() {
    return claims.stream().findFirst().filter(claim -> claim.state() == ClaimState.RETURNED);
  }
}
