package org.mitra.roi;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A cost that somebody typed in.
 *
 * @param by who typed it in
 * @param withdrawnBy who withdrew it; null while it counts
 */
public record CostItem(
    UUID uid,
    CostKind kind,
    LocalDate incurredOn,
    BigDecimal amount,
    String currency,
    String remark,
    String by,
    Instant recordedAt,
    String withdrawnBy,
    Instant withdrawnAt) {

  /** Whether it still counts. */
  public boolean counts() {
    return withdrawnBy == null;
  }
}
