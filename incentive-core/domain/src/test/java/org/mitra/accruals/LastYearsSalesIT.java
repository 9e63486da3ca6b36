package org.mitra.accruals;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mitra.engine.Finding;

/** What drafts are told about the sales of the last year. */
@ExtendWith(ArquillianExtension.class)
class LastYearsSalesIT extends LiveStage {
  @Test
  void aBudgetIsComparedWithWhatTheyWouldHaveCost() {
    world.sale(name, "1", 20, "2020-10-02");
    world.returned(name, "1", 5, "2020-10-20");
    world.sale(name, "2", 5, "2021-02-02");
    world.sale(name, "3", 99, "2020-05-09");
    List<Finding> tight = findings("{\"limits\": {\"budget\": \"50136\"}}");
    assertThat(tight).extracting(Finding::code).containsExactly("budget-below-cost");
    assertThat(tight.get(0).facts())
        .as("5% of 2,000,000 for 183 of 365 days")
        .containsEntry("cost", "50137");
    assertThat(findings("{\"limits\": {\"budget\": \"50137\"}}")).isEmpty();
  }

  @Test
  void whoHasNothingToGrowFromIsCounted() {
    String growth =
        """
        {"rule": {"type": "attainment", "qualifies": "NET", "pays": "NET", "mode": "EXCESS",
                  "starts": "REACHED", "yardstick": {"kind": "LAST_YEAR"}, "rate": null,
                  "tiers": [{"from": "100", "rate": "5%"}]}}
        """;
    world.sale(name, "1", 20, "2020-10-02");
    assertThat(findings(growth)).extracting(Finding::code).containsExactly("no-baselines");
    world.sale(name, "2", 1, "2020-06-30");
    assertThat(findings(growth)).isEmpty();
  }

  private List<Finding> findings(String changes) {
    return world.findings(MAY, name, changes);
  }
}
