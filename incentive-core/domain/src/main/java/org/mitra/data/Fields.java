package org.mitra.data;

import java.util.regex.Pattern;
import org.mitra.problem.Problem;

/** Checks that every text from outside passes before it is stored. */
public final class Fields {
  private static final Pattern CONTROL =
      Pattern.compile("[\\p{Cc}&&[^\\n\\t]]|[\\u202A-\\u202E\\u2066-\\u2069]");
  private static final Pattern EMAIL =
      Pattern.compile("[^\\s@<>\",;:]+@[^\\s@<>\",;:]+\\.[^\\s@<>\",;:]+");

  private Fields() {}

  /**
   * A text without blanks around it.
   *
   * @throws Problem 400 when it is empty, too long, or has control or direction-changing characters
   */
  public static String text(String value, int most, String field) {
    String text = optional(value, most, field);
    if (text.isEmpty()) {
      throw Problem.invalid("field.missing").with("field", field).at("/" + field);
    }
    return text;
  }

  /** Like {@link #text}, and empty is fine. */
  public static String optional(String value, int most, String field) {
    // Browsers send the ends of lines in the way of typewriters.
    String text = value == null ? "" : value.strip().replace("\r\n", "\n");
    if (text.codePointCount(0, text.length()) > most) {
      throw Problem.invalid("field.too-long")
          .with("field", field)
          .with("most", most)
          .at("/" + field);
    }
    if (CONTROL.matcher(text).find()) {
      throw Problem.invalid("field.characters").with("field", field).at("/" + field);
    }
    return text;
  }

  /** An e-mail address, or nothing. */
  public static String email(String value, String field) {
    String text = optional(value, 254, field);
    if (!text.isEmpty() && !EMAIL.matcher(text).matches()) {
      throw Problem.invalid("field.email").with("field", field).at("/" + field);
    }
    return text;
  }

  /**
   * @throws Problem 400 when the value is not there
   */
  public static <T> T present(T value, String field) {
    if (value == null) {
      throw Problem.invalid("field.missing").with("field", field).at("/" + field);
    }
    return value;
  }
}
