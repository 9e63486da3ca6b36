package org.mitra.tables;

/**
 * Text that a spreadsheet would take for a formula gets an apostrophe in front when it is written,
 * and loses it when it is read again: what is exported comes back as it was.
 */
final class CellText {
  private static final String TRIGGERS = "=+-@\t\r";

  private CellText() {}

  static String escape(String text) {
    return isFormula(text) ? "'" + text : text;
  }

  static String unescape(String text) {
    return !text.isEmpty() && text.charAt(0) == '\'' && isFormula(text) ? text.substring(1) : text;
  }

  /** Any number of apostrophes, then a sign that begins a formula. */
  private static boolean isFormula(String text) {
    int i = 0;
    while (i < text.length() && text.charAt(i) == '\'') {
      i++;
    }
    return i < text.length() && TRIGGERS.indexOf(text.charAt(i)) >= 0;
  }
}
