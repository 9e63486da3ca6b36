package org.mitra.programs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.mitra.data.Sql;
import org.mitra.engine.Terms;
import org.mitra.problem.Problem;

/** What programs may give away in all; who takes from it is not decided here. */
@ApplicationScoped
class ProgramBudgets {
  @Inject private Sql sql;

  /**
   * Gives a program that has a budget its row, or changes how much it is.
   *
   * @throws Problem 422 when more was given away already
   */
  void set(long programId, Terms terms) {
    if (terms.limits().budget().isEmpty()) {
      return;
    }
    var total = terms.limits().budget().get();
    boolean isNew =
        sql.insertOnce(
            "INSERT INTO program_budget (program_id, currency, total, taken) VALUES (?, ?, ?, 0)",
            programId,
            terms.currency().orElseThrow().code(),
            total);
    if (!isNew
        && sql.update(
                "UPDATE program_budget SET total = ? WHERE program_id = ? AND taken <= ?",
                total,
                programId,
                total)
            != 1) {
      throw Problem.refused("program.budget-taken").at("/terms/limits/budget");
    }
  }
}
