package org.mitra.tables;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.regex.Pattern;
import org.mitra.problem.Problem;

/**
 * Numbers of cells. A spreadsheet keeps them in binary with 15 digits that count; what stands after
 * those is noise of its arithmetic, such as the last digit of 0.30000000000000004.
 */
final class SheetNumbers {
  private static final Pattern NUMBER =
      Pattern.compile("-?[0-9]{1,40}(\\.[0-9]{1,40})?([eE][+-]?[0-9]{1,3})?");
  private static final MathContext DIGITS = new MathContext(15, RoundingMode.HALF_UP);
  private static final BigDecimal EXACT = BigDecimal.TEN.pow(15);
  private static final BigDecimal SECONDS = BigDecimal.valueOf(24 * 60 * 60);
  private static final LocalDate EPOCH_1900 = LocalDate.of(1899, 12, 30);
  private static final LocalDate EPOCH_1904 = LocalDate.of(1904, 1, 1);
  private static final int LAST_SERIAL = 2_958_465;

  private SheetNumbers() {}

  /**
   * @throws Problem 422 for what is no number, or has lost its last digits
   */
  static BigDecimal number(String text) {
    if (!NUMBER.matcher(text).matches()) {
      throw Problem.refused("number.unreadable").with("value", Numbers.shortened(text));
    }
    BigDecimal number = new BigDecimal(text);
    if (number.signum() == 0) {
      return BigDecimal.ZERO;
    }
    long magnitude = (long) number.precision() - number.scale();
    if (magnitude > 15 || magnitude < -15 || number.abs().compareTo(EXACT) >= 0) {
      throw Problem.refused("cell.digits-lost").with("value", Numbers.shortened(text));
    }
    return number.round(DIGITS);
  }

  /**
   * The time behind a serial number: days since 1900, where the calendar has a 29 February 1900
   * that never was, or since 1904.
   *
   * @throws Problem 422 when it names no day
   */
  static LocalDateTime time(String text, boolean from1904) {
    BigDecimal serial = number(text);
    int day = serial.setScale(0, RoundingMode.FLOOR).intValueExact();
    if (day < (from1904 ? 0 : 1) || day > LAST_SERIAL || (!from1904 && day == 60)) {
      throw Problem.refused("cell.date-serial").with("value", text);
    }
    BigDecimal fraction = serial.subtract(BigDecimal.valueOf(day));
    long seconds = fraction.multiply(SECONDS).setScale(0, RoundingMode.HALF_UP).longValueExact();
    LocalDate date;
    if (from1904) {
      date = EPOCH_1904.plusDays(day);
    } else {
      date = EPOCH_1900.plusDays(day < 60 ? day + 1 : day);
    }
    return date.atStartOfDay().plusSeconds(seconds);
  }
}
