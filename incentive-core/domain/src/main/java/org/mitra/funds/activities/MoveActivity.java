package org.mitra.funds.activities;

import java.util.UUID;
import org.mitra.data.Fields;

/**
 * Moves an activity on; where to, the method says.
 *
 * @param activity public id
 * @param reason why; needed where the other side has to know
 * @param version as it was seen
 */
public record MoveActivity(UUID activity, String reason, Integer version) {
  static final int LONGEST_REASON = 500;

  public MoveActivity {
    Fields.present(activity, "activity");
    reason = Fields.optional(reason, LONGEST_REASON, "reason");
    Fields.present(version, "version");
  }
}
