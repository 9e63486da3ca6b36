package org.mitra.tax;

import java.time.Instant;

/**
 * What a partner is to the tax office.
 *
 * @param taxNumber may be empty
 * @param changedBy null for one of whom nobody has said anything: a company
 * @param changedAt null likewise
 */
public record TaxTreatment(
    String partnerCode,
    String partnerName,
    String taxNumber,
    TaxRecipient recipient,
    String changedBy,
    Instant changedAt) {}
