package org.mitra.funds.activities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mitra.funds.activities.ActivityStage.acceptance;
import static org.mitra.funds.activities.ActivityStage.approval;
import static org.mitra.funds.activities.ActivityStage.millions;
import static org.mitra.funds.activities.ActivityStage.move;

import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mitra.access.Actor;
import org.mitra.data.ListQuery;
import org.mitra.funds.FundBooks;
import org.mitra.funds.FundStage;
import org.mitra.funds.Funds;
import org.mitra.problem.Problem;

/** What is refused, and that nothing of it is stored. */
@ExtendWith(ArquillianExtension.class)
class ActivityRulesIT {
  private static final String NOW = "2027-06-10T09:00:00";

  @Inject private Funds funds;
  @Inject private FundActivities activities;
  @Inject private ActivityRequests requests;
  @Inject private ActivityDecisions decisions;
  @Inject private ActivityClaims claims;
  @Inject private FundStage stage;
  @Inject private ActivityStage acts;

  private Actor dealer;
  private UUID fund;
  private FundBooks books;

  private void open(String name, String terms) {
    String program = stage.program("RULE-" + name, terms);
    stage.partner("RULE-" + name, "", null);
    dealer = stage.dealer("RULE-" + name);
    acts.allocate(program, "RULE-" + name, "300", "2027-12-31");
    fund = stage.fund(program, "RULE-" + name);
    books = new FundBooks(funds, stage, program, "RULE-" + name);
  }

  private FundActivitySummary submitted(String requested) {
    return acts.submitted(dealer, fund, requested, "2027-06-10", "2027-06-11");
  }

  private static void refused(int status, String code, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            Problem.class,
            problem -> {
              assertThat(problem.code()).isEqualTo(code);
              assertThat(problem.kind().status()).isEqualTo(status);
            });
  }

  @Test
  void whoPromisedTheMoneyDoesNotPayIt() {
    stage.at(
        NOW,
        () -> {
          open("EYES", FundStage.HALF);
          var claimed =
              acts.claimed(
                  dealer, acts.executed(dealer, acts.approved(submitted("40"), "40")), "70", false);
          Actor maya = stage.manager("maya");
          refused(
              403, "access.four-eyes", () -> claims.approve(maya, acceptance(claimed, "70", "")));
          refused(403, "access.four-eyes", () -> claims.reject(maya, move(claimed, "no")));
          books.are("260", "40", "0", "0");
          assertThat(claims.approve(stage.manager("rudi"), acceptance(claimed, "70", "")).state())
              .as("another manager may")
              .isEqualTo(ActivityState.REIMBURSED);
        });
  }

  @Test
  void largeAmountsNeedFinanceBothTimes() {
    stage.at(
        NOW,
        () -> {
          open("LARGE", FundStage.HALF);
          var submitted = submitted("120");
          refused(
              403,
              "fund.needs-finance",
              () -> decisions.approve(stage.manager("maya"), approval(submitted, "120")));
          books.are("300", "0", "0", "0");
          var approved = decisions.approve(stage.finance("fitri"), approval(submitted, "120"));
          var claimed = acts.claimed(dealer, acts.executed(dealer, approved), "240", false);
          refused(
              403,
              "fund.needs-finance",
              () -> claims.approve(stage.manager("maya"), acceptance(claimed, "240", "")));
          refused(
              403,
              "access.four-eyes",
              () -> claims.approve(stage.finance("fitri"), acceptance(claimed, "240", "")));
          books.are("180", "120", "0", "0");
          claims.approve(stage.finance("hana"), acceptance(claimed, "240", ""));
          books.are("180", "0", "120", "0");
        });
  }

  @Test
  void onlyTheVendorsPeopleDecideAndOnlyThePartnersAsk() {
    stage.at(
        NOW,
        () -> {
          open("ROLES", FundStage.HALF);
          var submitted = submitted("10");
          refused(
              403,
              "access.role-missing",
              () -> decisions.approve(dealer, approval(submitted, "10")));
          refused(
              403,
              "access.partners-only",
              () -> requests.withdraw(stage.manager("maya"), move(submitted, "")));
          refused(
              403,
              "access.partners-only",
              () -> acts.draft(stage.manager("maya"), fund, "1", "2027-06-10", "2027-06-10"));
        });
  }

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

  @Test
  void partnersSeeTheirOwnAndThatOfTheirDealersForTheirTime() {
    stage.at(
        NOW,
        () -> {
          open("NORTH", FundStage.HALF);
          stage.partner("RULE-SOUTH", "", null);
          stage.partner("RULE-BELOW", "RULE-NORTH", LocalDate.of(2025, 1, 1));
          acts.allocate("RULE-NORTH", "RULE-BELOW", "50", "2027-12-31");
          Actor north = dealer;
          Actor south = stage.dealer("RULE-SOUTH");
          Actor below = stage.dealer("RULE-BELOW");
          UUID belowFund = stage.fund("RULE-NORTH", "RULE-BELOW");
          var activity = acts.submitted(below, belowFund, "10", "2027-06-10", "2027-06-11");
          assertThat(activities.get(north.scope(), activity.uid()).summary().partnerCode())
              .isEqualTo("RULE-BELOW");
          assertThat(funds.get(north.scope(), belowFund).summary().available())
              .isEqualByComparingTo("50000000");
          refused(404, "not-found", () -> requests.withdraw(north, move(activity, "")));
          refused(
              404,
              "not-found",
              () -> acts.draft(north, belowFund, "1", "2027-06-10", "2027-06-11"));
          refused(404, "not-found", () -> activities.get(south.scope(), activity.uid()));
          refused(404, "not-found", () -> funds.get(south.scope(), belowFund));
          refused(
              404,
              "not-found",
              () -> funds.movements(south.scope(), belowFund, ListQuery.firstRows(5)));
          refused(404, "not-found", () -> funds.get(below.scope(), fund));
          assertThat(funds.list(south.scope(), ListQuery.firstRows(5)).rows()).isEmpty();
          assertThat(activities.list(south.scope(), ListQuery.firstRows(5)).rows()).isEmpty();
        });
    stage.at(
        "2027-07-05T09:00:00",
        () -> {
          stage.partner("RULE-BELOW", "RULE-SOUTH", LocalDate.of(2027, 7, 1));
          Actor north = dealer;
          Actor south = stage.dealer("RULE-SOUTH");
          UUID belowFund = stage.fund("RULE-NORTH", "RULE-BELOW");
          refused(404, "not-found", () -> funds.get(north.scope(), belowFund));
          assertThat(activities.list(north.scope(), ListQuery.firstRows(5)).rows())
              .as("asked in his time")
              .hasSize(1);
          assertThat(activities.list(south.scope(), ListQuery.firstRows(5)).rows())
              .as("asked before his time")
              .isEmpty();
          var seen = funds.get(south.scope(), belowFund);
          assertThat(funds.movements(south.scope(), belowFund, ListQuery.firstRows(5)).rows())
              .isEmpty();
          assertThat(seen.why().get("available").leaves().map(step -> step.code()))
              .as("earlier movements are one step")
              .containsExactly("fund-earlier");
          assertThat(seen.why().get("available").amount().amount())
              .isEqualByComparingTo("50000000");
        });
  }
}
