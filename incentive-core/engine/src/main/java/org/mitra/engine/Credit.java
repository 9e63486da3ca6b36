package org.mitra.engine;

import org.mitra.money.Exact;

/**
 * A line's part in the measures of one payee, program and period.
 *
 * @param line the sales line
 * @param qualifying its part of the measure that reaches tiers
 * @param paying its part of the measure that is paid on
 */
public record Credit(SalesLine line, Exact qualifying, Exact paying) {}
