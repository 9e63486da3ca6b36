package org.mitra.funds;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.mitra.data.BusinessKey;
import org.mitra.data.Fields;

/**
 * Gives a partner money for market development. The first allocation opens his fund.
 *
 * @param program code of a published fund program
 * @param partner code of the partner
 * @param amount above zero, in the currency of the program, at its scale
 * @param expiresOn last day on which it can be promised to an activity, in the program's zone
 * @param carryOver what becomes of the rest; null when all of it is lost
 * @param note why; may be empty
 */
public record AllocateFund(
    String program,
    String partner,
    BigDecimal amount,
    LocalDate expiresOn,
    CarryOver carryOver,
    String note) {
  public AllocateFund {
    program = BusinessKey.require(program, "program");
    partner = BusinessKey.require(partner, "partner");
    Fields.present(amount, "amount");
    Fields.present(expiresOn, "expiresOn");
    note = Fields.optional(note, 500, "note");
  }
}
