package org.mitra.funds.activities;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.mitra.data.Sql;
import org.mitra.documents.Documents;
import org.mitra.engine.Explanation;
import org.mitra.engine.FundRule;
import org.mitra.money.Currency;
import org.mitra.money.Money;

/** Reads claims with their costs, proofs, and the reason of their amounts. */
@ApplicationScoped
class ClaimRows {
  @Inject private Sql sql;
  @Inject private ActivityRows rows;
  @Inject private Documents documents;

  /**
   * What claims are read for.
   *
   * @param id row id of the activity
   * @param partnerId row id of its partner
   * @param rule that was promised
   * @param approvedLeft promised and not reimbursed
   */
  record Of(long id, long partnerId, FundRule rule, Money approvedLeft) {
    Currency currency() {
      return approvedLeft.currency();
    }
  }

  private record Head(
      long id,
      UUID uid,
      int number,
      ClaimState state,
      BigDecimal claimed,
      boolean moreToCome,
      String note,
      String claimedBy,
      Instant claimedAt,
      BigDecimal eligible,
      BigDecimal approvedLeft,
      BigDecimal reimbursed,
      String decidedBy,
      Instant decidedAt,
      String reason) {}

  /** Newest first. */
  List<FundClaim> claims(Of activity) {
    List<Head> heads =
        sql.rows(
            ClaimRows::head,
            "SELECT * FROM fund_claim WHERE activity_id = ? ORDER BY number DESC",
            activity.id());
    return heads.stream().map(head -> claim(activity, head)).toList();
  }

  private static Head head(Sql.Row row) throws SQLException {
    return new Head(
        row.number("id"),
        row.uuid("uid"),
        row.integer("number"),
        row.constant("state", ClaimState.class),
        row.decimal("claimed"),
        row.flag("more_to_come"),
        row.text("note"),
        row.text("claimed_by"),
        row.instant("claimed_at"),
        row.decimal("eligible"),
        row.decimal("approved_left"),
        row.decimal("reimbursed"),
        row.text("decided_by"),
        row.instant("decided_at"),
        row.text("reason"));
  }

  private FundClaim claim(Of activity, Head head) {
    return new FundClaim(
        head.uid(),
        head.number(),
        head.state(),
        head.claimed(),
        head.moreToCome(),
        head.note(),
        head.claimedBy(),
        head.claimedAt(),
        head.eligible(),
        head.reimbursed(),
        why(activity, head),
        payment(head.uid()),
        head.decidedBy(),
        head.decidedAt(),
        head.reason(),
        costs(head.id()),
        documents.of(activity.partnerId(), rows.documents(activity.id(), head.number())),
        alsoClaimed(activity, head.id()));
  }

  /** The reason of the amount that was paid, or that would be if all cost were accepted. */
  private static Explanation why(Of activity, Head head) {
    Currency currency = activity.currency();
    return switch (head.state()) {
      case APPROVED ->
          activity
              .rule()
              .reimburse(
                  new Money(head.approvedLeft(), currency), new Money(head.eligible(), currency))
              .explanation();
      case CLAIMED ->
          activity
              .rule()
              .reimburse(activity.approvedLeft(), new Money(head.claimed(), currency))
              .explanation();
      case RETURNED, REJECTED -> null;
    };
  }

  private String payment(UUID claim) {
    return sql.row(
            row -> row.optionalNumber("payout_id").isEmpty() ? "OPEN" : "TAKEN",
            "SELECT payout_id FROM payable WHERE source_kind = 'FUND' AND source = ?",
            claim.toString())
        .orElse("");
  }

  private List<ClaimCost> costs(long claim) {
    return sql.rows(
        row ->
            new ClaimCost(
                row.text("description"),
                row.text("document"),
                row.day("spent_on"),
                row.decimal("amount")),
        "SELECT * FROM fund_claim_cost WHERE claim_id = ? ORDER BY line",
        claim);
  }

  private List<FundClaim.AlsoClaimed> alsoClaimed(Of activity, long claim) {
    return sql.rows(
        row -> new FundClaim.AlsoClaimed(row.text("document"), row.text("number")),
        "SELECT DISTINCT mine.document, "
            + ActivityRows.NUMBER
            + " AS number FROM fund_claim_cost mine"
            + " JOIN fund_claim_cost theirs ON theirs.document_key = mine.document_key"
            + " JOIN fund_claim k ON k.id = theirs.claim_id AND k.state IN ('CLAIMED', 'APPROVED')"
            + " JOIN fund_activity a ON a.id = k.activity_id"
            + " WHERE mine.claim_id = ? AND a.partner_id = ? AND a.id <> ? ORDER BY 1, 2",
        claim,
        activity.partnerId(),
        activity.id());
  }
}
