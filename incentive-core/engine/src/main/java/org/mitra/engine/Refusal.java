package org.mitra.engine;

import java.util.Map;

/**
 * Why a program gave nothing for a line: the condition that failed, what the line had, and what
 * would have passed.
 *
 * @param code names the condition, such as {@code product-not-in-scope}; pages translate it
 * @param had what the line had; may be empty
 * @param needed what would have passed; may be empty
 */
public record Refusal(String code, String had, String needed) {

  public Map<String, String> facts() {
    return Map.of("had", had, "needed", needed);
  }
}
