package org.mitra.funds.activities;

import java.math.BigDecimal;
import java.util.UUID;
import org.mitra.data.Fields;

/**
 * Promises money for an activity.
 *
 * @param activity public id
 * @param amount at most what was requested, in the currency of the fund
 * @param reason why it is less than requested; empty when it is not
 * @param version as it was seen
 */
public record ApproveActivity(UUID activity, BigDecimal amount, String reason, Integer version) {
  public ApproveActivity {
    Fields.present(activity, "activity");
    Fields.present(amount, "amount");
    reason = Fields.optional(reason, MoveActivity.LONGEST_REASON, "reason");
    Fields.present(version, "version");
  }
}
