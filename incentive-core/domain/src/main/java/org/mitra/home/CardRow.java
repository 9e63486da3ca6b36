package org.mitra.home;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;

/**
 * A line of detail on a card.
 *
 * @param nameId what it is about, in Indonesian; empty when its text says it
 * @param nameEn what it is about, in English
 * @param text which of the card's texts it shows: {@code card.<key>.<text>}
 * @param facts for the text
 * @param percent how far it is, 0 to 100; null without a bar
 * @param link page where it is told in full; empty for none
 */
public record CardRow(
    String nameId,
    String nameEn,
    String text,
    Map<String, String> facts,
    Integer percent,
    String link) {
  public CardRow {
    facts = Map.copyOf(facts);
  }

  /** A row with a name in both languages. */
  public static CardRow of(String nameId, String nameEn, Map<String, String> facts) {
    return new CardRow(nameId, nameEn, "row", facts, null, "");
  }

  /** A row whose text says it all. */
  public static CardRow of(Map<String, String> facts) {
    return of("", "", facts);
  }

  public CardRow says(String other) {
    return new CardRow(nameId, nameEn, other, facts, percent, link);
  }

  /**
   * @param done what is done; without it there is no bar
   * @param whole of how much; without any there is no bar either
   */
  public CardRow bar(BigDecimal done, BigDecimal whole) {
    if (done == null || whole == null || whole.signum() <= 0) {
      return this;
    }
    int share =
        done.multiply(BigDecimal.valueOf(100))
            .divide(whole, 0, RoundingMode.DOWN)
            .max(BigDecimal.ZERO)
            .min(BigDecimal.valueOf(100))
            .intValue();
    return new CardRow(nameId, nameEn, text, facts, share, link);
  }

  public CardRow link(String page) {
    return new CardRow(nameId, nameEn, text, facts, percent, page);
  }

  public String name(String language) {
    return language.equals("id") ? nameId : nameEn;
  }
}
