package org.mitra.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.mitra.claims.ClaimWorld.MAYA;

import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mitra.accruals.RunDetail;
import org.mitra.accruals.Runs;
import org.mitra.engine.ClaimTerms;
import org.mitra.engine.LatePenalty;
import org.mitra.jobs.JobState;
import org.mitra.money.Rate;

/** A claim after the window costs a part of what the units earn, month by month. */
@ExtendWith(ArquillianExtension.class)
class LateClaimsIT extends ClaimStage {
  @Inject Runs runs;

  private String lenient;

  @BeforeEach
  void publish() {
    ClaimTerms late = new ClaimTerms(30, false, Optional.of(new LatePenalty(Rate.of("10%"), 3)));
    lenient = world.program(prefix + "-L", world.terms(Set.of(product), late));
  }

  private void sold(String serial, int daysAgo) {
    world.sale(dealer, serial, product, world.daysAgo(daysAgo), List.of(serial));
  }

  @Test
  void theClaimShowsWhatBeingLateCosts() {
    String inTime = prefix + "-000001";
    String late = prefix + "-000022";
    String over = prefix + "-000333";
    sold(inTime, 5);
    sold(late, 32);
    sold(over, 140);

    ClaimSummary draft =
        claims.draft(dealer, ClaimWorld.claim(lenient, List.of(inTime, late, over)));

    assertThat(draft.expected()).isEqualByComparingTo("95000");
    assertThat(items(draft))
        .extracting(ClaimItem::serial, ClaimItem::state, ClaimItem::monthsLate, ClaimItem::taken)
        .containsExactly(
            tuple(inTime, ItemState.PASSED, 0, ""),
            tuple(late, ItemState.PASSED, 1, "10%"),
            tuple(over, ItemState.FAILED, 4, "40%"));
    assertThat(items(draft).get(1).late().en()).contains("10%");
    assertThat(items(draft).get(1).expected()).isEqualByComparingTo("45000");
    assertThat(claims.get(dealer.scope(), draft.uid()).worth().leaves().map(it -> it.code()))
        .containsExactlyInAnyOrder("claim-units", "claim-units-late");
  }

  @Test
  void whatIsApprovedEarnsLessLiveAndInARun() throws InterruptedException {
    String late = prefix + "-000022";
    sold(late, 75);
    ClaimSummary draft = claims.draft(dealer, ClaimWorld.claim(lenient, List.of(late)));
    ClaimSummary submitted = claims.submit(dealer, draft.uid(), draft.version());

    reviews.approve(MAYA, submitted.uid(), new ApproveClaim(submitted.version(), "", null));

    int months = items(draft).get(0).monthsLate();
    assertThat(months).isBetween(1, 2);
    String earned = months == 1 ? "45000" : "40000";
    assertThat(world.entitled(prefix + "-D", lenient)).isEqualByComparingTo(earned);
    LocalDate sold = LocalDate.ofInstant(world.daysAgo(75), ClaimWorld.JAKARTA);
    RunDetail run = runs.start(ClaimWorld.DEWI, sold, sold.plusDays(1), prefix);
    for (int i = 0; i < 1200 && run.state() != JobState.DONE; i++) {
      TimeUnit.MILLISECONDS.sleep(50);
      run = runs.get(ClaimWorld.DEWI, run.uid());
    }
    assertThat(run.state()).isEqualTo(JobState.DONE);
    assertThat(world.entitled(prefix + "-D", lenient)).isEqualByComparingTo(earned);
  }
}
