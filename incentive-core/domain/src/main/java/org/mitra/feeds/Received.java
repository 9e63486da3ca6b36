package org.mitra.feeds;

import java.util.Optional;
import java.util.UUID;
import org.mitra.data.Saved;
import org.mitra.problem.Problem;
import org.mitra.sales.Taken;

/**
 * What became of a row's command.
 *
 * @param outcome what became of it
 * @param uid the sales line that came of it; null otherwise
 * @param problem why it was refused
 * @param awaits row id of the product of whose sales it waits; 0 for none
 */
record Received(Outcome outcome, UUID uid, Optional<Problem> problem, long awaits) {
  static Received of(Taken taken) {
    Outcome outcome =
        switch (taken.outcome()) {
          case NEW -> Outcome.NEW;
          case UNCHANGED -> Outcome.UNCHANGED;
          case SUPERSEDING -> Outcome.CHANGED;
          case REFUSED -> Outcome.QUARANTINED;
        };
    return new Received(outcome, taken.uid(), taken.refusal(), taken.awaitsProduct());
  }

  static Received of(Saved saved) {
    return new Received(Outcome.valueOf(saved.name()), null, Optional.empty(), 0);
  }

  static Received refused(Problem problem) {
    return new Received(Outcome.QUARANTINED, null, Optional.of(problem), 0);
  }

  static Received waiting() {
    return new Received(Outcome.WAITING, null, Optional.empty(), 0);
  }
}
