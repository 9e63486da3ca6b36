package org.mitra.accruals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mitra.engine.Explanation;
import org.mitra.engine.Settles;
import org.mitra.partners.PartnerType;
import org.mitra.problem.Problem;

/**
 * Terms that look beyond a partner's own sales of one period are kept up to date like any other.
 */
@ExtendWith(ArquillianExtension.class)
class LiveTermsIT extends LiveStage {
  @Test
  void growthFollowsTheSalesOfTheYearBefore() throws InterruptedException {
    world.program(
        MAY,
        name,
        """
        {"from": "2022-04-01", "until": "2022-10-01",
         "rule": {"type": "attainment", "qualifies": "NET", "pays": "NET", "mode": "EXCESS",
                  "starts": "REACHED", "yardstick": {"kind": "LAST_YEAR"}, "rate": null,
                  "tiers": [{"from": "100", "rate": "10%"}]}}
        """);
    world.sale(name, "1", 10, "2021-05-02");
    world.sale(name, "2", 15, "2022-05-02");
    assertThat(amounts(name)).containsExactly("50000");
    world.sale(name, "3", 2, "2021-05-20");
    assertThat(amounts(name)).as("last year was better than known").containsExactly("30000");
    explained(name);
    run("past");
    assertThat(accrual(name).posted()).isEqualByComparingTo("30000");
    assertThat(run("again").postings()).isZero();
  }

  @Test
  void aPoolIsSharedByAllWhoTakePart() throws InterruptedException {
    UUID program =
        world.program(
            MAY,
            name,
            """
            {"enrollment": "ENROLLED",
             "rule": {"type": "pool", "measure": "NET", "target": "5000000", "rate": "10%",
                      "sharing": "EQUALLY", "pays": null}}
            """);
    List<String> members = Stream.of("", "-B", "-C", "-D").map(name::concat).toList();
    members.subList(1, 4).forEach(member -> clock.at(MAY, () -> world.partner(member)));
    members.forEach(member -> world.enroll(MAY, program, member, APRIL));
    world.saleOf(name, name, "1", 30, "2021-05-02");
    catchUp.carryOut();
    assertThat(amounts(name)).as("the target is not reached").isEmpty();
    world.saleOf(name + "-B", name, "SECRET", 20, "2021-05-03");
    catchUp.carryOut();
    members.forEach(member -> assertThat(amounts(member)).containsExactly("125000"));

    assertThat(explained(name).toString()).doesNotContain("SECRET").doesNotContain(name + "-B");
    assertThat(explained(name + "-C").toString()).doesNotContain("SECRET");
    run("pool");
    assertThat(accrual(name + "-D").posted()).isEqualByComparingTo("125000");
    assertThat(run("pool again").postings()).isZero();

    world.returned(name, "1", 1, "2021-05-20");
    catchUp.carryOut();
    members.forEach(member -> assertThat(amounts(member)).isEmpty());
  }

  @Test
  void sharesOfAPoolAreSettledAndALaterReturnAdjustsThemAll() {
    UUID program =
        world.program(
            MAY,
            name,
            """
            {"until": "2021-07-01", "enrollment": "ENROLLED",
             "rule": {"type": "pool", "measure": "NET", "target": "1000000", "rate": "10%",
                      "sharing": "EQUALLY", "pays": null}}
            """);
    clock.at(MAY, () -> world.partner(name + "-B"));
    List<String> members = List.of(name, name + "-B");
    members.forEach(member -> world.enroll(MAY, program, member, APRIL));
    world.saleOf(name, name, "1", 30, "2021-05-02");
    world.close(name, JULY.minusDays(1), 910_001);
    for (String member : members) {
      List<SettledAccrual> settled = world.settle(name, member, 910_001);
      assertThat(settled).hasSize(1);
      assertThat(settled.get(0).amount().amount()).isEqualByComparingTo("150000");
      assertThat(settled.get(0).explanation().amount()).isEqualTo(settled.get(0).amount());
      assertThat(world.settle(name, member, 910_002)).isEmpty();
    }
    world.returned(name, "1", 10, "2021-07-20");
    catchUp.carryOut();
    for (String member : members) {
      List<SettledAccrual> adjusted = world.settle(name, member, 910_003);
      assertThat(adjusted).hasSize(1);
      assertThat(adjusted.get(0).amount().amount()).isEqualByComparingTo("-50000");
    }
  }

  @Test
  void whatIsKeptOnRecordIsBookedAsACostAndNeverPaid() {
    world.program(MAY, name, "{\"until\": \"2021-07-01\", \"settles\": \"RECORDED\"}");
    world.sale(name, "1", 10, "2021-05-02");
    assertThat(amounts(name)).containsExactly("50000");
    assertThat(accrual(name).settles()).isEqualTo(Settles.RECORDED);
    world.close(name, JULY.minusDays(1), 920_001);
    assertThat(accrual(name).posted()).isEqualByComparingTo("50000");
    assertThat(accrual(name).closed()).isTrue();
    assertThat(world.settle(name, name, 920_001)).isEmpty();
    assertThat(balance(Books.EXPENSE)).isEqualByComparingTo("50000");
    assertThat(balance(Books.GIVEN)).isEqualByComparingTo("-50000");
    assertThat(ledger.bySubject(List.of(Books.ACCRUED), name)).isEmpty();
  }

  @Test
  void aSharedBudgetIsDividedByWhatAllHaveEarned() {
    clock.at(MAY, () -> world.partner(name + "-B"));
    world.program(MAY, name, "{\"limits\": {\"budget\": \"300000\", \"scarce\": \"PRO_RATA\"}}");
    world.saleOf(name, name, "1", 60, "2021-05-02");
    catchUp.carryOut();
    assertThat(amounts(name)).containsExactly("300000");
    world.saleOf(name + "-B", name, "2", 120, "2021-05-02");
    catchUp.carryOut();
    assertThat(amounts(name)).containsExactly("100000");
    assertThat(amounts(name + "-B")).containsExactly("200000");
    explained(name);
  }

  @Test
  void anAmendmentReachesSalesThatWereReportedOnlyAsLongAsNobodyLoses() {
    UUID program = world.program(MAY, name, "{}");
    world.sale(name, "1", 10, "2021-05-02");
    assertThatThrownBy(() -> world.amend(MAY, program, APRIL, "{\"rule\": {\"rate\": \"4%\"}}"))
        .isInstanceOfSatisfying(
            Problem.class,
            problem -> {
              assertThat(problem.code()).isEqualTo("program.amendment-worse");
              assertThat(problem.facts().toString()).contains(name);
            });
    catchUp.carryOut();
    assertThat(amounts(name)).containsExactly("50000");
    world.amend(MAY, program, APRIL, "{\"rule\": {\"rate\": \"6%\"}}");
    catchUp.carryOut();
    assertThat(amounts(name)).containsExactly("60000");
    world.amend(MAY, program, JULY, "{\"rule\": {\"rate\": \"4%\"}}");
    catchUp.carryOut();
    assertThat(amounts(name)).as("worse from a period to come").containsExactly("60000");
  }

  @Test
  void termsThatBeginInsideAPeriodPayWhatIsSoldFromThatDayOn() throws InterruptedException {
    UUID program = world.program(MAY, name, "{}");
    world.sale(name, "1", 10, "2021-05-02");
    String worse = "{\"inPeriod\": \"CONTINUE\", \"rule\": {\"rate\": \"4%\"}}";
    assertThatThrownBy(() -> world.amend(MAY, program, LocalDate.of(2021, 5, 2), worse))
        .isInstanceOfSatisfying(
            Problem.class,
            problem -> assertThat(problem.code()).isEqualTo("program.amendment-worse"));
    world.amend(MAY, program, LocalDate.of(2021, 5, 10), worse);
    catchUp.carryOut();
    assertThat(amounts(name)).as("what was reported keeps its rate").containsExactly("50000");
    world.sale(name, "2", 5, "2021-05-20");
    world.sale(name, "3", 1, "2021-05-09");
    assertThat(amounts(name)).containsExactly("75000");
    assertThat(explained(name).get(0).parts())
        .extracting(Explanation::code)
        .containsExactly("segment", "segment");
    run("cut");
    assertThat(accrual(name).posted()).isEqualByComparingTo("75000");
  }

  @Test
  void whoStandsAboveTheSellerIsPaidAndTheSellersPersonHasAPart() {
    clock.at(
        MAY,
        () -> {
          world.partner(name + "-D", PartnerType.DEALER, name, LocalDate.of(2021, 1, 1));
          world.representative(name + "-D", name + "-R");
        });
    world.program(
        MAY,
        name,
        """
        {"payee": "ABOVE_SELLER", "scope": {"flows": ["SELL_OUT"]},
         "shared": [{"payee": "REPRESENTATIVE", "part": 1, "of": 4}]}
        """);
    world.soldBy(name + "-R", name + "-D", name, 10, "2021-05-02");
    catchUp.carryOut();
    assertThat(amounts(name)).containsExactly("37500");
    assertThat(amounts(name + "-R")).containsExactly("12500");
    explained(name);
    explained(name + "-R");
    world.soldBy(name + "-R", name + "-D", name, 20, "2021-05-02");
    catchUp.carryOut();
    assertThat(amounts(name)).as("the line was corrected").containsExactly("75000");
    assertThat(amounts(name + "-R")).containsExactly("25000");
  }

  @Test
  void aTargetCountsAsSoonAsItIsAgreed() {
    world.program(
        MAY,
        name,
        """
        {"rule": {"type": "attainment", "qualifies": "NET", "pays": "NET", "mode": "WHOLE_AMOUNT",
                  "starts": "REACHED", "yardstick": {"kind": "AGREED_TARGET"}, "rate": null,
                  "tiers": [{"from": "100", "rate": "10%"}]}}
        """);
    world.sale(name, "1", 20, "2021-05-02");
    assertThat(amounts(name)).as("nothing is agreed").isEmpty();
    world.agreeOnTarget(name, name, APRIL, "2000000");
    catchUp.carryOut();
    assertThat(amounts(name)).containsExactly("200000");
    explained(name);
    world.agreeOnTarget(name, name, APRIL, "3000000");
    catchUp.carryOut();
    assertThat(amounts(name)).as("the new one is not reached").isEmpty();
  }

  @Test
  void salesInAnotherCurrencyFollowTheRateOfTheirDay() {
    world.program(MAY, name, "{\"conversion\": \"EXACT\"}");
    world.saleIn("SGD", name, 10, "2021-05-02");
    assertThat(amounts(name)).as("no rate is known").isEmpty();
    world.rate("SGD", "2021-05-01", "11000");
    catchUp.carryOut();
    assertThat(amounts(name)).containsExactly("550000");
    explained(name);
    world.rate("SGD", "2021-05-01", "12000");
    catchUp.carryOut();
    assertThat(amounts(name)).containsExactly("600000");
  }

  @Test
  void programsOfAGroupLookAtEachOther() {
    String stacking =
        """
        {"stacking": {"group": "%s", "method": "BEST_OF", "per": "PERIOD", "precedence": %d}%s}
        """;
    world.program(MAY, name, stacking.formatted(name, 1, ""));
    String better = ", \"scope\": {\"items\": [\"" + name + "\"]}, \"rule\": {\"rate\": \"7%\"}";
    world.program(MAY, name + "-7", stacking.formatted(name, 2, better));
    world.sale(name, "1", 10, "2021-05-02");
    assertThat(amounts(name)).containsExactly("70000");
    explained(name);
  }
}
