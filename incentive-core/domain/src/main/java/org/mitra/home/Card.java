package org.mitra.home;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A small answer: a figure, a sentence, a few lines of detail, and where to go on. It speaks no
 * language; pages find its words under {@code card.<key>} (its title), {@code
 * card.<key>.<sentence>}, {@code card.<key>.row} and {@code card.<key>.go}.
 *
 * @param key names its texts
 * @param mood whether it wants attention
 * @param figures one, or one for each currency
 * @param sentence which of its sentences it says
 * @param facts for the sentence
 * @param rows details, a handful
 * @param link page where the matter is told in full; empty for none
 */
public record Card(
    String key,
    Mood mood,
    List<Figure> figures,
    String sentence,
    Map<String, String> facts,
    List<CardRow> rows,
    String link) {

  /** Whether a card wants attention. */
  public enum Mood {
    /** Just tells. */
    CALM,
    /** All is well. */
    GOOD,
    /** Somebody should do something. */
    ATTENTION,
    /** Something is wrong. */
    BAD
  }

  public Card {
    figures = List.copyOf(figures);
    facts = Map.copyOf(facts);
    rows = List.copyOf(rows);
  }

  /**
   * A card with its figures; the sentence is {@code card.<key>.sentence} unless another is said.
   */
  public static Card of(String key, Figure... figures) {
    return new Card(key, Mood.CALM, List.of(figures), "sentence", Map.of(), List.of(), "");
  }

  public Card with(List<Figure> others) {
    return new Card(key, mood, others, sentence, facts, rows, link);
  }

  public Card mood(Mood other) {
    return new Card(key, other, figures, sentence, facts, rows, link);
  }

  public Card says(String other) {
    return new Card(key, mood, figures, other, facts, rows, link);
  }

  public Card fact(String name, Object value) {
    Map<String, String> more = new LinkedHashMap<>(facts);
    more.put(name, String.valueOf(value));
    return new Card(key, mood, figures, sentence, more, rows, link);
  }

  public Card rows(List<CardRow> others) {
    return new Card(key, mood, figures, sentence, facts, others, link);
  }

  /** Where to go on: a page of the application, such as {@code claims?state=SUBMITTED}. */
  public Card link(String page) {
    return new Card(key, mood, figures, sentence, facts, rows, page);
  }
}
