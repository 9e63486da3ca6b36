package org.mitra.claims;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.mitra.text.Sentence;

/**
 * A unit of a claim, with what the check found.
 *
 * @param position 1, 2, … within the claim; names the item in a decision
 * @param serial empty for units without serials
 * @param document invoice of units without serials; empty for a serial
 * @param soldOn in the zone of the program; null while no sale was found
 * @param finding code of what the check found; empty when it passed
 * @param had what the unit had
 * @param needed what would have passed
 * @param sentence the finding in words; null when it passed
 * @param next what to do about it; null when it passed
 * @param monthsLate how many months after the claim window had begun when it was claimed; 0 in time
 * @param taken what is taken off for that, as a percentage; empty in time
 * @param late both in words; null in time
 * @param expected what it would bring
 * @param approved what was approved; null until it is decided
 * @param reason why a reviewer rejects it; empty otherwise
 * @param returned units that came back after they were approved
 * @param rival number of the claim that has the unit, or one that looks like it, already; only for
 *     the vendor's people and the partner whose claim it is, else empty
 * @param rivalUid public id of that claim; null when there is none to be shown
 */
public record ClaimItem(
    int position,
    String serial,
    String document,
    String line,
    BigDecimal units,
    String product,
    String productName,
    LocalDate soldOn,
    ItemState state,
    String finding,
    String had,
    String needed,
    Sentence sentence,
    Sentence next,
    int monthsLate,
    String taken,
    Sentence late,
    BigDecimal expected,
    BigDecimal approved,
    String reason,
    BigDecimal returned,
    String rival,
    UUID rivalUid) {

  /** As people point at it. */
  public String name() {
    return !serial.isEmpty() ? serial : line.isEmpty() ? document : document + " / " + line;
  }
}
