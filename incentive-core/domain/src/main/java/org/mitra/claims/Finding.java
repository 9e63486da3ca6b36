package org.mitra.claims;

import java.util.Map;
import org.mitra.engine.Refusal;

/**
 * What the check found about a unit.
 *
 * @param code names the sentence {@code claim-finding.<code>}, or the engine's {@code
 *     refusal.<code>}; empty when there is nothing to say
 * @param had what the unit had; may be empty
 * @param needed what would have passed; may be empty
 */
record Finding(String code, String had, String needed) {
  static final Finding NONE = new Finding("", "", "");

  /** What the columns of an item hold. */
  private static final int HAD = 200;

  private static final int NEEDED = 1000;

  Finding {
    had = cut(had, HAD);
    needed = cut(needed, NEEDED);
  }

  static Finding of(String code) {
    return new Finding(code, "", "");
  }

  static Finding of(String code, Object had, Object needed) {
    return new Finding(code, had.toString(), needed.toString());
  }

  static Finding of(Refusal refusal) {
    return new Finding(refusal.code(), refusal.had(), refusal.needed());
  }

  Map<String, String> facts() {
    return Map.of("had", had, "needed", needed);
  }

  private static String cut(String text, int most) {
    return text.length() <= most ? text : text.substring(0, most - 1) + "…";
  }
}
