package org.mitra.accruals;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.mitra.engine.Settles;

/**
 * What a partner has earned in a program and period.
 *
 * @param periodEnd the day after the last
 * @param currency of all amounts
 * @param ruleType kind of rule, such as {@code tiered}
 * @param measure what reaches the next tier; empty at the top and where there are no tiers
 * @param qualifying how much of it was reached, six decimals
 * @param entitled earned on the facts known now, live
 * @param posted in the books so far
 * @param nextThreshold where the next tier starts; null at the top
 * @param nextMissing how much is missing to it; null at the top
 * @param nextOffer what the next tier offers: {@code 2%}, {@code 50} for each unit, {@code +300}
 *     once, or {@code 2%+300}; empty at the top
 * @param nextEarned what the period would earn on reaching it; null at the top
 * @param closed whether the period is settled
 * @param settles what becomes of it: paid out, or kept on record
 */
public record AccrualSummary(
    UUID uid,
    String programCode,
    String programNameId,
    String programNameEn,
    String ruleType,
    String partnerCode,
    String partnerName,
    LocalDate periodStart,
    LocalDate periodEnd,
    String currency,
    String measure,
    BigDecimal qualifying,
    BigDecimal paying,
    int lines,
    BigDecimal entitled,
    BigDecimal posted,
    BigDecimal nextThreshold,
    BigDecimal nextMissing,
    String nextOffer,
    BigDecimal nextEarned,
    boolean closed,
    Settles settles,
    Instant refreshedAt) {

  /** How much of the way to the next tier is done, 0 to 100; 100 at the top. */
  public int percentOfNext() {
    if (nextThreshold == null || nextThreshold.signum() <= 0) {
      return 100;
    }
    BigDecimal percent =
        qualifying
            .multiply(BigDecimal.valueOf(100))
            .divide(nextThreshold, 0, java.math.RoundingMode.DOWN);
    return percent.max(BigDecimal.ZERO).min(BigDecimal.valueOf(100)).intValue();
  }

  /** The last day of the period, as people write it. */
  public LocalDate lastDay() {
    return periodEnd.minusDays(1);
  }
}
