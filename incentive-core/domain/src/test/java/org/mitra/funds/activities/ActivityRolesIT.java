package org.mitra.funds.activities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mitra.funds.activities.ActivityStage.acceptance;
import static org.mitra.funds.activities.ActivityStage.approval;
import static org.mitra.funds.activities.ActivityStage.move;

import java.time.LocalDate;
import java.util.UUID;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mitra.access.Actor;
import org.mitra.data.ListQuery;
import org.mitra.funds.FundStage;

/** Who may decide, ask and see: four eyes, finance for large amounts, partners their own. */
@ExtendWith(ArquillianExtension.class)
class ActivityRolesIT extends RulesStage {
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
