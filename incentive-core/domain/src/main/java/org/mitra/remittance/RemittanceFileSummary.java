package org.mitra.remittance;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/**
 * A file for the bank. Its content never changes.
 *
 * @param total of its payments, in its currency
 * @param hash of the content
 */
public record RemittanceFileSummary(
    UUID uid,
    String name,
    UUID settlement,
    String settlementNumber,
    String currency,
    RemittanceFormat format,
    int payments,
    BigDecimal total,
    String hash,
    String releasedBy,
    Instant madeAt) {}
