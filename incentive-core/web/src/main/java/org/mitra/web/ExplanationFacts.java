package org.mitra.web;

import java.util.HashMap;
import java.util.Map;
import org.mitra.engine.Explanation;

/** What the sentence of a step needs beyond the step's own facts. */
final class ExplanationFacts {
  private ExplanationFacts() {}

  /**
   * The facts of a step, with the currency of its amount.
   *
   * @param pays what the step above pays on; a line of it counts in the same measure
   */
  static Map<String, String> of(Explanation step, String pays) {
    Map<String, String> facts = new HashMap<>(step.facts());
    facts.put("currency", step.amount().currency().code());
    facts.putIfAbsent("pays", pays);
    return facts;
  }

  /** What the step pays on: money, units, or nothing that is known. */
  static String pays(Explanation step) {
    return step.facts().getOrDefault("pays", step.facts().getOrDefault("measure", ""));
  }
}
