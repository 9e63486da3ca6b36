package org.mitra.funds;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import org.mitra.data.Sql;
import org.mitra.money.Money;
import org.mitra.problem.Problem;

/**
 * The most that a program gives to all funds together. First come, first served; what expires or is
 * taken back can be given again.
 */
@ApplicationScoped
class FundBudget {
  @Inject private Sql sql;

  /**
   * Takes an amount from the budget, if the program has one.
   *
   * @throws Problem 422 when not so much is left
   */
  void take(FundProgram program, Money amount) {
    if (program.terms().limits().budget().isEmpty()) {
      return;
    }
    BigDecimal total = program.terms().limits().budget().get();
    // The update of nothing takes the lock that is needed next; two that only tried to insert would
    // wait for each other.
    sql.update(
        "INSERT INTO program_budget (program_id, currency, total, taken) VALUES (?, ?, ?, 0)"
            + " ON DUPLICATE KEY UPDATE program_id = program_id",
        program.id(),
        amount.currency().code(),
        total);
    // The terms may have changed since: what they say now decides, and not what the row remembers.
    int won =
        sql.update(
            "UPDATE program_budget SET total = ?, taken = taken + ?"
                + " WHERE program_id = ? AND taken + ? <= ?",
            total,
            amount.amount(),
            program.id(),
            amount.amount(),
            total);
    if (won != 1) {
      throw Problem.refused("fund.budget")
          .with("code", program.code())
          .with("left", left(program, total).toPlainString())
          .with("currency", amount.currency().code())
          .at("/amount");
    }
  }

  /** Takes what is left, up to an amount, if the program has a budget; all of it if it has none. */
  Money takeUpTo(FundProgram program, Money amount) {
    if (program.terms().limits().budget().isEmpty()) {
      return amount;
    }
    Money nothing = Money.zero(amount.currency());
    take(program, nothing);
    sql.row(
        row -> row.number("program_id"),
        "SELECT program_id FROM program_budget WHERE program_id = ? FOR UPDATE",
        program.id());
    BigDecimal total = program.terms().limits().budget().get();
    Money possible = amount.min(new Money(left(program, total), amount.currency())).max(nothing);
    if (possible.signum() > 0) {
      take(program, possible);
    }
    return possible;
  }

  private BigDecimal left(FundProgram program, BigDecimal total) {
    BigDecimal taken =
        sql.row(
                row -> row.decimal("taken"),
                "SELECT taken FROM program_budget WHERE program_id = ?",
                program.id())
            .orElseThrow();
    return total.subtract(taken).max(BigDecimal.ZERO).stripTrailingZeros();
  }

  /** Puts an amount back, if the program has a budget. */
  void giveBack(long programId, Money amount) {
    sql.update(
        "UPDATE program_budget SET taken = taken - ? WHERE program_id = ?",
        amount.amount(),
        programId);
  }
}
