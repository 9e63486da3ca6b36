package org.mitra.accruals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mitra.access.PartnerScope;
import org.mitra.data.BusinessClock;
import org.mitra.data.ListQuery;
import org.mitra.engine.Explanation;
import org.mitra.it.Together;
import org.mitra.jobs.JobState;
import org.mitra.ledger.Ledger;
import org.mitra.money.Exact;
import org.mitra.problem.Problem;

/** What partners have earned follows the facts, and the books follow what they have earned. */
@ExtendWith(ArquillianExtension.class)
class AccrualsIT {
  /** Long before the other tests' time, so that runs concern nobody else. */
  private static final Instant MAY = Instant.parse("2021-05-10T03:00:00Z");

  private static final LocalDate APRIL = LocalDate.of(2021, 4, 1);
  private static final LocalDate JULY = LocalDate.of(2021, 7, 1);

  @Inject private Accruals accruals;
  @Inject private Runs runs;
  @Inject private CalculationJob calculation;
  @Inject private CatchUp catchUp;
  @Inject private Ledger ledger;
  @Inject private BusinessClock clock;
  @Inject private AccrualWorld world;

  @Resource private ManagedThreadFactory threads;

  private String name;

  /** Everything has the test's own names, so that no test depends on another. */
  @BeforeEach
  void begin(TestInfo test) {
    name = "A" + Integer.toHexString(test.getDisplayName().hashCode()).toUpperCase(Locale.ROOT);
    clock.at(MAY, () -> world.partnerWithProduct(name));
  }

  @Test
  void aSaleShowsWithTheTransactionThatBringsIt() {
    world.program(MAY, name, "{}");
    world.sale(name, "1", 10, "2021-05-02");
    assertThat(accrual().entitled()).isEqualByComparingTo("50000");
    assertThat(accrual().posted()).as("the books follow with a run").isZero();
    world.sale(name, "2", 4, "2021-05-03");
    assertThat(accrual().entitled()).isEqualByComparingTo("70000");
    world.returned(name, "2", 4, "2021-05-20");
    assertThat(accrual().entitled()).isEqualByComparingTo("50000");
  }

  @Test
  void aCorrectedLineReplacesItsEarlierVersion() {
    world.program(MAY, name, "{}");
    world.sale(name, "1", 10, "2021-05-02");
    world.sale(name, "1", 3, "2021-05-02");
    assertThat(accrual().entitled()).isEqualByComparingTo("15000");
    assertThat(accrual().lines()).isEqualTo(1);
  }

  @Test
  void everyAmountIsExplainedAndEveryLineThatDidNotCountNamesWhy() {
    world.program(
        MAY, name, "{\"scope\": {\"flows\": [\"SELL_IN\"], \"items\": [\"" + name + "\"]}}");
    clock.at(MAY, () -> world.product(name + "-OTHER"));
    world.sale(name, "1", 10, "2021-05-02");
    world.sale(name, "2", 7, "2021-06-30");
    world.saleOf(name, name + "-OTHER", "3", 5, "2021-05-02");

    AccrualDetail detail = accruals.get(AccrualWorld.DEWI.scope(), accrual().uid());

    assertThat(detail.explanation().amount().amount()).isEqualByComparingTo("85000");
    Exact sum =
        detail.explanation().leaves().map(Explanation::exact).reduce(Exact.ZERO, Exact::plus);
    assertThat(sum).isEqualTo(detail.explanation().exact());
    assertThat(detail.refusedCount()).isEqualTo(1);
    assertThat(detail.refused())
        .extracting(AccrualDetail.RefusedLine::document, AccrualDetail.RefusedLine::reason)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("3", "product-not-in-scope"));
  }

  @Test
  void manyLinesAreCaughtUpWithAfterTheirTransaction() {
    world.program(MAY, name, "{}");
    world.sales(name, 30, "2021-04-01");
    catchUp.carryOut();
    assertThat(accrual().entitled()).isEqualByComparingTo("150000");
    catchUp.carryOut();
    assertThat(accrual().entitled()).isEqualByComparingTo("150000");
  }

  @Test
  void aProgramPublishedAfterTheSaleCountsIt() {
    world.sale(name, "1", 10, "2021-05-02");
    assertThat(stored()).isEmpty();
    world.program(MAY, name, "{}");
    catchUp.carryOut();
    assertThat(accrual().entitled()).isEqualByComparingTo("50000");
  }

  @Test
  void whoJoinsAProgramEarnsFromThenOn() {
    UUID program = world.program(MAY, name, "{\"enrollment\": \"ENROLLED\"}");
    world.sale(name, "1", 10, "2021-05-02");
    world.sale(name, "2", 3, "2021-05-20");
    assertThat(stored()).isEmpty();
    world.enroll(MAY, program, name, LocalDate.of(2021, 5, 10));
    catchUp.carryOut();
    assertThat(accrual().entitled()).isEqualByComparingTo("15000");
  }

  @Test
  void salesAtTheSameTimeAllCount() throws InterruptedException {
    world.program(MAY, name, "{}");
    List<String> outcomes =
        Together.run(
            threads,
            8,
            () -> {
              world.sale(name, UUID.randomUUID().toString(), 1, "2021-05-02");
              return null;
            });
    assertThat(outcomes).containsOnly("ok");
    assertThat(accrual().entitled()).isEqualByComparingTo("40000");
  }

  @Test
  void aRunPostsTheDifferenceOnce() throws InterruptedException {
    world.program(MAY, name, "{}");
    world.sale(name, "1", 10, "2021-05-02");
    RunDetail first = run("first");
    assertThat(first.postings()).isPositive();
    assertThat(accrual().posted()).isEqualByComparingTo("50000");
    RunDetail second = run("second");
    assertThat(second.postings()).isZero();
    assertThat(second.resultHash()).isEqualTo(first.resultHash());
    world.returned(name, "1", 4, "2021-05-20");
    assertThat(run("third").postings()).isEqualTo(1);
    assertThat(accrual().posted()).isEqualByComparingTo("30000");
    assertThat(accruals.get(AccrualWorld.DEWI.scope(), accrual().uid()).trueUps())
        .extracting(trueUp -> trueUp.amount().stripTrailingZeros().toPlainString())
        .containsExactly("50000", "-20000");
    assertThat(ledger.imbalances()).isEmpty();
  }

  @Test
  void aRunThatBreaksOffGoesOnAndPostsNothingTwice() throws InterruptedException {
    RunDetail run = run("broken");
    world.program(MAY, name, "{}");
    world.sale(name, "1", 10, "2021-05-02");
    StandInJob job = new StandInJob(world.jobId(run.job()), 1);
    assertThatThrownBy(() -> clock.at(MAY, () -> calculation.carryOut(job)))
        .isInstanceOf(StandInJob.Crash.class);
    clock.at(MAY, () -> calculation.carryOut(new StandInJob(job.id(), Integer.MAX_VALUE)));
    assertThat(runs.get(AccrualWorld.DEWI, run.uid()).resultHash()).isNotEqualTo(run.resultHash());
    assertThat(accrual().posted()).isEqualByComparingTo("50000");
    assertThat(accruals.get(AccrualWorld.DEWI.scope(), accrual().uid()).trueUps()).hasSize(1);
    assertThat(run("after").postings()).isZero();
  }

  @Test
  void everyNightHasOneRun() {
    Instant beforeTwo = Instant.parse("2021-05-11T18:30:00Z");
    clock.at(beforeTwo, () -> assertThat(runs.nightly()).as("01:30 in Jakarta").isEmpty());
    Instant night = Instant.parse("2021-05-11T19:30:00Z");
    List<RunDetail> asked = new ArrayList<>();
    for (Instant hour : List.of(night, night.plusSeconds(3600), night.plusSeconds(7200))) {
      clock.at(hour, () -> runs.nightly().ifPresent(asked::add));
    }
    assertThat(asked).hasSize(3);
    assertThat(asked).extracting(RunDetail::uid).containsOnly(asked.get(0).uid());
    assertThat(asked.get(0).fromDay()).isEqualTo("2020-05-01");
    assertThat(asked.get(0).untilDay()).isEqualTo("2021-05-13");
    clock.at(
        night.plusSeconds(86_400),
        () -> assertThat(runs.nightly().orElseThrow().uid()).isNotEqualTo(asked.get(0).uid()));
  }

  @Test
  void theSameKeyAsksForOneRun() {
    assertThat(asked("one").uid()).isEqualTo(asked("one").uid());
    assertThat(asked("two").uid()).isNotEqualTo(asked("one").uid());
    assertThatThrownBy(() -> runs.start(AccrualWorld.DEWI, JULY, APRIL, "backwards"))
        .isInstanceOfSatisfying(
            Problem.class, problem -> assertThat(problem.code()).isEqualTo("run.days"));
    assertThatThrownBy(() -> runs.start(AccrualWorld.AUDITOR, APRIL, JULY, "x"))
        .isInstanceOfSatisfying(
            Problem.class, problem -> assertThat(problem.kind().status()).isEqualTo(403));
  }

  @Test
  void aPartnerSeesWhatIsHisOnly() {
    world.program(MAY, name, "{}");
    world.sale(name, "1", 10, "2021-05-02");
    clock.at(MAY, () -> world.partner(name + "-X"));
    UUID accrual = accrual().uid();
    assertThat(accruals.list(world.scope(name), ListQuery.firstRows(5)).rows()).hasSize(1);
    PartnerScope other = world.scope(name + "-X");
    assertThat(accruals.list(other, ListQuery.firstRows(5)).rows()).isEmpty();
    assertThatThrownBy(() -> accruals.get(other, accrual))
        .isInstanceOfSatisfying(
            Problem.class, problem -> assertThat(problem.kind().status()).isEqualTo(404));
  }

  private RunDetail asked(String key) {
    return runs.start(AccrualWorld.DEWI, APRIL, JULY, name + key);
  }

  /** Asks for a run and waits until the worker has carried it out. */
  private RunDetail run(String key) throws InterruptedException {
    RunDetail run = asked(key);
    for (int i = 0; i < 1200 && run.state() != JobState.DONE; i++) {
      TimeUnit.MILLISECONDS.sleep(50);
      run = runs.get(AccrualWorld.DEWI, run.uid());
    }
    assertThat(run.state()).isEqualTo(JobState.DONE);
    return run;
  }

  private List<AccrualSummary> stored() {
    return accruals
        .list(AccrualWorld.DEWI.scope(), ListQuery.firstRows(5).filtered("partner", name))
        .rows()
        .stream()
        .filter(accrual -> accrual.entitled().compareTo(BigDecimal.ZERO) != 0)
        .toList();
  }

  private AccrualSummary accrual() {
    assertThat(stored()).hasSize(1);
    return stored().get(0);
  }
}
