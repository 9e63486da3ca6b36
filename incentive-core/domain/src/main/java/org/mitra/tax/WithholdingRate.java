package org.mitra.tax;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A dated rate of a country pack.
 *
 * @param source kind of payable that it applies to
 * @param validFrom first day
 */
public record WithholdingRate(
    String pack,
    String form,
    TaxRecipient recipient,
    String source,
    LocalDate validFrom,
    BigDecimal percent) {}
