package org.mitra.sales;

import java.util.Optional;
import java.util.UUID;
import org.mitra.problem.Problem;

/**
 * What became of a reported line.
 *
 * @param outcome what became of it
 * @param uid public id of the line; null when it was refused
 * @param refusal why it was refused
 * @param awaitsProduct row id of the product of whose sales a refused line waits: it may fit once
 *     one more of them is known; 0 when it does not wait
 */
public record Taken(Outcome outcome, UUID uid, Optional<Problem> refusal, long awaitsProduct) {

  /** What can become of a line. */
  public enum Outcome {
    /** Its key was not known. */
    NEW,
    /** Key and content were known: nothing happened. */
    UNCHANGED,
    /** The key was known with other content: this is its next version. */
    SUPERSEDING,
    /** Not believed, for a reason. */
    REFUSED
  }

  static Taken refused(Problem problem) {
    return refused(problem, 0);
  }

  static Taken refused(Problem problem, long awaitsProduct) {
    return new Taken(Outcome.REFUSED, null, Optional.of(problem), awaitsProduct);
  }

  static Taken known(Outcome outcome, UUID uid) {
    return new Taken(outcome, uid, Optional.empty(), 0);
  }

  public boolean isRefused() {
    return outcome == Outcome.REFUSED;
  }
}
