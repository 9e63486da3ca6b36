package org.mitra.payouts;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * An approved amount.
 *
 * @param kind {@code ACCRUAL}, {@code ADJUSTMENT}, {@code FUND}
 * @param amount negative when the partner owes
 * @param payout the payout that took it; null while it waits
 * @param payoutState how far that payout is; empty while it waits
 * @param block why that payout cannot be released; empty when nothing is in its way
 */
public record PayableSummary(
    UUID uid,
    String kind,
    String programCode,
    String programNameId,
    String programNameEn,
    String partnerCode,
    String partnerName,
    LocalDate earnedFrom,
    LocalDate earnedUntil,
    String currency,
    BigDecimal amount,
    Instant approvedAt,
    UUID payout,
    String payoutState,
    String block) {

  /** The program's name in the language, English unless it is Indonesian. */
  public String programIn(String language) {
    return language.equals("id") ? programNameId : programNameEn;
  }
}
