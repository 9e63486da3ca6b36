package org.mitra.engine;

import java.util.Map;

/**
 * Something about terms that their author should know before anybody relies on them.
 *
 * @param code names it, such as {@code cliff}; pages translate it as {@code problem.finding.<code>}
 * @param weight what it takes to go on
 * @param field the field that it is about, from the terms' root
 * @param facts what was found, as plain decimals, percentages, ISO dates and codes
 */
public record Finding(String code, Weight weight, String field, Map<String, String> facts) {

  /** What a finding asks for. */
  public enum Weight {
    /** Has to be mended. */
    BLOCKS,
    /** May be meant, and then somebody has to say why. */
    NEEDS_REASON
  }

  public Finding {
    facts = Map.copyOf(facts);
  }

  public static Finding blocks(String code, String field, Object... facts) {
    return new Finding(code, Weight.BLOCKS, field, Facts.of(facts));
  }

  public static Finding needsReason(String code, String field, Object... facts) {
    return new Finding(code, Weight.NEEDS_REASON, field, Facts.of(facts));
  }
}
