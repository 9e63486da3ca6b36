package org.mitra.funds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mitra.funds.activities.ActivityStage.millions;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import jakarta.persistence.OptimisticLockException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mitra.access.Actor;
import org.mitra.data.ListQuery;
import org.mitra.funds.activities.ActivityClaims;
import org.mitra.funds.activities.ActivityStage;
import org.mitra.funds.activities.FundActivitySummary;
import org.mitra.idempotency.Idempotency;
import org.mitra.problem.Problem;

/** Many at once: the fund is never overdrawn, and what is asked twice is done once. */
@ExtendWith(ArquillianExtension.class)
class FundRacesIT {
  private static final int THREADS = 40;
  private static final String NOW = "2027-06-10T09:00:00";

  @Inject private Funds funds;
  @Inject private Allocations allocations;
  @Inject private ActivityClaims claims;
  @Inject private Idempotency idempotency;
  @Inject private FundStage stage;
  @Inject private ActivityStage acts;
  @Resource private ManagedThreadFactory threads;

  private Actor dealer;
  private UUID fund;
  private String program;
  private FundBooks books;

  private void open(String name) {
    program = stage.program("RACE-" + name, FundStage.HALF);
    stage.partner(program, "", null);
    dealer = stage.dealer(program);
    books = new FundBooks(funds, stage, program, program);
    acts.allocate(program, program, "30", "2027-06-30");
    acts.allocate(program, program, "50", "2027-12-31");
    fund = stage.fund(program, program);
  }

  /** Lets them all go at once; how many succeeded. Others may only fail with a problem. */
  private int together(List<Callable<?>> works) throws InterruptedException {
    CountDownLatch start = new CountDownLatch(1);
    AtomicInteger won = new AtomicInteger();
    List<Throwable> defects = Collections.synchronizedList(new ArrayList<>());
    List<Thread> running = new ArrayList<>();
    for (Callable<?> work : works) {
      Thread thread =
          threads.newThread(
              () ->
                  stage.at(
                      NOW,
                      () -> {
                        try {
                          start.await();
                          work.call();
                          won.incrementAndGet();
                        } catch (Throwable e) {
                          if (!isTold(e)) {
                            defects.add(e);
                          }
                        }
                      }));
      thread.start();
      running.add(thread);
    }
    start.countDown();
    for (Thread thread : running) {
      thread.join();
    }
    assertThat(defects).isEmpty();
    return won.get();
  }

  /** Whether it reaches people as a problem. */
  private static boolean isTold(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof Problem || cause instanceof OptimisticLockException) {
        return true;
      }
    }
    return false;
  }

  @Test
  void fortyPromisesNeverOverdrawAFund() throws InterruptedException {
    List<FundActivitySummary> submitted = new ArrayList<>();
    stage.at(
        NOW,
        () -> {
          open("FORTY");
          for (int i = 0; i < THREADS; i++) {
            submitted.add(acts.submitted(dealer, fund, "3", "2027-06-10", "2027-06-11"));
          }
        });
    List<Callable<?>> works = new ArrayList<>();
    submitted.forEach(activity -> works.add(() -> acts.approved(activity, "3")));
    assertThat(together(works)).as("26 times 3 million fit into 80").isEqualTo(26);
    stage.at(NOW, () -> books.are("2", "78", "0", "0"));
  }

  @Test
  void anActivityIsPromisedOnceAndAClaimPaidOnce() throws InterruptedException {
    List<FundActivitySummary> seen = new ArrayList<>();
    stage.at(
        NOW,
        () -> {
          open("ONCE");
          seen.add(acts.submitted(dealer, fund, "3", "2027-06-10", "2027-06-11"));
        });
    List<Callable<?>> approvals = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      approvals.add(() -> acts.approved(seen.get(0), "3"));
    }
    List<FundActivitySummary> claimed = new ArrayList<>();
    assertThat(together(approvals)).isEqualTo(1);
    stage.at(
        NOW,
        () -> {
          books.are("77", "3", "0", "0");
          var approved = acts.latest(dealer, fund);
          claimed.add(acts.claimed(dealer, acts.executed(dealer, approved), "4", false));
        });
    List<Callable<?>> payments = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      payments.add(
          () ->
              claims.approve(
                  stage.finance("fitri"), ActivityStage.acceptance(claimed.get(0), "4", "")));
    }
    assertThat(together(payments)).isEqualTo(1);
    stage.at(NOW, () -> books.are("78", "0", "2", "0"));
    assertThat(stage.payables(program)).containsExactly("FUND 2000000");
  }

  @Test
  void loweringAndPromisingDoNotBothTakeTheSameMoney() throws InterruptedException {
    List<FundActivitySummary> submitted = new ArrayList<>();
    List<FundAllocation> lots = new ArrayList<>();
    stage.at(
        NOW,
        () -> {
          open("LOWER");
          for (int i = 0; i < 8; i++) {
            submitted.add(acts.submitted(dealer, fund, "10", "2027-06-10", "2027-06-11"));
          }
          lots.addAll(funds.get(dealer.scope(), fund).allocations());
        });
    List<Callable<?>> works = new ArrayList<>();
    submitted.forEach(activity -> works.add(() -> acts.approved(activity, "10")));
    lots.forEach(
        lot ->
            works.add(
                () ->
                    allocations.lower(
                        stage.manager("maya"),
                        new LowerAllocation(lot.uid(), lot.allocated(), "less", lot.version()))));
    together(works);
    stage.at(
        NOW,
        () -> {
          FundSummary balance = funds.get(dealer.scope(), fund).summary();
          assertThat(balance.available().signum()).isNotNegative();
          assertThat(funds.differences(stage.finance("fitri"))).isEmpty();
        });
  }

  @Test
  void aLotIsLoweredByWhatIsFreeOnly() {
    stage.at(
        NOW,
        () -> {
          open("FREE");
          acts.approved(acts.submitted(dealer, fund, "40", "2027-06-10", "2027-06-11"), "40");
          FundAllocation second = funds.get(dealer.scope(), fund).allocations().get(1);
          assertThatThrownBy(() -> lower(second, "41"))
              .isInstanceOfSatisfying(
                  Problem.class,
                  problem -> {
                    assertThat(problem.code()).isEqualTo("fund.lot-committed");
                    assertThat(problem.facts()).containsEntry("available", "40000000");
                  });
          lower(second, "40");
          books.are("0", "40", "0", "0");
          assertThatThrownBy(() -> lower(second, "1"))
              .isInstanceOfSatisfying(Problem.class, p -> assertThat(p.code()).isEqualTo("stale"));
        });
  }

  private void lower(FundAllocation lot, String amount) {
    allocations.lower(
        stage.manager("maya"),
        new LowerAllocation(lot.uid(), millions(amount), "less", lot.version()));
  }

  @Test
  void aDoubleClickAllocatesOnce() throws InterruptedException {
    stage.at(NOW, () -> open("CLICK"));
    AllocateFund command =
        new AllocateFund(program, program, millions("5"), LocalDate.of(2027, 12, 31), null, "");
    List<Callable<?>> clicks = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      clicks.add(
          () ->
              idempotency.once(
                  stage.manager("maya"),
                  "double-click-5",
                  command,
                  FundAllocation.class,
                  () -> allocations.allocate(stage.manager("maya"), command)));
    }
    assertThat(together(clicks)).as("all get the answer of the first").isEqualTo(8);
    stage.at(
        NOW,
        () -> {
          books.are("85", "0", "0", "0");
          assertThat(funds.get(dealer.scope(), fund).allocations()).hasSize(3);
        });
  }

  @Test
  void aProgramsBudgetIsNeverExceeded() throws InterruptedException {
    stage.at(
        NOW,
        () -> {
          program =
              stage.program(
                  "RACE-BUDGET",
                  FundStage.HALF.replaceFirst(
                      "\\}\\s*$", ", \"limits\": {\"budget\": \"50000000\"}}"));
          for (int i = 0; i < 8; i++) {
            stage.partner("RACE-BUDGET-" + i, "", null);
          }
        });
    List<Callable<?>> works = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      String partner = "RACE-BUDGET-" + i;
      works.add(
          () -> {
            acts.allocate(program, partner, "20", "2027-12-31");
            return partner;
          });
    }
    assertThat(together(works)).isEqualTo(2);
    stage.at(
        NOW,
        () ->
            assertThat(
                    funds
                        .list(
                            stage.manager("maya").scope(),
                            ListQuery.firstRows(20).filtered("program", program))
                        .rows()
                        .stream()
                        .map(FundSummary::allocated)
                        .reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo("40000000"));
  }

  @Test
  void theDatabaseItselfRefusesAnOverdrawnLot() {
    stage.at(NOW, () -> open("GUARD"));
    assertThatThrownBy(
            () ->
                stage.update(
                    "UPDATE fund_allocation SET committed = committed + 30000001 WHERE number = 1"
                        + " AND fund_id = (SELECT id FROM fund WHERE uid = ?)",
                    fund))
        .hasMessageContaining("fund_allocation_holds");
    assertThatThrownBy(() -> stage.update("UPDATE fund_movement SET amount = 1"))
        .hasMessageContaining("denied");
  }
}
