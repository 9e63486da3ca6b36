package org.mitra.funds.activities;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.mitra.data.Fields;

/**
 * A cost of an activity.
 *
 * @param description what was bought
 * @param document number of the invoice or receipt
 * @param spentOn its day
 * @param amount above zero, in the currency of the fund
 */
public record ClaimCost(String description, String document, LocalDate spentOn, BigDecimal amount) {
  public ClaimCost {
    description = Fields.text(description, 200, "description");
    document = Fields.text(document, 64, "document");
    Fields.present(spentOn, "spentOn");
    Fields.present(amount, "amount");
  }
}
