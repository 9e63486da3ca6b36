package org.mitra.funds.activities;

import java.util.List;
import java.util.UUID;
import org.mitra.data.Fields;
import org.mitra.problem.Problem;

/**
 * Asks to be reimbursed for an activity.
 *
 * @param activity public id
 * @param costs what was spent, at least one
 * @param documents public ids of the proofs, at least one
 * @param moreToCome whether another claim will follow: then the rest stays promised
 * @param note for the reviewer; may be empty
 * @param version as it was seen
 */
public record ClaimActivity(
    UUID activity,
    List<ClaimCost> costs,
    List<UUID> documents,
    boolean moreToCome,
    String note,
    Integer version) {
  private static final int MOST_COSTS = 100;

  public ClaimActivity {
    Fields.present(activity, "activity");
    Fields.present(version, "version");
    note = Fields.optional(note, 1000, "note");
    costs = costs == null ? List.of() : List.copyOf(costs);
    documents = SaveActivity.distinct(documents);
    if (costs.isEmpty() || costs.size() > MOST_COSTS) {
      throw Problem.invalid("fund-claim.costs").with("most", MOST_COSTS).at("/costs");
    }
    if (documents.isEmpty()) {
      throw Problem.refused("fund-claim.proof-missing").at("/documents");
    }
  }
}
