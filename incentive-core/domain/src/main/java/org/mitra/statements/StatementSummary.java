package org.mitra.statements;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A statement in a list.
 *
 * @param number of the payout
 * @param lastDay day up to which periods were settled
 * @param carried a negative sum, carried as a clawback
 * @param state of the payout now: RELEASED, OFFSET, PAID, RETURNED
 * @param hash of its content: never changes
 */
public record StatementSummary(
    UUID uid,
    UUID payout,
    String number,
    String settlement,
    String partnerCode,
    String partnerName,
    LocalDate lastDay,
    String currency,
    BigDecimal gross,
    BigDecimal tax,
    BigDecimal recovered,
    BigDecimal carried,
    BigDecimal net,
    String state,
    Instant issuedAt,
    String hash) {}
