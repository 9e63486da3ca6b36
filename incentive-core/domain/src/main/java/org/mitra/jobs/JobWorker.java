package org.mitra.jobs;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.mitra.access.Actor;
import org.mitra.problem.Problem;

/**
 * Carries out jobs, one after the other, in the application that has the timers. Others only queue.
 *
 * <p>A job whose lease ran out (its node died) is taken up again by whoever looks first; after
 * {@link Jobs#ATTEMPTS} attempts it is left as failed.
 */
@ApplicationScoped
public class JobWorker {
  private static final Logger LOG = Logger.getLogger(JobWorker.class.getName());

  private static final int PATIENCE_SECONDS = 20;

  @Resource private ManagedExecutorService executor;
  @Inject private Jobs jobs;
  @Inject @Any private Instance<JobHandler> handlers;
  @Inject @Any private Instance<Chore> chores;

  @Inject
  @ConfigProperty(name = "mitra.jobs.work", defaultValue = "false")
  private boolean works;

  private final String name = UUID.randomUUID().toString();
  private final Semaphore idle = new Semaphore(1);
  private volatile boolean stopping;

  /** Called when a job was queued here, and by a timer for those that others left. */
  public void lookForWork() {
    if (works && !stopping && idle.tryAcquire()) {
      try {
        executor.execute(this::workThroughQueue);
      } catch (RejectedExecutionException e) {
        idle.release();
        LOG.log(Level.WARNING, "no thread for jobs; the timer looks again", e);
      }
    }
  }

  void onQueued(@Observes(during = TransactionPhase.AFTER_SUCCESS) JobQueued event) {
    lookForWork();
  }

  private void workThroughQueue() {
    try {
      chores.forEach(Chore::carryOut);
      OptionalLong next = jobs.nextFree();
      while (next.isPresent() && !stopping) {
        Optional<Jobs.Taken> taken = jobs.take(next.getAsLong(), name);
        taken.ifPresent(this::carryOut);
        chores.forEach(Chore::carryOut);
        next = jobs.nextFree();
      }
    } catch (RuntimeException | Error e) {
      LOG.log(Level.SEVERE, "looking for work failed; the timer looks again", e);
    } finally {
      idle.release();
    }
  }

  /**
   * Carries out a queued job in this thread, which may have another time than the others: for those
   * who tell of the past. A job that is done already is left alone.
   *
   * @throws Problem why it failed
   * @throws IllegalStateException when another worker has it, or this one is stopping
   */
  public void carryOutHere(UUID job) {
    jobs.take(jobs.idOf(job), name).ifPresent(this::carryOut);
    JobDetail detail = jobs.get(Actor.system(), job);
    detail
        .problem()
        .ifPresent(
            problem -> {
              throw problem;
            });
    if (detail.state() != JobState.DONE) {
      throw new LeaseLost();
    }
  }

  private void carryOut(Jobs.Taken job) {
    LOG.log(
        Level.INFO,
        "{0} {1}: attempt {2}",
        new Object[] {job.kind(), job.subject(), job.attempts()});
    if (job.attempts() > Jobs.ATTEMPTS) {
      jobs.fail(job.id(), name, Problem.refused("job.gave-up"));
      return;
    }
    try {
      handler(job.kind()).carryOut(new Run(job));
      jobs.finish(job.id(), name);
    } catch (Problem problem) {
      LOG.log(
          Level.INFO,
          "{0} {1}: {2}",
          new Object[] {job.kind(), job.subject(), problem.getMessage()});
      jobs.fail(job.id(), name, problem);
    } catch (LeaseLost e) {
      LOG.log(Level.WARNING, "{0} {1} was taken over", new Object[] {job.kind(), job.subject()});
    } catch (RuntimeException e) {
      String incident = UUID.randomUUID().toString();
      LOG.log(Level.SEVERE, job.kind() + " " + job.subject() + " failed, incident " + incident, e);
      Problem unexpected = Problem.of(Problem.Kind.DEFECT, "unexpected");
      jobs.fail(job.id(), name, unexpected.with("incident", incident));
    }
  }

  private JobHandler handler(String kind) {
    for (JobHandler handler : handlers) {
      if (handler.kind().equals(kind)) {
        return handler;
      }
    }
    throw new IllegalStateException("nobody carries out " + kind);
  }

  /**
   * Lets the job at hand come to where it reports progress, and gives it back: a restarted server
   * goes on at once instead of waiting for the lease to run out.
   */
  @PreDestroy
  void stop() {
    stopping = true;
    try {
      if (!idle.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        LOG.log(Level.WARNING, "stopped while a job was running: it will be done again");
      }
      jobs.giveBack(name);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      LOG.log(Level.FINE, "the lease will run out instead", e);
    }
  }

  private static final class LeaseLost extends IllegalStateException {
    private static final long serialVersionUID = 1L;
  }

  private final class Run implements RunningJob {
    private final Jobs.Taken job;

    Run(Jobs.Taken job) {
      this.job = job;
    }

    @Override
    public long id() {
      return job.id();
    }

    @Override
    public UUID uid() {
      return job.uid();
    }

    @Override
    public String subject() {
      return job.subject();
    }

    @Override
    public String argument() {
      return job.argument();
    }

    @Override
    public String requestedBy() {
      return job.requestedBy();
    }

    @Override
    public void progress(long done, long total) {
      if (stopping || !jobs.progress(job.id(), name, done, total)) {
        throw new LeaseLost();
      }
    }
  }
}
