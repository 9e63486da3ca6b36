package org.mitra.funds.activities;

import java.time.LocalDate;
import java.util.UUID;
import org.mitra.data.Fields;

/**
 * Gives a partner more time to claim, once.
 *
 * @param activity public id
 * @param claimBy the new last day, in the zone of the program
 * @param reason why
 * @param version as it was seen
 */
public record ExtendActivity(UUID activity, LocalDate claimBy, String reason, Integer version) {
  public ExtendActivity {
    Fields.present(activity, "activity");
    Fields.present(claimBy, "claimBy");
    reason = Fields.text(reason, MoveActivity.LONGEST_REASON, "reason");
    Fields.present(version, "version");
  }
}
