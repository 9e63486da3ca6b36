package org.mitra.claims;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mitra.data.Fields;
import org.mitra.problem.Problem;

/**
 * Approves a claim, but for what it names.
 *
 * @param version of the claim that the reviewer saw
 * @param remark for the partner; may be empty
 * @param rejections units that are not approved
 */
public record ApproveClaim(Integer version, String remark, List<Rejection> rejections) {

  /**
   * A unit that is not approved.
   *
   * @param position of the item
   * @param reason that the partner reads
   */
  public record Rejection(int position, String reason) {
    public Rejection {
      reason = Fields.text(reason, 500, "reason");
    }
  }

  public ApproveClaim {
    remark = Fields.optional(remark, 1000, "remark");
    rejections = rejections == null ? List.of() : rejections;
    rejections.forEach(rejection -> Fields.present(rejection, "rejections"));
    rejections = List.copyOf(rejections);
    if (rejections.size() > SaveClaim.MOST_ITEMS) {
      throw Problem.invalid("claim.too-many-items")
          .with("most", SaveClaim.MOST_ITEMS)
          .at("/rejections");
    }
  }

  /** Reasons by position. */
  Map<Integer, String> reasons() {
    Map<Integer, String> reasons = new HashMap<>();
    rejections.forEach(rejection -> reasons.put(rejection.position(), rejection.reason()));
    return reasons;
  }
}
