package org.mitra.funds;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mitra.access.Actor;
import org.mitra.accruals.AccrualDetail;
import org.mitra.accruals.Accruals;
import org.mitra.accruals.RunDetail;
import org.mitra.accruals.Runs;
import org.mitra.catalog.Products;
import org.mitra.catalog.SaveProduct;
import org.mitra.engine.Flow;
import org.mitra.engine.Kind;
import org.mitra.funds.activities.ActivityStage;
import org.mitra.jobs.JobState;
import org.mitra.sales.Delivery;
import org.mitra.sales.LineAmounts;
import org.mitra.sales.LineKey;
import org.mitra.sales.LineParties;
import org.mitra.sales.ReportedLine;
import org.mitra.sales.Sales;

/** Funds that grow with what their partners buy. */
@ExtendWith(ArquillianExtension.class)
class FundAccrualIT {
  private static final ZoneId JAKARTA = ZoneId.of("Asia/Jakarta");

  @Inject private Funds funds;
  @Inject private FundStage stage;
  @Inject private ActivityStage acts;
  @Inject private Products products;
  @Inject private Sales sales;
  @Inject private Accruals accruals;
  @Inject private Runs runs;

  private String program;
  private Actor dealer;
  private FundBooks books;

  /** Two percent of each quarter's purchases, for six months. */
  private void open(String name, String limits) {
    program = "GROW-" + name;
    String terms =
        FundStage.HALF
            .replace("\"periodMonths\": 12", "\"periodMonths\": 3" + limits)
            .replace("\"SELL_THROUGH\"]", "\"SELL_THROUGH\"], \"items\": [\"" + program + "\"]")
            .replace("60}}", "60, \"accrual\": {\"rate\": \"2%\", \"lastsMonths\": 6}}}");
    products.create(
        stage.manager("stage"),
        new SaveProduct(program, "Product", "", "", "", "PCS", false, true, null, null, "", null));
    stage.program(program, terms);
    stage.partner(program, "", null);
    dealer = stage.dealer(program);
    books = new FundBooks(funds, stage, program, program);
  }

  /** In millions, which is the price of one. */
  private void bought(String document, int millions, String day) {
    take(document, Kind.SALE, millions, day);
  }

  private void take(String document, Kind kind, int millions, String day) {
    LocalDate on = LocalDate.parse(day);
    ReportedLine line =
        new ReportedLine(
            new LineKey("ERP-" + program, document, "1", kind),
            document,
            Flow.SELL_IN,
            new LineParties("", program, "", "", ""),
            program,
            new LineAmounts(
                BigDecimal.valueOf(millions),
                "PCS",
                new BigDecimal("1000000"),
                null,
                null,
                null,
                null,
                "IDR",
                null),
            on,
            on.atTime(LocalTime.NOON).atZone(JAKARTA).toInstant(),
            kind == Kind.RETURN
                ? new ReportedLine.Reference(document, "1")
                : ReportedLine.Reference.NONE,
            List.of());
    Delivery delivery = new Delivery(null, "test", line.soldAt().plusSeconds(60), null);
    stage.together(
        () ->
            assertThat(sales.take(delivery, List.of(line)))
                .allSatisfy(taken -> assertThat(taken.refusal()).isEmpty()));
  }

  private void run(String from, String until) {
    Actor finance = stage.finance("runner");
    RunDetail run =
        runs.start(finance, LocalDate.parse(from), LocalDate.parse(until), program + from + until);
    for (int i = 0; i < 1200 && run.state() != JobState.DONE; i++) {
      try {
        TimeUnit.MILLISECONDS.sleep(50);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
      run = runs.get(finance, run.uid());
    }
    assertThat(run.state()).isEqualTo(JobState.DONE);
  }

  @Test
  void purchasesFillTheFundAndReturnsTakeBackWhatIsFree() {
    stage.at(
        "2027-02-10T09:00:00",
        () -> {
          open("LIFE", "");
          bought("INV-1", 400, "2027-02-01");
          books.are("8", "0", "0", "0");
          UUID fund = stage.fund(program, program);
          FundAllocation lot = funds.get(dealer.scope(), fund).allocations().get(0);
          assertThat(lot.accrued()).isTrue();
          assertThat(lot.accruedFor()).isEqualTo("2027-01-01");
          assertThat(lot.expiresOn()).isEqualTo("2027-09-30");
          AccrualDetail why = accruals.get(dealer.scope(), lot.accrual());
          assertThat(why.explanation().amount().amount()).isEqualByComparingTo("8000000");
          var submitted = acts.submitted(dealer, fund, "6", "2027-02-20", "2027-02-21");
          acts.approved(submitted, "6");
          books.are("2", "6", "0", "0");
          take("INV-1", Kind.RETURN, -200, "2027-02-09");
          books.are("0", "6", "0", "0");
        });
    stage.at(
        "2027-04-15T09:00:00",
        () -> {
          bought("INV-2", 300, "2027-04-10");
          books.are("6", "6", "0", "0");
          run("2027-01-01", "2027-04-01");
          // The first quarter earned 4 of the 6 that are promised: the second gives the other 2.
          books.are("4", "6", "0", "0");
          run("2027-01-01", "2027-05-01");
          books.are("4", "6", "0", "0");
          bought("INV-3", 50, "2027-03-01");
          books.are("5", "6", "0", "0");
        });
  }

  @Test
  void aBudgetGivesWhatItHasLeft() {
    stage.at(
        "2027-02-10T09:00:00",
        () -> {
          open("SMALL", ", \"limits\": {\"budget\": \"5000000\"}");
          bought("INV-1", 200, "2027-02-01");
          bought("INV-2", 100, "2027-02-02");
          books.are("5", "0", "0", "0");
          take("INV-1", Kind.RETURN, -200, "2027-02-09");
          books.are("2", "0", "0", "0");
        });
  }
}
