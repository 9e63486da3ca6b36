package org.mitra.accruals;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInfo;
import org.mitra.data.BusinessClock;
import org.mitra.data.ListQuery;
import org.mitra.engine.Explanation;
import org.mitra.jobs.JobState;
import org.mitra.ledger.Ledger;
import org.mitra.money.Exact;
import org.mitra.partners.Certificates;
import org.mitra.partners.PartnerType;

/** A partner with a product, and what he sees of his accruals, for each test anew. */
abstract class LiveStage {
  static final Instant MAY = Instant.parse("2021-05-10T03:00:00Z");
  static final LocalDate APRIL = LocalDate.of(2021, 4, 1);
  static final LocalDate JULY = LocalDate.of(2021, 7, 1);

  @Inject Accruals accruals;
  @Inject Runs runs;
  @Inject CatchUp catchUp;
  @Inject Ledger ledger;
  @Inject BusinessClock clock;
  @Inject Certificates certificates;
  @Inject AccrualWorld world;

  String name;

  @BeforeEach
  void begin(TestInfo test) {
    name = "L" + Integer.toHexString(test.getDisplayName().hashCode()).toUpperCase(Locale.ROOT);
    LocalDate joined = LocalDate.of(2020, 1, 1);
    clock.at(
        MAY,
        () -> {
          world.partner(name, PartnerType.DISTRIBUTOR, "", joined);
          world.product(name);
        });
  }

  BigDecimal balance(String account) {
    return ledger.bySubject(List.of(account), name).get(0).balance().amount();
  }

  AccrualSummary accrual(String partner) {
    List<AccrualSummary> all = stored(partner);
    return all.get(all.size() - 1);
  }

  /** In the order of their periods. */
  List<AccrualSummary> stored(String partner) {
    return accruals
        .list(world.scope(partner), new ListQuery(0, 20, "periodStart", false, java.util.Map.of()))
        .rows()
        .stream()
        .filter(accrual -> accrual.partnerCode().equals(partner))
        .filter(accrual -> accrual.entitled().signum() != 0)
        .toList();
  }

  List<String> amounts(String partner) {
    return stored(partner).stream()
        .map(accrual -> accrual.entitled().stripTrailingZeros().toPlainString())
        .toList();
  }

  /** Each amount that the partner sees has a reason that comes to it. */
  List<Explanation> explained(String partner) {
    return stored(partner).stream()
        .map(
            accrual -> {
              AccrualDetail detail = accruals.get(world.scope(partner), accrual.uid());
              Explanation why = detail.explanation();
              assertThat(why.amount().amount()).isEqualByComparingTo(accrual.entitled());
              Exact sum = why.leaves().map(Explanation::exact).reduce(Exact.ZERO, Exact::plus);
              assertThat(sum).isEqualTo(why.exact());
              return why;
            })
        .toList();
  }

  RunDetail run(String key) throws InterruptedException {
    RunDetail run = runs.start(AccrualWorld.DEWI, APRIL, JULY, name + key);
    for (int i = 0; i < 1200 && run.state() != JobState.DONE; i++) {
      TimeUnit.MILLISECONDS.sleep(50);
      run = runs.get(AccrualWorld.DEWI, run.uid());
    }
    assertThat(run.state()).isEqualTo(JobState.DONE);
    return run;
  }
}
