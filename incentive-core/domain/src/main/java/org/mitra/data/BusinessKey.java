package org.mitra.data;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.mitra.problem.Problem;

/**
 * The one way in which codes, document numbers and serials are normalised before they are compared:
 * compatibility forms folded, blanks and invisible characters removed, upper case. {@code "inv-2 "}
 * and {@code "INV-2"} are the same document.
 */
public final class BusinessKey {
  private static final Pattern INVISIBLE = Pattern.compile("[\\s\\p{Z}\\p{C}]+");

  private BusinessKey() {}

  /** The normal form; empty when nothing is left. */
  public static String normalise(String text) {
    if (text == null) {
      return "";
    }
    if (isNormal(text)) {
      return text;
    }
    String folded = Normalizer.normalize(text, Normalizer.Form.NFKC);
    return INVISIBLE.matcher(folded).replaceAll("").toUpperCase(Locale.ROOT);
  }

  /** Most keys of a file are in normal form already, and millions of them are looked at. */
  private static boolean isNormal(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c <= ' ' || c >= 0x7f || (c >= 'a' && c <= 'z')) {
        return false;
      }
    }
    return true;
  }

  /**
   * The normal form of a code that has to be there.
   *
   * @throws Problem 400 when it is empty or longer than 64 characters
   */
  public static String require(String text, String field) {
    String key = normalise(text);
    if (key.isEmpty() || key.length() > 64) {
      throw Problem.invalid("field.code").with("field", field).at("/" + field);
    }
    return key;
  }
}
