package org.mitra.text;

/** A finished sentence in both languages, for answers that do not know yet who reads them. */
public record Sentence(String id, String en) {

  /** The sentence in the language, English unless it is Indonesian. */
  public String in(String language) {
    return language.equals("id") ? id : en;
  }
}
