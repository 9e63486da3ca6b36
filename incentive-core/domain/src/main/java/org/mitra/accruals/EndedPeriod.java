package org.mitra.accruals;

import java.time.LocalDate;
import org.mitra.time.Period;

/**
 * A program period that is over and not closed yet.
 *
 * @param reportableUntil last day on which its sales may still be reported; null without a limit
 */
public record EndedPeriod(
    String program, String nameId, String nameEn, Period period, LocalDate reportableUntil) {}
