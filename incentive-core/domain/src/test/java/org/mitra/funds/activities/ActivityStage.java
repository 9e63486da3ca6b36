package org.mitra.funds.activities;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.mitra.access.Actor;
import org.mitra.data.ListQuery;
import org.mitra.funds.AllocateFund;
import org.mitra.funds.Allocations;
import org.mitra.funds.FundStage;

/** Walks activities through their states, with amounts in millions. */
@ApplicationScoped
public class ActivityStage {
  @Inject private FundStage stage;
  @Inject private Allocations allocations;
  @Inject private ActivityRequests requests;
  @Inject private ActivityDecisions decisions;
  @Inject private ActivityClaims claims;
  @Inject private FundActivities activities;

  public static BigDecimal millions(String amount) {
    return new BigDecimal(amount).movePointRight(6);
  }

  public void allocate(String program, String partner, String amount, String expiresOn) {
    allocations.allocate(
        stage.manager("maya"),
        new AllocateFund(
            program, partner, millions(amount), LocalDate.parse(expiresOn), null, "test"));
  }

  public FundActivitySummary draft(
      Actor dealer, UUID fund, String requested, String startsOn, String endsOn) {
    return requests.save(
        dealer,
        new SaveActivity(
            null,
            fund,
            "Pameran dagang",
            ActivityKind.EXHIBITION,
            "",
            LocalDate.parse(startsOn),
            LocalDate.parse(endsOn),
            millions(requested).multiply(BigDecimal.valueOf(2)),
            millions(requested),
            List.of(),
            null));
  }

  public FundActivitySummary submitted(
      Actor dealer, UUID fund, String requested, String startsOn, String endsOn) {
    FundActivitySummary draft = draft(dealer, fund, requested, startsOn, endsOn);
    return requests.submit(dealer, move(draft, ""));
  }

  public static MoveActivity move(FundActivitySummary activity, String reason) {
    return new MoveActivity(activity.uid(), reason, activity.version());
  }

  public FundActivitySummary approved(FundActivitySummary submitted, String amount) {
    return decisions.approve(stage.manager("maya"), approval(submitted, amount));
  }

  public static ApproveActivity approval(FundActivitySummary submitted, String amount) {
    boolean less = submitted.requested().compareTo(millions(amount)) > 0;
    return new ApproveActivity(
        submitted.uid(), millions(amount), less ? "so much is left" : "", submitted.version());
  }

  public FundActivitySummary executed(Actor dealer, FundActivitySummary approved) {
    return requests.execute(dealer, move(approved, ""));
  }

  public FundActivitySummary claimed(
      Actor dealer, FundActivitySummary executed, String cost, boolean moreToCome) {
    return claims.claim(dealer, claim(dealer, executed, cost, moreToCome));
  }

  public ClaimActivity claim(
      Actor dealer, FundActivitySummary executed, String cost, boolean moreToCome) {
    return new ClaimActivity(
        executed.uid(),
        List.of(new ClaimCost("Stand", "INV-7", executed.startsOn(), millions(cost))),
        List.of(stage.pdf(dealer)),
        moreToCome,
        "",
        executed.version());
  }

  /** The youngest activity of a fund. */
  public FundActivitySummary latest(Actor dealer, UUID fund) {
    return activities
        .list(dealer.scope(), ListQuery.firstRows(1).filtered("fund", fund.toString()))
        .rows()
        .get(0);
  }

  public FundActivitySummary paid(FundActivitySummary claimed, String eligible) {
    return claims.approve(stage.finance("fitri"), acceptance(claimed, eligible, "accepted so far"));
  }

  public static ApproveClaim acceptance(
      FundActivitySummary claimed, String eligible, String reason) {
    return new ApproveClaim(claimed.uid(), millions(eligible), reason, claimed.version());
  }
}
