package org.mitra.claims;

import java.time.LocalDate;
import org.mitra.engine.Label;

/**
 * A program in which a partner can claim.
 *
 * @param code of the program
 * @param name in both languages
 * @param from first day of sales that count
 * @param lastDay last day of sales that count
 * @param withinDays days after the sale within which it has to be claimed
 * @param proof whether a document has to be attached
 * @param lateTaken percentage taken off for each month begun after that; empty when late units earn
 *     nothing
 * @param lateMonths for how many such months units can still be claimed
 */
public record ClaimableProgram(
    String code,
    Label name,
    LocalDate from,
    LocalDate lastDay,
    int withinDays,
    boolean proof,
    String lateTaken,
    int lateMonths) {}
