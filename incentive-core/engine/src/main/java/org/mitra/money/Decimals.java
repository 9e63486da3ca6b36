package org.mitra.money;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/**
 * Plain decimals in and out: ASCII digits, a point, an optional leading minus. No exponent, no
 * grouping, no blank, and never more digits than a money column could ever hold, so that hostile
 * input costs nothing.
 */
public final class Decimals {
  private static final Pattern PLAIN = Pattern.compile("-?[0-9]{1,30}(\\.[0-9]{1,12})?");

  private Decimals() {}

  /**
   * @throws NumberFormatException when the text is anything but a plain decimal
   */
  public static BigDecimal parse(String text) {
    if (text == null || !PLAIN.matcher(text).matches()) {
      throw new NumberFormatException("not a plain decimal: " + shortened(text));
    }
    return new BigDecimal(text);
  }

  /** The shortest plain form: no exponent, no trailing zeros. */
  public static String plain(BigDecimal value) {
    return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
  }

  /** The number without trailing zeros, so that equal numbers are equal: 5 for 5.00. */
  public static BigDecimal normal(BigDecimal value) {
    BigDecimal stripped = value.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }

  private static String shortened(String text) {
    return text == null || text.length() <= 40 ? text : text.substring(0, 40) + "…";
  }
}
