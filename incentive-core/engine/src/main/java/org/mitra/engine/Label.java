package org.mitra.engine;

import java.util.Objects;

/**
 * A text that people read, in both languages.
 *
 * @param id Indonesian
 * @param en English
 */
public record Label(String id, String en) {
  public Label {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(en, "en");
    if (id.isBlank()) {
      throw InvalidTerms.at("id", "missing");
    }
    if (en.isBlank()) {
      throw InvalidTerms.at("en", "missing");
    }
  }

  /** The text in the language, English unless it is Indonesian. */
  public String in(String language) {
    return language.equals("id") ? id : en;
  }
}
