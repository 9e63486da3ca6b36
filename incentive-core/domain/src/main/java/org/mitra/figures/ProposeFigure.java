package org.mitra.figures;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.mitra.data.BusinessKey;
import org.mitra.data.Fields;
import org.mitra.problem.Problem;

/**
 * Proposes a baseline or target for a partner.
 *
 * @param program code of a published program
 * @param partner code of the partner
 * @param periodStart first day of one of the program's periods
 * @param kind baseline or target
 * @param amount not negative, in what the program measures, up to four decimals
 * @param reason may be empty
 */
public record ProposeFigure(
    String program,
    String partner,
    LocalDate periodStart,
    FigureKind kind,
    BigDecimal amount,
    String reason) {
  public ProposeFigure {
    program = BusinessKey.require(program, "program");
    partner = BusinessKey.require(partner, "partner");
    Fields.present(periodStart, "periodStart");
    Fields.present(kind, "kind");
    Fields.present(amount, "amount");
    if (amount.signum() < 0
        || amount.stripTrailingZeros().scale() > 4
        || amount.precision() - amount.scale() > 15) {
      throw Problem.invalid("field.amount").with("field", "amount").at("/amount");
    }
    reason = Fields.optional(reason, 500, "reason");
  }
}
