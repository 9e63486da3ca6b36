package org.mitra.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mitra.access.Actor;
import org.mitra.access.PartnerScope;
import org.mitra.access.Role;
import org.mitra.data.Sql;
import org.mitra.it.Refused;
import org.mitra.problem.Problem;

@ExtendWith(ArquillianExtension.class)
class JobsIT {
  @Inject private Jobs jobs;
  @Inject private JobWorker worker;
  @Inject private Counting counting;
  @Inject private Rows rows;

  private final Actor maya =
      new Actor("jobs-maya", "Maya", EnumSet.of(Role.CHANNEL_MANAGER), Optional.empty());

  @Test
  void askedForTwiceItIsDoneOnce() throws InterruptedException {
    JobDetail first = jobs.queue(maya, Counting.KIND, "twice", "twice", "fine");
    JobDetail second = jobs.queue(maya, Counting.KIND, "twice", "twice", "fine");
    assertThat(second.uid()).isEqualTo(first.uid());
    assertThat(over(first.uid()).state()).isEqualTo(JobState.DONE);
    assertThat(counting.runs("twice")).isEqualTo(1);
  }

  @Test
  void aFailureSaysWhyAndIsDoneAgainByWhoAskedOrAnAdministrator() throws InterruptedException {
    JobDetail job = jobs.queue(maya, Counting.KIND, "failing", "failing", "fail-once");
    JobDetail failed = over(job.uid());
    assertThat(failed.state()).isEqualTo(JobState.FAILED);
    assertThat(failed.problem().orElseThrow().code()).isEqualTo("partner.unknown");
    assertThat(failed.problem().orElseThrow().facts()).containsEntry("code", "NOBODY");
    Actor other = new Actor("other", "O", EnumSet.of(Role.FINANCE), Optional.empty());
    Refused.with("access.role-missing", () -> jobs.retry(other, job.uid()));
    jobs.retry(maya, job.uid());
    assertThat(over(job.uid()).state()).isEqualTo(JobState.DONE);
    Refused.with("job.not-failed", () -> jobs.retry(maya, job.uid()));
    assertThat(counting.runs("failing")).isEqualTo(2);
  }

  @Test
  void aDefectIsToldAsAnIncidentOnly() throws InterruptedException {
    JobDetail job = jobs.queue(maya, Counting.KIND, "defect", "defect", "defect");
    Problem problem = over(job.uid()).problem().orElseThrow();
    assertThat(problem.code()).isEqualTo("unexpected");
    assertThat(problem.facts()).containsOnlyKeys("incident");
  }

  @Test
  void whatADeadNodeLeftBehindIsTakenUpAgain() throws InterruptedException {
    UUID left = rows.runningElsewhere("left-behind", 1);
    worker.lookForWork();
    assertThat(over(left).state()).isEqualTo(JobState.DONE);
    assertThat(counting.runs("left-behind")).isEqualTo(1);
    UUID tired = rows.runningElsewhere("left-too-often", Jobs.ATTEMPTS);
    worker.lookForWork();
    JobDetail given = over(tired);
    assertThat(given.state()).isEqualTo(JobState.FAILED);
    assertThat(given.problem().orElseThrow().code()).isEqualTo("job.gave-up");
    assertThat(counting.runs("left-too-often")).isZero();
  }

  @Test
  void aNodeThatLostItsLeaseStops() throws InterruptedException {
    JobDetail job = jobs.queue(maya, Counting.KIND, "stolen", "stolen", "wait");
    assertThat(Counting.WAITING.await(30, TimeUnit.SECONDS)).isTrue();
    rows.steal(job.uid());
    Counting.GO_ON.countDown();
    assertThat(Counting.STOPPED.await(30, TimeUnit.SECONDS)).isTrue();
    assertThat(jobs.get(maya, job.uid()).state())
        .as("the job belongs to the other node now")
        .isEqualTo(JobState.RUNNING);
    rows.end(job.uid());
  }

  @Test
  void aPartnersPeopleFollowTheirOwnJobsOnly() {
    JobDetail job = jobs.queue(maya, Counting.KIND, "private", "private", "fine");
    Actor partner =
        new Actor(
            "jobs-budi",
            "Budi",
            EnumSet.of(Role.PARTNER_OWNER),
            Optional.of(PartnerScope.of(1, UUID.randomUUID(), "JOBS-SHOP")));
    Refused.with("not-found", () -> jobs.get(partner, job.uid()));
    Refused.with("not-found", () -> jobs.retry(partner, job.uid()));
    Refused.with("access.role-missing", () -> jobs.batch(partner, null, 10, Map.of()));
  }

  private JobDetail over(UUID uid) throws InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (System.nanoTime() < deadline) {
      JobDetail job = jobs.get(maya, uid);
      if (job.state().isOver()) {
        return job;
      }
      worker.lookForWork();
      TimeUnit.MILLISECONDS.sleep(50);
    }
    return fail("not over in time");
  }

  /** Counts how often it was called for a subject, and does as its argument says. */
  @ApplicationScoped
  public static class Counting implements JobHandler {
    static final String KIND = "jobs-it";

    private final Map<String, AtomicInteger> runs = new ConcurrentHashMap<>();
    static final CountDownLatch WAITING = new CountDownLatch(1);
    static final CountDownLatch GO_ON = new CountDownLatch(1);
    static final CountDownLatch STOPPED = new CountDownLatch(1);

    int runs(String subject) {
      return runs.getOrDefault(subject, new AtomicInteger()).get();
    }

    @Override
    public String kind() {
      return KIND;
    }

    @Override
    public void carryOut(RunningJob job) {
      int run =
          runs.computeIfAbsent(job.subject(), subject -> new AtomicInteger()).incrementAndGet();
      switch (job.argument()) {
        case "fail-once" -> {
          if (run == 1) {
            throw Problem.refused("partner.unknown").with("code", "NOBODY");
          }
        }
        case "defect" -> throw new IllegalStateException("secret of the house");
        case "wait" -> waitForTheThief(job);
        default -> job.progress(1, 1);
      }
    }

    private void waitForTheThief(RunningJob job) {
      WAITING.countDown();
      try {
        GO_ON.await();
        job.progress(1, 2);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      } finally {
        STOPPED.countDown();
      }
    }
  }

  /** Rows as other nodes would leave them. */
  @ApplicationScoped
  public static class Rows {
    @Inject private Sql sql;

    @Transactional
    public UUID runningElsewhere(String subject, int attempts) {
      UUID uid = UUID.randomUUID();
      sql.update(
          "INSERT INTO job (uid, kind, subject, argument, unique_key, state, done, total, message, requested_by,"
              + " requested_at, started_at, lease_holder, lease_until, attempts) VALUES (?, 'jobs-it', ?, 'fine', ?,"
              + " 'RUNNING', 0, 0, '', 'jobs-maya', '2026-01-01', '2026-01-01', 'dead-node', '2026-01-01', ?)",
          uid,
          subject,
          subject,
          attempts);
      return uid;
    }

    @Transactional
    public void steal(UUID uid) {
      sql.update(
          "UPDATE job SET lease_holder = 'thief', lease_until = '2999-01-01' WHERE uid = ?", uid);
    }

    @Transactional
    public void end(UUID uid) {
      sql.update("UPDATE job SET state = 'DONE' WHERE uid = ?", uid);
    }
  }
}
