package org.mitra.payouts;

import java.util.Map;
import java.util.Objects;
import org.mitra.ledger.Entry;
import org.mitra.money.Money;
import org.mitra.time.Period;

/**
 * An amount that was just approved.
 *
 * @param sourceKind what kind of thing was approved
 * @param source what exactly; a payable is made once for each
 * @param program code of the program
 * @param partnerId row id of the partner to be paid
 * @param earned when it was earned
 * @param amount never zero; negative when the partner owes it
 * @param from where the amount stood in the books before
 * @param memo names the sentence of the entry, {@code ledger-memo.<memo>}
 * @param facts what the sentence mentions
 */
public record NewPayable(
    SourceKind sourceKind,
    String source,
    String program,
    long partnerId,
    Period earned,
    Money amount,
    Entry.Place from,
    String memo,
    Map<String, String> facts) {

  /** What was approved. */
  public enum SourceKind {
    /** The accruals of a partner, program and period, at settlement. */
    ACCRUAL,
    /** A fund activity's claim. */
    FUND
  }

  public NewPayable {
    Objects.requireNonNull(sourceKind, "sourceKind");
    Objects.requireNonNull(source, "source");
    if (amount.isZero()) {
      throw new IllegalArgumentException("a payable of zero: " + source);
    }
    facts = Map.copyOf(facts);
  }
}
