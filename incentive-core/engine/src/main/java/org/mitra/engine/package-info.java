/**
 * How money is computed: a pure function from sales lines and terms to earnings with their reasons.
 *
 * <p>The road of a line: {@link org.mitra.engine.Crediting} sees each line once for all programs
 * and asks every program that could want it; a credited line joins the {@link
 * org.mitra.engine.Measured} of its payee, program, period and currency; the program's {@link
 * org.mitra.engine.EarningRule} turns that into an {@link org.mitra.engine.Earning}; limits and the
 * one rounding make it an {@link org.mitra.engine.Entitlement}.
 *
 * <p>Same facts and terms, same result, whatever the order of arrival, batch size, threads or
 * machine. Nothing here reads a clock, a locale, a default zone, a database or a file.
 */
package org.mitra.engine;
