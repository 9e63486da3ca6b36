package org.mitra.accruals;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A unit that counts from now on in a program that pays on claims.
 *
 * @param unitKey the unit's normalised serial, or what else makes it unique in the program
 * @param units 1 for a serial
 * @param line identity of the sale's line: the row id of its first version
 * @param day on which the sale counts, in the zone of the house
 * @param submittedAt when it was claimed, the first time
 */
public record Admission(
    String unitKey, BigDecimal units, long line, LocalDate day, Instant submittedAt) {}
