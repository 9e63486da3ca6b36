package org.mitra.engine;

import java.math.BigDecimal;
import org.mitra.money.Exact;
import org.mitra.money.Rate;

/**
 * A part of a credit that was claimed late.
 *
 * @param months that had begun after the claim window
 * @param units that were claimed then
 * @param share of the credit that they are
 * @param taken what is taken off for it
 */
public record Late(int months, BigDecimal units, Exact share, Rate taken) {}
