package org.mitra.engine;

/**
 * A text that people read, in both languages.
 *
 * @param id Indonesian
 * @param en English
 */
public record Label(String id, String en) {
  /** Longest name, in characters. */
  public static final int MOST = 200;

  public Label {
    Check check = new Check();
    check(check, "id", id);
    check(check, "en", en);
    check.done();
  }

  private static void check(Check check, String field, String text) {
    check.that(text != null && !text.isBlank(), field, "missing");
    check.that(text == null || text.length() <= MOST, field, "text-too-long", "most", MOST);
  }

  /** The text in the language, English unless it is Indonesian. */
  public String in(String language) {
    return language.equals("id") ? id : en;
  }
}
