package org.mitra.funds.activities;

import java.math.BigDecimal;
import java.util.UUID;
import org.mitra.data.Fields;

/**
 * Accepts the cost of a claim, or a part of it.
 *
 * @param activity public id
 * @param eligibleCost at most what was claimed, in the currency of the fund
 * @param reason why it is less than claimed; empty when it is not
 * @param version of the activity as it was seen
 */
public record ApproveClaim(UUID activity, BigDecimal eligibleCost, String reason, Integer version) {
  public ApproveClaim {
    Fields.present(activity, "activity");
    Fields.present(eligibleCost, "eligibleCost");
    reason = Fields.optional(reason, MoveActivity.LONGEST_REASON, "reason");
    Fields.present(version, "version");
  }
}
