package org.mitra.data;

import java.time.Instant;
import java.time.LocalDate;

/**
 * Days and times as the server writes them, {@code 2026-11-22} and {@code 2026-11-22
 * 13:05:00.123456}: read from its bytes, since there are millions of them and the driver takes ten
 * times as long.
 */
final class Times {
  private static final int DAY = 10;
  private static final int SECOND = 19;
  private static final int MICROSECOND = 26;
  private static final long SECONDS_OF_DAY = 86_400;

  private Times() {}

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

  private static int number(byte[] text, int from, int until) {
    int number = 0;
    for (int i = from; i < until; i++) {
      number = number * 10 + text[i] - '0';
    }
    return number;
  }
}
