package org.mitra.funds;

import java.math.BigDecimal;
import java.util.UUID;
import org.mitra.data.Fields;

/**
 * Takes back a part of an allocation: at most what is available.
 *
 * @param allocation public id of the lot
 * @param amount above zero
 * @param reason why
 * @param version of the lot as it was seen
 */
public record LowerAllocation(UUID allocation, BigDecimal amount, String reason, Integer version) {
  public LowerAllocation {
    Fields.present(allocation, "allocation");
    Fields.present(amount, "amount");
    reason = Fields.text(reason, 500, "reason");
    Fields.present(version, "version");
  }
}
