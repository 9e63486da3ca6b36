package org.mitra.tables;

/** Blanks of all kinds around a cell, also those that {@code strip()} leaves. */
final class Blanks {
  private Blanks() {}

  static String strip(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && isBlank(text.charAt(start))) {
      start++;
    }
    while (end > start && isBlank(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(start, end);
  }

  static boolean isBlank(char c) {
    return c == ' '
        || (c != '\t' && Character.isWhitespace(c))
        || c == '\t'
        || Character.isSpaceChar(c)
        || c == '\u200b'
        || c == '\ufeff';
  }
}
