package org.mitra.figures;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A figure in a list.
 *
 * @param amount in what the program measures
 * @param current what counts at present for the same program, partner, period and kind; null for
 *     nothing
 * @param reason why it was proposed; empty for readers outside the house
 * @param proposedBy username; empty for readers outside the house
 * @param decidedBy username; empty while undecided, and for readers outside the house
 * @param decidedAt null while undecided
 */
public record AgreedFigure(
    UUID uid,
    String program,
    String programNameId,
    String programNameEn,
    String partner,
    String partnerName,
    LocalDate periodStart,
    FigureKind kind,
    BigDecimal amount,
    BigDecimal current,
    FigureState state,
    String reason,
    String proposedBy,
    Instant proposedAt,
    String decidedBy,
    Instant decidedAt) {

  /** The program's name in the language. */
  public String programName(String language) {
    return language.equals("id") ? programNameId : programNameEn;
  }

  public boolean isWaiting() {
    return state == FigureState.PROPOSED;
  }
}
