package org.mitra.funds.activities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mitra.funds.activities.ActivityStage.move;

import jakarta.inject.Inject;
import java.util.UUID;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mitra.access.Actor;
import org.mitra.data.ListQuery;
import org.mitra.funds.FundBooks;
import org.mitra.funds.FundMovement;
import org.mitra.funds.FundStage;
import org.mitra.funds.Funds;

/** The life of an activity, with the fund's balance and the books after each step. */
@ExtendWith(ArquillianExtension.class)
class FundLifeIT {
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

  /** A partner with 30 million until June and 50 million until December. */
  private void open(String name) {
    String program = stage.program("LIFE-" + name, FundStage.HALF);
    stage.partner("LIFE-" + name, "", null);
    dealer = stage.dealer("LIFE-" + name);
    acts.allocate(program, "LIFE-" + name, "30", "2027-06-30");
    acts.allocate(program, "LIFE-" + name, "50", "2027-12-31");
    fund = stage.fund(program, "LIFE-" + name);
    books = new FundBooks(funds, stage, program, "LIFE-" + name);
  }

  @Test
  void paysTheShareAndReleasesTheRestToTheLotConsumedLast() {
    stage.at(
        "2027-06-10T09:00:00",
        () -> {
          open("CHECK");
          books.are("80", "0", "0", "0");
          var draft = acts.draft(dealer, fund, "40", "2027-06-12", "2027-06-14");
          books.are("80", "0", "0", "0");
          var submitted = requests.submit(dealer, move(draft, ""));
          books.are("80", "0", "0", "0");
          var approved = acts.approved(submitted, "40");
          assertThat(approved.claimBy()).isEqualTo("2027-08-13");
          books.are("40", "40", "0", "0");
        });
    stage.at(
        "2027-06-15T09:00:00",
        () -> {
          var executed = acts.executed(dealer, latest());
          books.are("40", "40", "0", "0");
          acts.claimed(dealer, executed, "70", false);
          books.are("40", "40", "0", "0");
          assertThat(detail().claims().get(0).why().amount().amount())
              .as("what it would bring")
              .isEqualByComparingTo("35000000");
          var paid = acts.paid(latest(), "70");
          assertThat(paid.state()).isEqualTo(ActivityState.REIMBURSED);
          assertThat(paid.reimbursed()).isEqualByComparingTo("35000000");
          books.are("45", "0", "35", "0");
        });
    assertThat(stage.payables("LIFE-CHECK")).containsExactly("FUND 35000000");
    assertThat(detail().claims().get(0).payment()).isEqualTo("OPEN");
    assertThat(
            funds.movements(dealer.scope(), fund, ListQuery.firstRows(50)).rows().stream()
                .map(FundLifeIT::sentence))
        .containsExactly(
            "RELEASE 5000000 in 2",
            "PAY 5000000 in 2",
            "PAY 30000000 in 1",
            "COMMIT 10000000 in 2",
            "COMMIT 30000000 in 1",
            "ALLOCATE 50000000 in 2",
            "ALLOCATE 30000000 in 1");
    assertThat(detail().events())
        .extracting(ActivityEvent::action)
        .containsExactly("CREATED", "SUBMITTED", "APPROVED", "EXECUTED", "CLAIMED", "REIMBURSED");
  }

  private static String sentence(FundMovement movement) {
    return movement.kind()
        + " "
        + movement.amount().stripTrailingZeros().toPlainString()
        + " in "
        + movement.lot();
  }

  @Test
  void aSecondClaimIsPaidFromWhatIsLeftAndClosingReleasesTheRest() {
    stage.at(
        "2027-06-10T09:00:00",
        () -> {
          open("TWICE");
          var approved =
              acts.approved(acts.submitted(dealer, fund, "40", "2027-06-10", "2027-06-10"), "40");
          var first = acts.claimed(dealer, acts.executed(dealer, approved), "30", true);
          var open = acts.paid(first, "30");
          assertThat(open.state()).isEqualTo(ActivityState.EXECUTED);
          books.are("40", "25", "15", "0");
          var second = acts.paid(acts.claimed(dealer, open, "20", true), "10");
          books.are("40", "20", "20", "0");
          var closed = claims.close(dealer, move(second, "done"));
          assertThat(closed.state()).isEqualTo(ActivityState.REIMBURSED);
          books.are("60", "0", "20", "0");
          assertThat(stage.payables("LIFE-TWICE")).containsExactly("FUND 15000000", "FUND 5000000");
        });
  }

  @Test
  void moreThanWasApprovedIsCutOffAndSaysSo() {
    stage.at(
        "2027-06-10T09:00:00",
        () -> {
          open("ABOVE");
          var approved =
              acts.approved(acts.submitted(dealer, fund, "20", "2027-06-10", "2027-06-10"), "10");
          assertThat(approved.approved()).isEqualByComparingTo("10000000");
          var claimed = acts.claimed(dealer, acts.executed(dealer, approved), "100", true);
          var paid = acts.paid(claimed, "100");
          assertThat(paid.state())
              .as("nothing is left to claim")
              .isEqualTo(ActivityState.REIMBURSED);
          books.are("70", "0", "10", "0");
          var why = detail().claims().get(0).why();
          assertThat(why.parts())
              .extracting(p -> p.code())
              .containsExactly("fund-share", "fund-above-approval");
        });
  }

  @Test
  void whatIsSentBackCanBeCorrectedAndClaimedAgain() {
    stage.at(
        "2027-06-10T09:00:00",
        () -> {
          open("BACK");
          var submitted = acts.submitted(dealer, fund, "40", "2027-06-10", "2027-06-10");
          var returned = decisions.giveBack(stage.manager("maya"), move(submitted, "which fair?"));
          assertThat(returned.state()).isEqualTo(ActivityState.RETURNED);
          books.are("80", "0", "0", "0");
          var again = requests.submit(dealer, move(returned, ""));
          var executed = acts.executed(dealer, acts.approved(again, "40"));
          var claimed = acts.claimed(dealer, executed, "60", false);
          var back = claims.giveBack(stage.finance("fitri"), move(claimed, "page 2 is missing"));
          assertThat(back.state()).isEqualTo(ActivityState.EXECUTED);
          books.are("40", "40", "0", "0");
          assertThat(detail().returnedClaim().orElseThrow().reason())
              .isEqualTo("page 2 is missing");
          acts.paid(acts.claimed(dealer, back, "60", false), "60");
          books.are("50", "0", "30", "0");
          assertThat(detail().claims())
              .extracting(FundClaim::state)
              .containsExactly(ClaimState.APPROVED, ClaimState.RETURNED);
        });
  }

  @Test
  void whatIsRejectedOrWithdrawnIsFreeAgain() {
    stage.at(
        "2027-06-10T09:00:00",
        () -> {
          open("FREE");
          var first = acts.submitted(dealer, fund, "10", "2027-06-10", "2027-06-10");
          assertThat(decisions.reject(stage.manager("maya"), move(first, "no")).state())
              .isEqualTo(ActivityState.REJECTED);
          books.are("80", "0", "0", "0");
          var second =
              acts.approved(acts.submitted(dealer, fund, "35", "2027-06-10", "2027-06-10"), "35");
          books.are("45", "35", "0", "0");
          assertThat(requests.withdraw(dealer, move(second, "cancelled")).state())
              .isEqualTo(ActivityState.WITHDRAWN);
          books.are("80", "0", "0", "0");
          var third =
              acts.approved(acts.submitted(dealer, fund, "35", "2027-06-10", "2027-06-10"), "35");
          var claimed = acts.claimed(dealer, acts.executed(dealer, third), "5", false);
          assertThat(claims.reject(stage.finance("fitri"), move(claimed, "no proof")).state())
              .isEqualTo(ActivityState.REJECTED);
          books.are("80", "0", "0", "0");
          var fourth =
              acts.approved(acts.submitted(dealer, fund, "35", "2027-06-10", "2027-06-10"), "35");
          var partly =
              acts.paid(acts.claimed(dealer, acts.executed(dealer, fourth), "10", true), "10");
          var refused =
              claims.reject(
                  stage.finance("fitri"),
                  move(acts.claimed(dealer, partly, "9", false), "private"));
          assertThat(refused.state()).as("a part was paid").isEqualTo(ActivityState.REIMBURSED);
          books.are("75", "0", "5", "0");
        });
  }

  private FundActivitySummary latest() {
    return acts.latest(dealer, fund);
  }

  private FundActivityDetail detail() {
    return activities.get(dealer.scope(), latest().uid());
  }
}
