package org.mitra.feeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mitra.feeds.FeedWorld.MAYA;
import static org.mitra.feeds.FeedWorld.csv;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mitra.jobs.RunningJob;

/** A commit that is interrupted anywhere goes on where it was and does each row once. */
@ExtendWith(ArquillianExtension.class)
class RestartIT {
  private static final int ROWS = 2_500;

  @Inject private FeedWorld world;
  @Inject private Imports imports;
  @Inject private CommitJob job;

  @Test
  void eachRowIsTakenInOnce() throws Exception {
    world.set("AGAIN");
    List<String> rows = new ArrayList<>();
    for (int i = 1; i <= ROWS; i++) {
      // One line in a hundred is wrong, one in fifty returns a part of an earlier sale.
      String buyer = i % 100 == 0 ? "NOBODY-3" : "AGAIN";
      rows.add("G-" + i + ";1;;05/04/2026;" + buyer + ";AGAIN;2;1000;");
      if (i % 50 == 1) {
        rows.add("H-" + i + ";1;R;06/04/2026;AGAIN;AGAIN;-1;1000;G-" + i);
      }
    }
    UUID uid = world.previewed("AGAIN", csv(rows.toArray(String[]::new))).summary().uid();
    long id = world.committing(uid);
    int interrupted = 0;
    for (int steps = 1; interrupted < 20; steps = steps % 3 + 1) {
      Interrupted running = new Interrupted(id, steps);
      try {
        job.carryOut(running);
        break;
      } catch (IllegalStateException e) {
        interrupted++;
      }
    }
    assertThat(interrupted).as("interruptions").isPositive();
    ImportDetail done = imports.get(MAYA, uid);
    assertThat(done.summary().state()).isEqualTo(ImportState.COMMITTED);
    assertThat(world.lines("AGAIN")).hasSize(ROWS - ROWS / 100 + ROWS / 50);
    assertThat(world.versions("AGAIN")).isEqualTo(ROWS - ROWS / 100 + ROWS / 50);
    assertThat(done.summary().quarantined()).isEqualTo(ROWS / 100);
    assertThat(done.totals()).singleElement().matches(ControlTotal::isBalanced);
    assertThat(done.totals().get(0).received().lines()).isEqualTo(ROWS + ROWS / 50);
    assertThat(done.totals().get(0).stored().amount()).isEqualByComparingTo(world.net("AGAIN"));
  }

  /** A job whose server goes down after some steps. */
  private static final class Interrupted implements RunningJob {
    private final long importId;
    private int steps;

    Interrupted(long importId, int steps) {
      this.importId = importId;
      this.steps = steps;
    }

    @Override
    public long id() {
      return 0;
    }

    @Override
    public UUID uid() {
      return new UUID(0, 0);
    }

    @Override
    public String subject() {
      return "";
    }

    @Override
    public String argument() {
      return String.valueOf(importId);
    }

    @Override
    public String requestedBy() {
      return "maya";
    }

    @Override
    public void progress(long done, long total) {
      if (--steps == 0) {
        throw new IllegalStateException("the server goes down");
      }
    }
  }
}
