package org.mitra.accruals;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.mitra.engine.Explanation;

/**
 * An accrual with its reason.
 *
 * @param summary the figures
 * @param explanation why the amount is what it is; its leaves add up to it
 * @param refused lines of the period that earned nothing in this program, each with the condition
 *     that it failed; the first {@value #MOST}
 * @param refusedCount how many there are in all
 * @param trueUps what was posted to the books, oldest first
 */
public record AccrualDetail(
    AccrualSummary summary,
    Explanation explanation,
    List<RefusedLine> refused,
    int refusedCount,
    List<TrueUp> trueUps) {
  /** No answer lists more refused lines than this. */
  public static final int MOST = 500;

  /**
   * A line that earned nothing.
   *
   * @param reason code of the condition that failed
   * @param had what the line had
   * @param needed what would have passed
   */
  public record RefusedLine(
      String document,
      String line,
      String kind,
      String item,
      Instant soldAt,
      BigDecimal quantity,
      BigDecimal net,
      String currency,
      String reason,
      String had,
      String needed) {}

  /**
   * A difference that was posted.
   *
   * @param adjustment whether it was posted after the period was closed
   * @param effectiveOn the day on which it counts in the books
   * @param entry public id of the journal entry
   */
  public record TrueUp(
      int number,
      BigDecimal amount,
      BigDecimal entitled,
      boolean adjustment,
      LocalDate effectiveOn,
      Instant recordedAt,
      UUID entry) {}
}
