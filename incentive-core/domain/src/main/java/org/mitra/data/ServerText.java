package org.mitra.data;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/**
 * Values as the server writes them, such as {@code 2026-11-22 13:05:00.123456} and {@code
 * -12.5000}: read from its bytes, since there are millions of them and the driver takes ten times
 * as long.
 */
final class ServerText {
  /** So many digits surely fit into 64 bits. */
  private static final int LONGEST_DECIMAL = 18;

  private static final int DAY = 10;
  private static final int SECOND = 19;
  private static final int MICROSECOND = 26;
  private static final long SECONDS_OF_DAY = 86_400;

  private ServerText() {}

  static boolean isDay(byte[] text) {
    return text.length == DAY && text[4] == '-' && text[7] == '-';
  }

  static boolean isInstant(byte[] text) {
    boolean known = text.length == SECOND || text.length == MICROSECOND;
    return known && text[4] == '-' && text[7] == '-' && text[10] == ' ' && text[13] == ':';
  }

  /** Null stays null. */
  static LocalDate day(byte[] text) {
    return text == null
        ? null
        : LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10));
  }

  /** In UTC, like all times in the database; null stays null. */
  static Instant instant(byte[] text) {
    if (text == null) {
      return null;
    }
    long day =
        LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10)).toEpochDay();
    long second = number(text, 11, 13) * 3_600L + number(text, 14, 16) * 60L + number(text, 17, 19);
    long nanos = text.length == MICROSECOND ? number(text, 20, 26) * 1_000L : 0;
    return Instant.ofEpochSecond(day * SECONDS_OF_DAY + second, nanos);
  }

  /** Whether it is short enough for a decimal of the size that amounts have. */
  static boolean isDecimal(byte[] text) {
    int digits = text.length;
    for (byte one : text) {
      if ((one < '0' || one > '9') && one != '.' && one != '-') {
        return false;
      }
    }
    return digits > 0 && digits <= LONGEST_DECIMAL;
  }

  /** With the scale that its column has; null stays null. */
  static BigDecimal decimal(byte[] text) {
    if (text == null) {
      return null;
    }
    long unscaled = 0;
    int scale = 0;
    boolean fraction = false;
    for (byte one : text) {
      if (one == '.') {
        fraction = true;
      } else if (one != '-') {
        unscaled = unscaled * 10 + one - '0';
        scale += fraction ? 1 : 0;
      }
    }
    return BigDecimal.valueOf(text[0] == '-' ? -unscaled : unscaled, scale);
  }

  private static int number(byte[] text, int from, int until) {
    int number = 0;
    for (int i = from; i < until; i++) {
      number = number * 10 + text[i] - '0';
    }
    return number;
  }
}
