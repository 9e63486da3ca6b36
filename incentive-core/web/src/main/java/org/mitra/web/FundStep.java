package org.mitra.web;

import org.mitra.data.Uids;
import org.mitra.funds.activities.MoveActivity;

/**
 * Moves an activity on, or back.
 *
 * @param reason may be empty where none is asked for
 * @param version of the activity as it was seen
 */
public record FundStep(String reason, Integer version) {
  /**
   * @param id public id of the activity, as it stands in the address
   */
  public MoveActivity on(String id) {
    return new MoveActivity(Uids.parse(id), reason, version);
  }
}
