package org.mitra.statements;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A statement with what became of its payment.
 *
 * @param content as it was issued
 * @param booked what the entry in the ledger says
 * @param transfers oldest first
 */
public record StatementDetail(
    StatementSummary summary, StatementContent content, Booked booked, List<Transfer> transfers) {

  /**
   * The ledger's side of it, read from the ledger.
   *
   * @param entry public id of the entry
   * @param payable taken off what the house owed; negative when the partner owed
   * @param withheld owed to the tax office
   * @param clawback change of what the partner owes: carried less recovered
   * @param cash paid out
   * @param agrees whether all of it is what the statement says
   */
  public record Booked(
      UUID entry,
      BigDecimal payable,
      BigDecimal withheld,
      BigDecimal clawback,
      BigDecimal cash,
      boolean agrees) {}

  /**
   * A transfer.
   *
   * @param sentAt when its file was made
   * @param outcome SENT, PAID, RETURNED
   * @param outcomeOn as the bank says; null before
   * @param remark the bank's reference or reason
   */
  public record Transfer(
      int attempt,
      String bank,
      String maskedNumber,
      Instant sentAt,
      String outcome,
      LocalDate outcomeOn,
      String remark) {}
}
