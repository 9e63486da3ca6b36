package org.mitra.mappings;

/**
 * Something that a row can say.
 *
 * @param name as in the JSON of the API
 * @param type how it is read
 * @param needed whether a mapping must say where it comes from
 */
public record FeedField(String name, Type type, boolean needed) {

  /** How a field is read. */
  public enum Type {
    /** A business key. */
    CODE,
    TEXT,
    NUMBER,
    /** A calendar day, wherever it is. */
    DAY,
    /** An instant. */
    TIME,
    FLAG,
    /** One of a few constants. */
    CHOICE,
    /** Several business keys, separated by blanks, commas or semicolons. */
    LIST
  }

  static FeedField needed(String name, Type type) {
    return new FeedField(name, type, true);
  }

  static FeedField optional(String name, Type type) {
    return new FeedField(name, type, false);
  }
}
