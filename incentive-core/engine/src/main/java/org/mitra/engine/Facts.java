package org.mitra.engine;

import java.util.LinkedHashMap;
import java.util.Map;

/** Facts of a step in reading order. */
final class Facts {
  private Facts() {}

  static Map<String, String> of(Object... namesAndValues) {
    Map<String, String> facts = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      facts.put((String) namesAndValues[i], namesAndValues[i + 1].toString());
    }
    return facts;
  }
}
