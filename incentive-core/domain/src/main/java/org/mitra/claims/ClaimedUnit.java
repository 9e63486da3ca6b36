package org.mitra.claims;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.mitra.data.BusinessKey;
import org.mitra.problem.Problem;

/**
 * What a partner says he sold: a serial, or for units without serials a line of an invoice.
 *
 * @param serial normalised; empty for a line
 * @param document number of the invoice, normalised; empty for a serial
 * @param line which line of it; may be empty when the invoice has only one
 * @param units how many of the line's units; null for all that are left. 1 for a serial
 */
public record ClaimedUnit(String serial, String document, String line, BigDecimal units) {
  /** What spreadsheets make of a long number: digits are lost for good. */
  private static final Pattern SHORTENED = Pattern.compile("[0-9]+[.,]?[0-9]*E\\+[0-9]+");

  private static final int DECIMALS = 4;

  private static final BigDecimal MOST = new BigDecimal("1e9");

  public ClaimedUnit {
    serial = BusinessKey.normalise(serial);
    document = BusinessKey.normalise(document);
    line = BusinessKey.normalise(line);
    if (serial.isEmpty() == document.isEmpty()) {
      throw Problem.invalid("claim.item-form");
    }
    if (serial.length() > 64 || document.length() > 64 || line.length() > 64) {
      throw Problem.invalid("claim.item-too-long").with("value", short_(serial + document + line));
    }
    if (SHORTENED.matcher(serial).matches()) {
      throw Problem.invalid("claim.serial-shortened").with("value", serial);
    }
    if (!serial.isEmpty()) {
      line = "";
      units = BigDecimal.ONE;
    } else if (units != null && !isCount(units)) {
      throw Problem.invalid("claim.item-units").with("value", units.toPlainString());
    }
  }

  public static ClaimedUnit serial(String serial) {
    return new ClaimedUnit(serial, "", "", BigDecimal.ONE);
  }

  private static boolean isCount(BigDecimal units) {
    return units.signum() > 0
        && units.compareTo(MOST) < 0
        && units.stripTrailingZeros().scale() <= DECIMALS;
  }

  private static String short_(String text) {
    return text.length() <= 80 ? text : text.substring(0, 80) + "…";
  }

  boolean isSerial() {
    return !serial.isEmpty();
  }

  /** The same for two items that mean the same unit. */
  String sameness() {
    return isSerial() ? serial : document + " " + line;
  }
}
