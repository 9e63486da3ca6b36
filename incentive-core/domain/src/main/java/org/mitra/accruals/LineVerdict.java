package org.mitra.accruals;

import java.time.LocalDate;
import java.util.UUID;

/**
 * What a program makes of a sales line.
 *
 * @param program code
 * @param payee code of the partner whom it credits; empty when it refuses the line
 * @param payeeName empty when it refuses the line
 * @param periodStart first day of the period in which it counts; null when it does not
 * @param periodEnd the day after the last
 * @param accrual public id of the accrual that it is part of; null while that is not computed
 * @param reason code of the condition that failed; empty when it credits the line
 * @param had what the line had
 * @param needed what would have passed
 */
public record LineVerdict(
    String program,
    String programNameId,
    String programNameEn,
    String payee,
    String payeeName,
    LocalDate periodStart,
    LocalDate periodEnd,
    UUID accrual,
    String reason,
    String had,
    String needed) {

  public boolean isCredited() {
    return reason.isEmpty();
  }
}
