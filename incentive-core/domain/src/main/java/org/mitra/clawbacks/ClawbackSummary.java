package org.mitra.clawbacks;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/**
 * A clawback.
 *
 * @param payout the payout whose negative sum it carries: its statement tells the cause
 * @param statement the statement of that payout
 * @param amount what was owed at first
 * @param recovered taken from released payouts
 * @param planned to be taken from payouts that are prepared
 * @param writtenOff given up
 * @param openAmount the rest: to be taken from later payouts, oldest clawback first
 */
public record ClawbackSummary(
    UUID uid,
    String partnerCode,
    String partnerName,
    String currency,
    UUID payout,
    String payoutNumber,
    UUID statement,
    BigDecimal amount,
    BigDecimal recovered,
    BigDecimal planned,
    BigDecimal writtenOff,
    BigDecimal openAmount,
    Instant openedAt) {

  /** Whether something of it is still to be recovered. */
  public boolean isOpen() {
    return openAmount.signum() > 0 || planned.signum() > 0;
  }
}
