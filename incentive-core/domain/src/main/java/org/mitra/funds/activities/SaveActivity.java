package org.mitra.funds.activities;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import org.mitra.data.Fields;
import org.mitra.problem.Problem;

/**
 * Writes down what a partner wants to do with fund money, or changes it as long as it is his to
 * change.
 *
 * @param activity public id of the one to be changed; null for a new one
 * @param fund public id of the fund that pays
 * @param startsOn first day
 * @param endsOn last day
 * @param plannedCost what it will cost in all, in the currency of the fund
 * @param requested what the fund is asked for, at most the planned cost
 * @param documents public ids of files that were uploaded
 * @param version as it was seen; null for a new one
 */
public record SaveActivity(
    UUID activity,
    UUID fund,
    String title,
    ActivityKind kind,
    String description,
    LocalDate startsOn,
    LocalDate endsOn,
    BigDecimal plannedCost,
    BigDecimal requested,
    List<UUID> documents,
    Integer version) {
  /** More files than this are too many for one request. */
  static final int MOST_DOCUMENTS = 20;

  public SaveActivity {
    Fields.present(fund, "fund");
    title = Fields.text(title, 200, "title");
    Fields.present(kind, "kind");
    description = Fields.optional(description, 4000, "description");
    Fields.present(startsOn, "startsOn");
    Fields.present(endsOn, "endsOn");
    Fields.present(plannedCost, "plannedCost");
    Fields.present(requested, "requested");
    documents = distinct(documents);
    if (activity != null) {
      Fields.present(version, "version");
    }
    if (endsOn.isBefore(startsOn)) {
      throw Problem.invalid("fund-activity.days").at("/endsOn");
    }
    if (requested.compareTo(plannedCost) > 0) {
      throw Problem.refused("fund-activity.above-cost").at("/requested");
    }
  }

  static List<UUID> distinct(List<UUID> documents) {
    List<UUID> once = documents == null ? List.of() : List.copyOf(new LinkedHashSet<>(documents));
    if (once.size() > MOST_DOCUMENTS) {
      throw Problem.invalid("fund-activity.documents")
          .with("most", MOST_DOCUMENTS)
          .at("/documents");
    }
    return once;
  }
}
