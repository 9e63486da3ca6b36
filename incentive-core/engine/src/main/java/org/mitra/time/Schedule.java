package org.mitra.time;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;

/**
 * Cuts time into settlement periods of whole months, or of whole weeks.
 *
 * <p>Every boundary is counted from the first day, never from the boundary before it, so that a
 * schedule anchored on the 31st comes back to the 31st after a short month.
 *
 * @param from the first day of the first period
 * @param months length of a period, 1 to 120; 0 when it is counted in weeks
 * @param weeks length of a period, 1 to 52; 0 when it is counted in months
 * @param closingDay the day of the month on which periods end, its last day in shorter months; 0
 *     when periods simply begin on the day of the month of {@code from}
 */
public record Schedule(LocalDate from, int months, int weeks, int closingDay) {

  public Schedule {
    boolean counted = weeks == 0 ? months >= 1 && months <= 120 : months == 0;
    if (!counted || weeks < 0 || weeks > 52) {
      throw new IllegalArgumentException(
          "a period lasts 1 to 120 months or 1 to 52 weeks, not " + months + " and " + weeks);
    }
    if (closingDay < 0 || closingDay > 31) {
      throw new IllegalArgumentException("no such day of the month: " + closingDay);
    }
  }

  public Schedule(LocalDate from, int months, int closingDay) {
    this(from, months, 0, closingDay);
  }

  public static Schedule every(int months, LocalDate from) {
    return new Schedule(from, months, 0);
  }

  /** Periods of whole weeks. */
  public static Schedule weekly(int weeks, LocalDate from) {
    return new Schedule(from, 0, weeks, 0);
  }

  /**
   * The period that holds the day.
   *
   * @throws IllegalArgumentException when the day is before the schedule begins
   */
  public Period periodOf(LocalDate day) {
    if (day.isBefore(from)) {
      throw new IllegalArgumentException(day + " is before " + from);
    }
    return period(indexOf(day));
  }

  /** The index of the period that holds the day, 0 being the first; below 0 before it. */
  public long indexOf(LocalDate day) {
    long near =
        weeks > 0
            ? Math.floorDiv(ChronoUnit.WEEKS.between(from, day), weeks)
            : Math.floorDiv(ChronoUnit.MONTHS.between(from, day), months);
    long index = near - 1;
    while (day.isBefore(boundary(index))) {
      index--;
    }
    while (!day.isBefore(boundary(index + 1))) {
      index++;
    }
    return index;
  }

  /** The period with the given index, 0 being the first; those below 0 lie before it. */
  public Period period(long index) {
    return new Period(boundary(index), boundary(index + 1));
  }

  private LocalDate boundary(long index) {
    if (index == 0) {
      return from;
    }
    if (weeks > 0) {
      return from.plusWeeks(index * weeks);
    }
    if (closingDay == 0) {
      return from.plusMonths(index * months);
    }
    YearMonth month = YearMonth.from(from);
    if (!from.isAfter(closingDateIn(month))) {
      month = month.plusMonths(index * months - 1);
    } else {
      month = month.plusMonths(index * months);
    }
    return closingDateIn(month).plusDays(1);
  }

  private LocalDate closingDateIn(YearMonth month) {
    return month.atDay(Math.min(closingDay, month.lengthOfMonth()));
  }
}
