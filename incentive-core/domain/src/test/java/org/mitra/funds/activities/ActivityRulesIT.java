package org.mitra.funds.activities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mitra.funds.activities.ActivityStage.acceptance;
import static org.mitra.funds.activities.ActivityStage.millions;
import static org.mitra.funds.activities.ActivityStage.move;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mitra.access.Actor;
import org.mitra.funds.FundStage;

/** What is refused, and that nothing of it is stored. */
@ExtendWith(ArquillianExtension.class)
class ActivityRulesIT extends RulesStage {
  @Test
  void whatChangedSinceItWasSeenIsNotDecided() {
    stage.at(
        NOW,
        () -> {
          open("STALE", FundStage.HALF);
          var seen = submitted("10");
          var returned = decisions.giveBack(stage.manager("maya"), move(seen, "more detail"));
          requests.submit(dealer, move(returned, ""));
          refused(409, "stale", () -> acts.approved(seen, "10"));
          books.are("300", "0", "0", "0");
        });
  }

  @Test
  void aStepIsTakenFromItsOwnStateOnly() {
    stage.at(
        NOW,
        () -> {
          open("STATE", FundStage.HALF);
          var draft = acts.draft(dealer, fund, "10", "2027-06-10", "2027-06-11");
          refused(409, "fund-activity.state", () -> acts.approved(draft, "10"));
          refused(409, "fund-activity.state", () -> requests.execute(dealer, move(draft, "")));
          refused(409, "fund-activity.state", () -> acts.claimed(dealer, draft, "1", false));
          refused(409, "fund-activity.nothing-paid", () -> claims.close(dealer, move(draft, "")));
          var submitted = requests.submit(dealer, move(draft, ""));
          refused(409, "fund-activity.state", () -> requests.submit(dealer, move(submitted, "")));
          refused(
              409,
              "fund-activity.state",
              () -> claims.approve(stage.finance("fitri"), acceptance(submitted, "1", "")));
          var approved = acts.approved(submitted, "10");
          refused(409, "fund-activity.state", () -> acts.approved(approved, "10"));
          refused(409, "fund-activity.state", () -> requests.save(dealer, changed(approved)));
          var executed = acts.executed(dealer, approved);
          var partly = acts.paid(acts.claimed(dealer, executed, "10", true), "10");
          refused(
              409, "fund-activity.partly-paid", () -> requests.withdraw(dealer, move(partly, "")));
          books.are("290", "5", "5", "0");
        });
  }

  private SaveActivity changed(FundActivitySummary activity) {
    return new SaveActivity(
        activity.uid(),
        fund,
        "Lain",
        ActivityKind.OTHER,
        "",
        LocalDate.of(2027, 6, 10),
        LocalDate.of(2027, 6, 11),
        millions("2"),
        millions("1"),
        List.of(),
        activity.version());
  }

  @Test
  void amountsStayWithinRequestLimitFundAndClaim() {
    stage.at(
        NOW,
        () -> {
          open(
              "AMOUNT",
              FundStage.HALF.replace(
                  "\"share\": \"50%\"", "\"share\": \"50%\", \"perActivity\": \"60000000\""));
          refused(
              422,
              "fund-activity.above-cost",
              () ->
                  new SaveActivity(
                      null,
                      fund,
                      "x",
                      ActivityKind.OTHER,
                      "",
                      LocalDate.of(2027, 6, 10),
                      LocalDate.of(2027, 6, 10),
                      millions("1"),
                      millions("2"),
                      List.of(),
                      null));
          var submitted = submitted("80");
          refused(422, "fund-activity.above-request", () -> acts.approved(submitted, "81"));
          refused(422, "fund-activity.above-limit", () -> acts.approved(submitted, "61"));
          refused(
              422,
              "fund-activity.reason-missing",
              () ->
                  decisions.approve(
                      stage.manager("maya"),
                      new ApproveActivity(
                          submitted.uid(), millions("50"), "", submitted.version())));
          refused(400, "fund.amount", () -> acts.approved(submitted, "0"));
          refused(400, "fund.amount", () -> acts.approved(submitted, "0.0000005"));
          var claimed =
              acts.claimed(
                  dealer, acts.executed(dealer, acts.approved(submitted, "60")), "70", false);
          refused(422, "fund-claim.above-claimed", () -> acts.paid(claimed, "71"));
          refused(
              422,
              "fund-activity.reason-missing",
              () -> claims.approve(stage.finance("fitri"), acceptance(claimed, "60", "")));
          books.are("240", "60", "0", "0");
          acts.paid(claimed, "60");
          books.are("270", "0", "30", "0");
          for (int i = 0; i < 4; i++) {
            acts.approved(submitted("60"), "60");
          }
          var last = submitted("60");
          refused(422, "fund.not-enough", () -> acts.approved(last, "31"));
          acts.approved(last, "30");
          books.are("0", "270", "30", "0");
        });
  }

  @Test
  void daysLieInTheProgramAndClaimsComeInTime() {
    stage.at(
        NOW,
        () -> {
          open("DAYS", FundStage.HALF);
          refused(
              422,
              "fund-activity.past",
              () -> acts.submitted(dealer, fund, "1", "2027-06-01", "2027-06-09"));
          refused(
              422,
              "fund-activity.outside-program",
              () -> acts.submitted(dealer, fund, "1", "2027-12-30", "2028-01-01"));
          var later =
              acts.approved(acts.submitted(dealer, fund, "1", "2027-06-11", "2027-06-11"), "1");
          refused(422, "fund-activity.not-begun", () -> acts.executed(dealer, later));
        });
  }

  @Test
  void aClaimNeedsProofOfThePartnersOwn() {
    stage.at(
        NOW,
        () -> {
          open("PROOF", FundStage.HALF);
          stage.partner("RULE-PROOF-OTHER", "", null);
          Actor other = stage.dealer("RULE-PROOF-OTHER");
          UUID foreign = stage.pdf(other);
          var executed = acts.executed(dealer, acts.approved(submitted("10"), "10"));
          var cost = new ClaimCost("Stand", "INV-1", LocalDate.of(2027, 6, 10), millions("1"));
          refused(
              422,
              "fund-claim.proof-missing",
              () ->
                  new ClaimActivity(
                      executed.uid(), List.of(cost), List.of(), false, "", executed.version()));
          refused(
              400,
              "fund-claim.costs",
              () ->
                  new ClaimActivity(
                      executed.uid(), List.of(), List.of(foreign), false, "", executed.version()));
          refused(
              404,
              "not-found",
              () ->
                  claims.claim(
                      dealer,
                      new ClaimActivity(
                          executed.uid(),
                          List.of(cost),
                          List.of(foreign),
                          false,
                          "",
                          executed.version())));
          var tomorrow = new ClaimCost("Stand", "INV-1", LocalDate.of(2027, 6, 11), millions("1"));
          refused(
              422,
              "fund-claim.future-cost",
              () ->
                  claims.claim(
                      dealer,
                      new ClaimActivity(
                          executed.uid(),
                          List.of(tomorrow),
                          List.of(stage.pdf(dealer)),
                          false,
                          "",
                          executed.version())));
          assertThat(activities.get(dealer.scope(), executed.uid()).claims())
              .as("nothing is stored")
              .isEmpty();
        });
  }

  @Test
  void anInvoiceThatWasClaimedBeforeIsShownToTheReviewer() {
    stage.at(
        NOW,
        () -> {
          open("AGAIN", FundStage.HALF);
          var first =
              acts.claimed(
                  dealer, acts.executed(dealer, acts.approved(submitted("10"), "10")), "20", false);
          var second =
              acts.claimed(
                  dealer, acts.executed(dealer, acts.approved(submitted("10"), "10")), "20", false);
          assertThat(
                  activities
                      .get(stage.manager("rudi").scope(), second.uid())
                      .claims()
                      .get(0)
                      .alsoClaimed())
              .containsExactly(new FundClaim.AlsoClaimed("INV-7", first.number()));
        });
  }
}
