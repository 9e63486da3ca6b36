package org.mitra.programs.terms;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.mitra.problem.Problem;

/** What is wrong with a document: each thing once, at its field. */
final class Mistakes {
  private static final String MISSING = "terms.missing";

  private final List<Problem> found = new ArrayList<>();

  void add(String pointer, String code, Map<String, String> facts) {
    Problem problem = Problem.invalid("terms." + code);
    for (var fact : facts.entrySet()) {
      problem = problem.with(fact.getKey(), fact.getValue());
    }
    add(pointer, problem);
  }

  void add(String pointer, Problem problem) {
    boolean known =
        problem.code().equals(MISSING)
            ? found.stream().anyMatch(other -> related(other.field(), pointer))
            : found.stream().anyMatch(other -> other.field().equals(pointer));
    if (!known) {
      found.add(problem.at(pointer));
    }
  }

  /** What could not be read is not missing, and neither is what is above or below it. */
  private static boolean related(String one, String other) {
    return one.equals(other) || one.startsWith(other + "/") || other.startsWith(one + "/");
  }

  /**
   * @throws Problem 400 with one part for each mistake
   */
  void refuse() {
    if (!found.isEmpty()) {
      throw Problem.invalid("terms.invalid").with("count", found.size()).because(found);
    }
  }
}
