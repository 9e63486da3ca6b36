package org.mitra.accruals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mitra.data.ListQuery;
import org.mitra.figures.AgreedFigure;
import org.mitra.figures.AgreedFigures;
import org.mitra.problem.Problem;

/** What growth is measured from can be fixed, whatever is told about the past later. */
@ExtendWith(ArquillianExtension.class)
class BaselinesIT extends LiveStage {
  private static final LocalDate NEXT_APRIL = LocalDate.of(2022, 4, 1);
  private static final Instant NEXT_MARCH = Instant.parse("2022-03-10T03:00:00Z");

  @Inject private Baselines baselines;
  @Inject private AgreedFigures figures;

  @Test
  void salesOfThePastBecomeABaselineThatStays() {
    growth("LAST_YEAR");
    world.sale(name, "1", 10, "2021-05-02");
    assertThat(propose(NEXT_MARCH)).isOne();
    assertThat(propose(NEXT_MARCH)).as("it waits already").isZero();
    assertThat(waiting())
        .extracting(it -> it.amount().longValueExact())
        .containsExactly(1_000_000L);

    world.sale(name, "2", 15, "2022-05-02");
    assertThat(amounts(name)).as("10% of what is above last year").containsExactly("50000");
    clock.at(
        NEXT_MARCH,
        () -> {
          figures.decide(
              AccrualWorld.DEWI, waiting().stream().map(AgreedFigure::uid).toList(), true);
          catchUp.carryOut();
        });
    world.sale(name, "3", 2, "2021-05-20");
    assertThat(amounts(name)).as("last year was better than known").containsExactly("50000");
    explained(name);
    assertThat(propose(NEXT_MARCH)).as("agreed is agreed").isZero();
  }

  @Test
  void thereIsNothingToFixBeforeThePastIsOver() {
    growth("LAST_YEAR");
    assertThatThrownBy(() -> propose(MAY))
        .isInstanceOfSatisfying(
            Problem.class, problem -> assertThat(problem.code()).isEqualTo("figure.past-not-over"));
  }

  @Test
  void aFixedYardstickHasNoPast() {
    growth("AGREED_TARGET");
    assertThatThrownBy(() -> propose(NEXT_MARCH))
        .isInstanceOfSatisfying(
            Problem.class, problem -> assertThat(problem.code()).isEqualTo("figure.no-past"));
  }

  private void growth(String yardstick) {
    world.program(
        MAY,
        name,
        """
        {"from": "2022-04-01", "until": "2022-10-01",
         "rule": {"type": "attainment", "qualifies": "NET", "pays": "NET", "mode": "EXCESS",
                  "starts": "REACHED", "yardstick": {"kind": "%s"}, "rate": null,
                  "tiers": [{"from": "100", "rate": "10%%"}]}}
        """
            .formatted(yardstick));
  }

  private int propose(Instant now) {
    int[] proposed = {0};
    clock.at(now, () -> proposed[0] = baselines.propose(AccrualWorld.MAYA, name, NEXT_APRIL));
    return proposed[0];
  }

  private List<AgreedFigure> waiting() {
    return figures
        .list(
            AccrualWorld.DEWI.scope(),
            ListQuery.firstRows(5).filtered("program", name).filtered("state", "PROPOSED"))
        .rows();
  }
}
