package org.mitra.catalog;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What a unit costs the vendor from a day on.
 *
 * @param currency ISO 4217
 * @param cost up to four decimals
 */
public record ProductCost(LocalDate from, String currency, BigDecimal cost) {}
