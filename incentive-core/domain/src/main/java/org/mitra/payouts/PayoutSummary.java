package org.mitra.payouts;

import java.math.BigDecimal;
import java.util.UUID;

/**
 * What one partner gets in one currency out of one settlement.
 *
 * @param payables how many approved amounts it is made of
 * @param gross their sum; negative when the partner owes
 * @param taxForm such as {@code PPH23}; empty when nothing is withheld
 * @param recovered taken for earlier clawbacks
 * @param added a negative sum, carried as a new clawback
 * @param net transferred
 * @param block why it cannot be released now, a {@link PayoutBlock}; empty when nothing is in its
 *     way
 * @param reason why it was excluded or returned; empty otherwise
 * @param account where it goes or went, with the last digits of its number; empty without one
 * @param statement its statement; null before it is released
 */
public record PayoutSummary(
    UUID uid,
    String number,
    UUID settlement,
    String settlementNumber,
    String partnerCode,
    String partnerName,
    String currency,
    int payables,
    BigDecimal gross,
    String taxForm,
    String taxRate,
    BigDecimal tax,
    BigDecimal recovered,
    BigDecimal added,
    BigDecimal net,
    PayoutState state,
    String block,
    String reason,
    String account,
    UUID statement) {

  public boolean isReleasable() {
    return (state == PayoutState.PREPARED || state == PayoutState.RETURNED) && block.isEmpty();
  }
}
