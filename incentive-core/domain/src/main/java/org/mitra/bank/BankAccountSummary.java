package org.mitra.bank;

import java.time.Instant;
import java.util.UUID;

/**
 * An account as everyone sees it: the number shows its last digits only.
 *
 * @param maskedNumber such as {@code •••• 4321}
 * @param usableFrom end of the hold; usable from then on, if approved
 * @param current whether payouts go there now
 * @param decidedBy empty while undecided
 * @param remark why it was rejected; empty otherwise
 */
public record BankAccountSummary(
    UUID uid,
    String partnerCode,
    String partnerName,
    String currency,
    String bic,
    String bankName,
    String maskedNumber,
    String holder,
    BankAccountState state,
    boolean current,
    String proposedBy,
    Instant proposedAt,
    Instant usableFrom,
    String decidedBy,
    Instant decidedAt,
    String remark) {}
