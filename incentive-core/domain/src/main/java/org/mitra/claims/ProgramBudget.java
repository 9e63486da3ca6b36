package org.mitra.claims;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import org.mitra.data.Sql;
import org.mitra.money.Money;
import org.mitra.problem.Problem;

/**
 * A program's budget, which counts what claims were approved for: first approved, first served. It
 * is never overdrawn, and what was approved is never cut; what comes back refills it.
 */
@ApplicationScoped
class ProgramBudget {
  @Inject private Sql sql;

  /**
   * Takes the amount, if the program has a budget.
   *
   * @throws Problem 422 when less than that is left: nothing was taken
   */
  void take(long programId, Money amount) {
    if (amount.signum() <= 0) {
      return;
    }
    int won =
        sql.update(
            "UPDATE program_budget SET taken = taken + ?"
                + " WHERE program_id = ? AND currency = ? AND taken + ? <= total",
            amount.amount(),
            programId,
            amount.currency().code(),
            amount.amount());
    if (won == 1) {
      return;
    }
    record Budget(String currency, BigDecimal left) {}
    sql.row(
            row -> new Budget(row.text("currency"), row.decimal("left_over")),
            "SELECT currency, total - taken AS left_over FROM program_budget WHERE program_id = ?",
            programId)
        .ifPresent(
            budget -> {
              throw Problem.refused("claim.budget-short")
                  .with("needed", amount.amount().toPlainString())
                  .with("left", budget.left().toPlainString())
                  .with("currency", budget.currency());
            });
  }

  /**
   * Gives back what a returned unit had taken; below zero, takes it again, for a return that was
   * none. That is never refused: it was approved, so at worst nothing is left.
   */
  void giveBack(long programId, Money amount) {
    sql.update(
        "UPDATE program_budget SET taken = LEAST(GREATEST(taken - ?, 0), total)"
            + " WHERE program_id = ? AND currency = ?",
        amount.amount(),
        programId,
        amount.currency().code());
  }
}
