package org.mitra.funds;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A partner's fund with its balance: available = allocated + accrued − committed − paid − expired.
 *
 * @param currency of all amounts
 * @param allocated given as amounts, less what was taken back
 * @param accrued given as shares of purchases, less what was taken back
 * @param committed promised to activities and not paid
 * @param paid owed or paid for approved claims
 * @param expired lost
 * @param available what can be promised
 * @param nextExpiry last day of the lot with something available that expires first; null when
 *     there is none
 * @param expiring how much of that lot is available
 */
public record FundSummary(
    UUID uid,
    String programCode,
    String programNameId,
    String programNameEn,
    String partnerCode,
    String partnerName,
    String currency,
    BigDecimal allocated,
    BigDecimal accrued,
    BigDecimal committed,
    BigDecimal paid,
    BigDecimal expired,
    BigDecimal available,
    LocalDate nextExpiry,
    BigDecimal expiring) {

  /** All that was given. */
  public BigDecimal given() {
    return allocated.add(accrued);
  }

  /** Parts of what was given, in percent with a decimal, for a bar. */
  public String percentPaid() {
    return percent(paid);
  }

  public String percentCommitted() {
    return percent(committed);
  }

  public String percentAvailable() {
    return percent(available);
  }

  private String percent(BigDecimal part) {
    return given().signum() <= 0
        ? "0"
        : part.multiply(BigDecimal.valueOf(100))
            .divide(given(), 1, RoundingMode.DOWN)
            .toPlainString();
  }
}
