package org.mitra.roi;

import java.math.BigDecimal;

/**
 * What one program cost and brought, in one currency.
 *
 * @param budgetPercent how much of the program's budget its incentives took, one decimal; null
 *     without a budget in this currency
 */
public record ReturnSummary(
    ProgramHead program, ReturnFigures figures, BigDecimal budgetPercent, Doubts doubts) {}
