package org.mitra.engine;

import java.util.Map;

/**
 * Terms that no program can be run on. The code and its facts make the sentence that the author
 * reads; the field says where to look.
 */
public final class InvalidTerms extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final String field;
  private final String code;
  private final transient Map<String, String> facts;

  /**
   * @param field the field below the object that complains, such as {@code tiers/1/from}; empty for
   *     the object itself
   * @param code names the sentence, such as {@code tiers-not-ascending}
   * @param facts what the sentence mentions
   */
  public InvalidTerms(String field, String code, Map<String, String> facts) {
    super(field + ": " + code + " " + facts);
    this.field = field;
    this.code = code;
    this.facts = facts;
  }

  public static InvalidTerms at(String field, String code) {
    return new InvalidTerms(field, code, Map.of());
  }

  public String field() {
    return field;
  }

  public String code() {
    return code;
  }

  public Map<String, String> facts() {
    return facts == null ? Map.of() : facts;
  }
}
