package org.mitra.clawbacks;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A clawback with what was taken for it and what somebody wants to give up.
 *
 * @param recoveries oldest first
 * @param writeOffs oldest first
 */
public record ClawbackDetail(
    ClawbackSummary summary, List<Recovery> recoveries, List<WriteOff> writeOffs) {

  /**
   * What a payout gave, or will give when it is released.
   *
   * @param released whether it was
   */
  public record Recovery(UUID payout, String payoutNumber, BigDecimal amount, boolean released) {}

  /**
   * A request to give up some of it.
   *
   * @param state PROPOSED, APPROVED, REJECTED
   */
  public record WriteOff(
      UUID uid,
      BigDecimal amount,
      String reason,
      String state,
      String requestedBy,
      Instant requestedAt,
      String decidedBy,
      Instant decidedAt) {}
}
