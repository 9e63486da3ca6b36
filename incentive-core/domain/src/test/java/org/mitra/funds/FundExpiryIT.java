package org.mitra.funds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mitra.access.Actor;
import org.mitra.funds.activities.ActivityDecisions;
import org.mitra.funds.activities.ActivityStage;
import org.mitra.funds.activities.ActivityState;
import org.mitra.funds.activities.ExtendActivity;
import org.mitra.funds.activities.FundActivitySummary;
import org.mitra.jobs.Chore;
import org.mitra.problem.Problem;

/** What time does to funds and activities, to the second, in the zone of the program. */
@ExtendWith(ArquillianExtension.class)
class FundExpiryIT {
  @Inject private Funds funds;
  @Inject private Allocations allocations;
  @Inject private ActivityDecisions decisions;
  @Inject private FundStage stage;
  @Inject private ActivityStage acts;
  @Inject @Any private Instance<Chore> chores;

  private Actor dealer;
  private UUID fund;
  private String program;
  private FundBooks books;

  private void open(String name, String terms) {
    program = stage.program("TIME-" + name, terms);
    stage.partner(program, "", null);
    dealer = stage.dealer(program);
    books = new FundBooks(funds, stage, program, program);
  }

  private void allocate(String amount, String expiresOn, CarryOver carryOver) {
    allocations.allocate(
        stage.manager("maya"),
        new AllocateFund(
            program,
            program,
            ActivityStage.millions(amount),
            LocalDate.parse(expiresOn),
            carryOver,
            ""));
    fund = stage.fund(program, program);
  }

  private void doChores() {
    chores.stream()
        .filter(chore -> chore.getClass().getName().contains(".funds."))
        .forEach(Chore::carryOut);
  }

  @Test
  void aLotLastsToTheLastSecondOfItsDayInJakarta() {
    stage.at(
        "2027-06-10T09:00:00",
        () -> {
          open("SECOND", FundStage.HALF);
          allocate("30", "2027-06-30", null);
          allocate("50", "2027-12-31", null);
        });
    stage.at(
        "2027-06-30T23:59:58",
        () -> {
          doChores();
          books.are("80", "0", "0", "0");
          var submitted = acts.submitted(dealer, fund, "20", "2027-07-10", "2027-07-11");
          acts.approved(submitted, "20");
          books.are("60", "20", "0", "0");
        });
    stage.at(
        "2027-07-01T00:00:00",
        () -> {
          doChores();
          books.are("50", "20", "0", "10");
          doChores();
          books.are("50", "20", "0", "10");
          assertThat(funds.get(dealer.scope(), fund).allocations().get(0).lapsed()).isTrue();
        });
    stage.at(
        "2027-07-12T09:00:00",
        () -> {
          var executed = acts.executed(dealer, latest());
          acts.paid(acts.claimed(dealer, executed, "30", false), "30");
          // 15 of 20 are paid from the lot that is over; the 5 that come back to it are lost.
          books.are("50", "0", "15", "15");
        });
  }

  @Test
  void whatIsOverCannotBePromisedEvenBeforeTheChore() {
    stage.at(
        "2027-06-10T09:00:00",
        () -> {
          open("LATE", FundStage.HALF);
          allocate("30", "2027-06-30", null);
          acts.submitted(dealer, fund, "20", "2027-07-10", "2027-07-11");
        });
    stage.at(
        "2027-07-01T00:00:00",
        () -> {
          assertThatThrownBy(() -> acts.approved(latest(), "20"))
              .isInstanceOfSatisfying(
                  Problem.class,
                  problem -> {
                    assertThat(problem.code()).isEqualTo("fund.not-enough");
                    assertThat(problem.facts()).containsEntry("available", "0");
                  });
        });
  }

  @Test
  void anotherZoneHasAnotherMidnight() {
    stage.at(
        "2027-06-10T09:00:00",
        () -> {
          open("ZONE", FundStage.HALF.replace("Asia/Jakarta", "Europe/Berlin"));
          allocate("30", "2027-06-30", null);
        });
    stage.at(
        "2027-07-01T04:59:59",
        () -> {
          doChores();
          books.are("30", "0", "0", "0");
        });
    stage.at(
        "2027-07-01T05:00:00",
        () -> {
          doChores();
          books.are("0", "0", "0", "30");
        });
  }

  @Test
  void apartOfTheRestIsCarriedOverOnce() {
    stage.at(
        "2027-06-10T09:00:00",
        () -> {
          open("CARRY", FundStage.HALF);
          allocate(
              "30",
              "2027-06-30",
              new CarryOver(new BigDecimal("50"), null, LocalDate.of(2027, 9, 30)));
          acts.approved(acts.submitted(dealer, fund, "10", "2027-06-10", "2027-06-11"), "10");
        });
    stage.at(
        "2027-07-01T00:00:00",
        () -> {
          doChores();
          books.are("10", "10", "0", "10");
          var lots = funds.get(dealer.scope(), fund).allocations();
          assertThat(lots).extracting(FundAllocation::number).containsExactly(1, 2);
          assertThat(lots.get(1).carriedFrom()).isEqualTo(1);
          assertThat(lots.get(1).expiresOn()).isEqualTo("2027-09-30");
          assertThat(lots.get(1).carryOver()).as("once").isNull();
          assertThat(lots.get(0).allocated()).isEqualByComparingTo("20000000");
        });
    stage.at(
        "2027-08-11T00:00:00",
        () -> {
          doChores();
          // Not claimed within 60 days; what comes back to a lot that is over is not carried over.
          books.are("10", "0", "0", "20");
        });
    stage.at(
        "2027-10-01T00:00:00",
        () -> {
          doChores();
          books.are("0", "0", "0", "30");
        });
  }

  @Test
  void carryingOverHasALimitAndMayComeLate() {
    stage.at(
        "2027-06-10T09:00:00",
        () -> {
          open("LIMIT", FundStage.HALF);
          allocate(
              "30",
              "2027-06-30",
              new CarryOver(
                  new BigDecimal("100"), new BigDecimal("12000000"), LocalDate.of(2027, 7, 31)));
        });
    stage.at(
        "2027-08-01T00:00:00",
        () -> {
          // Nobody looked for a month: the lot and the one after it are over.
          doChores();
          books.are("0", "0", "0", "30");
          assertThat(funds.get(dealer.scope(), fund).allocations())
              .hasSize(2)
              .allMatch(FundAllocation::lapsed);
        });
  }

  @Test
  void whatIsNotClaimedInTimeExpiresAndComesBack() {
    stage.at(
        "2027-06-10T09:00:00",
        () -> {
          open("CLAIM", FundStage.HALF);
          allocate("30", "2027-12-31", null);
          var approved =
              acts.approved(acts.submitted(dealer, fund, "10", "2027-06-10", "2027-06-11"), "10");
          assertThat(approved.claimBy()).isEqualTo("2027-08-10");
        });
    stage.at(
        "2027-08-10T23:59:58",
        () -> {
          doChores();
          assertThat(latest().state()).isEqualTo(ActivityState.APPROVED);
        });
    stage.at(
        "2027-08-11T00:00:00",
        () -> {
          assertThatThrownBy(() -> acts.executed(dealer, latest()))
              .isInstanceOfSatisfying(
                  Problem.class, p -> assertThat(p.code()).isEqualTo("fund-activity.late"));
          books.are("20", "10", "0", "0");
          doChores();
          assertThat(latest().state()).isEqualTo(ActivityState.EXPIRED);
          books.are("30", "0", "0", "0");
        });
  }

  @Test
  void aDeadlineIsMovedOnce() {
    stage.at(
        "2027-06-10T09:00:00",
        () -> {
          open("MORE", FundStage.HALF);
          allocate("30", "2027-12-31", null);
          acts.approved(acts.submitted(dealer, fund, "10", "2027-06-10", "2027-06-11"), "10");
          var extended = decisions.extend(stage.manager("maya"), extension("2027-09-15"));
          assertThat(extended.claimBy()).isEqualTo("2027-09-15");
          assertThatThrownBy(() -> decisions.extend(stage.manager("maya"), extension("2027-10-15")))
              .isInstanceOfSatisfying(
                  Problem.class,
                  p -> assertThat(p.code()).isEqualTo("fund-activity.extended-before"));
          assertThatThrownBy(() -> decisions.extend(stage.manager("maya"), extension("2027-09-15")))
              .isInstanceOf(Problem.class);
        });
    stage.at(
        "2027-09-15T23:59:58",
        () -> {
          doChores();
          acts.claimed(dealer, acts.executed(dealer, latest()), "10", true);
        });
    stage.at(
        "2027-09-20T09:00:00",
        () -> {
          doChores();
          assertThat(latest().state())
              .as("waits for the vendor, not for the partner")
              .isEqualTo(ActivityState.CLAIMED);
          acts.paid(latest(), "10");
          books.are("20", "5", "5", "0");
          doChores();
          assertThat(latest().state())
              .as("too late for a second claim")
              .isEqualTo(ActivityState.REIMBURSED);
          books.are("25", "0", "5", "0");
        });
  }

  private ExtendActivity extension(String day) {
    FundActivitySummary now = latest();
    return new ExtendActivity(now.uid(), LocalDate.parse(day), "the fair was moved", now.version());
  }

  private FundActivitySummary latest() {
    return acts.latest(dealer, fund);
  }
}
