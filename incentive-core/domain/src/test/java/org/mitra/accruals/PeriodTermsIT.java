package org.mitra.accruals;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mitra.access.Actor;
import org.mitra.engine.Explanation;
import org.mitra.partners.PartnerType;
import org.mitra.partners.SaveCertificate;

/** What a period pays that has no sales of its own, or not only its own. */
@ExtendWith(ArquillianExtension.class)
class PeriodTermsIT extends LiveStage {
  @Test
  void anEarlierMonthCountsInTheLaterOnesOfItsSpan() {
    world.program(
        MAY,
        name,
        """
        {"periodMonths": 1, "spanMonths": 6,
         "rule": {"type": "tiered", "qualifies": "NET", "pays": "NET", "method": "WHOLE_AMOUNT",
                  "starts": "REACHED", "rate": null,
                  "tiers": [{"from": "0", "rate": "5%"}, {"from": "1000000", "rate": "10%"}]}}
        """);
    world.sale(name, "1", 5, "2021-04-02");
    world.sale(name, "2", 5, "2021-05-02");
    assertThat(amounts(name)).containsExactly("25000", "75000");
    explained(name);
    assertThat(accrual(name).qualifying()).as("since April").isEqualByComparingTo("1000000");
    world.returned(name, "1", 1, "2021-05-20");
    assertThat(amounts(name)).containsExactly("20000", "25000");
    explained(name);
  }

  @Test
  void whoRisesBeforeThePeriodEndsIsPaidForAllOfIt() {
    world.program(
        MAY, name, "{\"scope\": {\"levels\": [\"PLATINUM\"], \"levelsOn\": \"PERIOD_END\"}}");
    world.sale(name, "1", 10, "2021-04-02");
    assertThat(amounts(name)).isEmpty();
    clock.at(
        MAY,
        () -> {
          world.partner(name, PartnerType.DISTRIBUTOR, "", LocalDate.of(2020, 1, 1), "PLATINUM");
          catchUp.carryOut();
        });
    assertThat(amounts(name)).containsExactly("50000");
    explained(name);
  }

  @Test
  void whoIsEnrolledIsPaidForPeriodsThatHaveBegun() throws InterruptedException {
    UUID program =
        world.program(
            MAY,
            name,
            """
            {"until": "2021-07-01", "periodMonths": 1, "enrollment": "ENROLLED",
             "pay": {"draw": {"amount": "100000", "recoverable": true}}}
            """);
    world.enroll(MAY, program, name, APRIL);
    clock.at(MAY, catchUp::carryOut);
    assertThat(amounts(name)).as("June has not begun").containsExactly("100000", "100000");
    world.sale(name, "1", 30, "2021-04-02");
    world.sale(name, "2", 60, "2021-06-02");
    assertThat(amounts(name))
        .as("more than the draw in April, its debt of May paid back in June")
        .containsExactly("150000", "100000", "200000");
    explained(name);
    run("draws");
    assertThat(accrual(name).posted()).isEqualByComparingTo("200000");
  }

  @Test
  void aCertificatePaysInThePeriodInWhichItWasEarned() {
    UUID program =
        world.program(
            MAY,
            name,
            """
            {"enrollment": "ENROLLED",
             "pay": {"training": [{"certificate": "SAFETY", "amount": "250000"}]}}
            """);
    world.enroll(MAY, program, name, APRIL);
    LocalDate learned = LocalDate.of(2021, 5, 3);
    clock.at(
        MAY,
        () -> {
          certificates.saveAll(
              Actor.system(), List.of(new SaveCertificate(name, "SAFETY", learned, null)));
          catchUp.carryOut();
        });
    assertThat(amounts(name)).containsExactly("250000");
    clock.at(
        MAY,
        () -> {
          certificates.remove(Actor.system(), name, "SAFETY", learned);
          catchUp.carryOut();
        });
    assertThat(amounts(name)).as("recorded by mistake").isEmpty();
  }

  @Test
  void whatCameBackBeyondWhatWasSoldIsMadeGoodFirst() throws InterruptedException {
    world.program(
        MAY,
        name,
        """
        {"periodMonths": 1, "returns": "IN_PERIOD_OF_RETURN",
         "rule": {"type": "flat", "pays": "NET", "rate": "5%", "negative": "CARRIED"}}
        """);
    world.sale(name, "1", 5, "2021-04-02");
    world.sale(name, "2", 8, "2021-06-02");
    assertThat(amounts(name)).containsExactly("25000", "40000");
    world.returned(name, "1", 5, "2021-05-05");
    assertThat(amounts(name)).as("nothing is owed for May").containsExactly("25000", "15000");
    assertThat(explained(name).get(1).leaves().map(Explanation::code)).contains("carried-in");
    run("carried");
    assertThat(amounts(name)).containsExactly("25000", "15000");
    assertThat(accrual(name).posted()).isEqualByComparingTo("15000");
  }

  @Test
  void aYardstickThatGrowsTakesBackInAMonthWithoutSales() throws InterruptedException {
    world.program(
        MAY,
        name,
        """
        {"until": "2021-07-01", "periodMonths": 1, "spanMonths": 3,
         "rule": {"type": "attainment", "qualifies": "NET", "pays": "NET", "rate": null,
                  "yardstick": {"kind": "FIXED", "amount": "1000000"}, "mode": "WHOLE_AMOUNT",
                  "starts": "REACHED", "tiers": [{"from": "100", "rate": "10%"}]}}
        """);
    world.sale(name, "1", 10, "2021-04-02");
    clock.at(MAY, catchUp::carryOut);
    run("april");
    assertThat(amounts(name))
        .as("a million of one million in April, of two in May; June has not begun")
        .containsExactly("100000", "-100000");
    explained(name);
  }
}
