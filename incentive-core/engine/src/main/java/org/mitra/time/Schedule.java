package org.mitra.time;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;

/**
 * Cuts time into settlement periods of whole months.
 *
 * <p>Every boundary is counted from the first day, never from the boundary before it, so that a
 * schedule anchored on the 31st comes back to the 31st after a short month.
 *
 * @param from the first day of the first period
 * @param months length of a period, 1 to 120
 * @param closingDay the day of the month on which periods end, its last day in shorter months; 0
 *     when periods simply begin on the day of the month of {@code from}
 */
public record Schedule(LocalDate from, int months, int closingDay) {

  public Schedule {
    if (months < 1 || months > 120) {
      throw new IllegalArgumentException("a period lasts 1 to 120 months, not " + months);
    }
    if (closingDay < 0 || closingDay > 31) {
      throw new IllegalArgumentException("no such day of the month: " + closingDay);
    }
  }

  public static Schedule every(int months, LocalDate from) {
    return new Schedule(from, months, 0);
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
    long index = Math.max(0, ChronoUnit.MONTHS.between(from, day) / months - 1);
    while (!day.isBefore(boundary(index + 1))) {
      index++;
    }
    return period(index);
  }

  /** The period with the given index, 0 being the first. */
  public Period period(long index) {
    return new Period(boundary(index), boundary(index + 1));
  }

  private LocalDate boundary(long index) {
    if (index == 0) {
      return from;
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
