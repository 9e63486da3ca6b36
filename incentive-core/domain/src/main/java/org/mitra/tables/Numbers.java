package org.mitra.tables;

import java.math.BigDecimal;
import org.mitra.problem.Problem;

/**
 * Numbers as a file declares to write them, read whole or not at all: no exponent, no sign but a
 * leading minus, no currency, groups of three or none, ASCII digits.
 */
public final class Numbers {
  private static final int MOST_DIGITS = 20;
  private static final int MOST_DECIMALS = 12;

  private final char decimal;
  private final String grouping;

  public Numbers(TableFormat format) {
    this.decimal = format.decimal();
    this.grouping = format.grouping();
  }

  /**
   * @throws Problem 422 with {@code number.unreadable}, {@code number.grouping} or {@code
   *     number.too-long}
   */
  public BigDecimal parse(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    int start = 0;
    if (!text.isEmpty() && text.charAt(0) == '-') {
      plain.append('-');
      start = 1;
    }
    int end = text.indexOf(decimal, start);
    boolean fraction = end >= 0;
    if (!fraction) {
      end = text.length();
    }
    int digits = integer(text, start, end, plain);
    int decimals = 0;
    if (fraction) {
      plain.append('.');
      for (int i = end + 1; i < text.length(); i++, decimals++) {
        plain.append(digit(text, i));
      }
    }
    if (digits == 0 || (fraction && decimals == 0)) {
      throw unreadable(text);
    }
    if (digits > MOST_DIGITS || decimals > MOST_DECIMALS) {
      throw Problem.refused("number.too-long")
          .with("digits", MOST_DIGITS)
          .with("decimals", MOST_DECIMALS);
    }
    BigDecimal number = new BigDecimal(plain.toString());
    return number.signum() == 0 ? BigDecimal.ZERO : number;
  }

  private int integer(String text, int start, int end, StringBuilder plain) {
    int digits = 0;
    int group = -1;
    for (int i = start; i < end; i++) {
      if (isGrouping(text.charAt(i))) {
        boolean first = group < 0;
        if (digits == 0 || (first ? digits > 3 : group != 3)) {
          throw misgrouped(text);
        }
        group = 0;
        continue;
      }
      plain.append(digit(text, i));
      digits++;
      if (group >= 0) {
        group++;
      }
      if (digits > 400) {
        break;
      }
    }
    if (group >= 0 && group != 3) {
      throw misgrouped(text);
    }
    return digits;
  }

  private boolean isGrouping(char c) {
    return !grouping.isEmpty()
        && (grouping.charAt(0) == ' ' ? Blanks.isBlank(c) : c == grouping.charAt(0));
  }

  private static char digit(String text, int index) {
    char c = text.charAt(index);
    if (c < '0' || c > '9') {
      throw unreadable(text);
    }
    return c;
  }

  private static Problem unreadable(String text) {
    return Problem.refused("number.unreadable").with("value", shortened(text));
  }

  private static Problem misgrouped(String text) {
    return Problem.refused("number.grouping").with("value", shortened(text));
  }

  static String shortened(String text) {
    return text.length() <= 60 ? text : text.substring(0, 60) + "…";
  }
}
