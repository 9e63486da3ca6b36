package org.mitra.catalog;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.mitra.data.BusinessKey;
import org.mitra.data.Fields;
import org.mitra.money.Currency;
import org.mitra.problem.Problem;

/**
 * Creates a product, or changes the one with this code.
 *
 * @param code business key; normalised
 * @param name as people know it
 * @param group code of its product group, which is created when new; may be empty
 * @param groupNameId the group's Indonesian name; empty keeps the one there is
 * @param groupNameEn the group's English name; empty keeps the one there is
 * @param unit in which quantities are counted, such as PCS
 * @param serialTracked whether each unit has a serial
 * @param active whether it is still sold
 * @param launchedOn its first day on the market; null when unknown
 * @param cost the vendor's cost of one unit; null when not told
 * @param currency of the cost
 * @param costFrom first day on which the cost holds; null with a cost means from the beginning
 */
public record SaveProduct(
    String code,
    String name,
    String group,
    String groupNameId,
    String groupNameEn,
    String unit,
    boolean serialTracked,
    boolean active,
    LocalDate launchedOn,
    BigDecimal cost,
    String currency,
    LocalDate costFrom) {
  public SaveProduct {
    code = BusinessKey.require(code, "code");
    name = Fields.text(name, 200, "name");
    group = BusinessKey.normalise(group);
    if (group.length() > 64) {
      throw Problem.invalid("field.code").with("field", "group").at("/group");
    }
    groupNameId = Fields.optional(groupNameId, 200, "groupNameId");
    groupNameEn = Fields.optional(groupNameEn, 200, "groupNameEn");
    unit = BusinessKey.require(unit, "unit");
    if (unit.length() > 16) {
      throw Problem.invalid("field.code").with("field", "unit").at("/unit");
    }
    if (cost != null) {
      if (cost.signum() < 0 || cost.scale() > 4 || cost.precision() - cost.scale() > 15) {
        throw Problem.invalid("field.amount").with("field", "cost").at("/cost");
      }
      if (Currency.find(currency).isEmpty()) {
        throw Problem.invalid("field.currency").with("value", currency).at("/currency");
      }
      costFrom = costFrom == null ? LocalDate.of(2000, 1, 1) : costFrom;
    }
  }
}
