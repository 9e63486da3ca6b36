package org.mitra.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.mitra.access.Actor;
import org.mitra.access.Role;
import org.mitra.data.BusinessClock;
import org.mitra.data.Uids;
import org.mitra.jobs.JobDetail;
import org.mitra.jobs.JobState;
import org.mitra.jobs.Jobs;
import org.mitra.problem.Problem;
import org.primefaces.PrimeFaces;

/** Follows jobs: the tag {@code m:job}, and a page about one job. */
@Named
@RequestScoped
public class JobPage {
  @Inject private Jobs jobs;
  @Inject private Visitor visitor;
  @Inject private BusinessClock clock;
  @Inject private TextsBean texts;

  private final Map<String, JobDetail> followed = new HashMap<>();
  private String id;

  /**
   * The job as it is now; one question to the database in each request.
   *
   * @throws Problem 404 for a job that is none of his business
   */
  public JobDetail follow(Object uid) {
    return followed.computeIfAbsent(
        String.valueOf(uid), text -> jobs.get(visitor.actor(), Uids.parse(text)));
  }

  /** Shows what depends on the job anew, once it is over. */
  public void look(Object uid, String update) {
    if (follow(uid).state().isOver() && update != null && !update.isBlank()) {
      PrimeFaces.current().ajax().update(update.strip().split("\\s+"));
    }
  }

  public void retry(Object uid) {
    JobDetail job = jobs.retry(visitor.actor(), Uids.parse(String.valueOf(uid)));
    followed.put(String.valueOf(uid), job);
  }

  public boolean mayRetry(JobDetail job) {
    Actor actor = visitor.actor();
    boolean his = job.requestedBy().equals(actor.username()) || actor.has(Role.ADMINISTRATOR);
    return job.state() == JobState.FAILED && his;
  }

  /** For how long it has been running, or ran. */
  public String elapsed(JobDetail job) {
    return texts.elapsed(
        job.startedAt() == null ? job.requestedAt() : job.startedAt(),
        job.finishedAt() == null ? clock.now() : job.finishedAt());
  }

  /** What went wrong; empty when nothing did. */
  public String sentence(JobDetail job) {
    return text(job.problem(), "");
  }

  /** What to do about it. */
  public String nextStep(JobDetail job) {
    return text(job.problem(), ".next");
  }

  private String text(Optional<Problem> problem, String suffix) {
    return problem.map(p -> texts.sentence("problem." + p.code() + suffix, p.facts())).orElse("");
  }

  /** A page about one job is opened. */
  public void open() {
    follow(id);
  }

  public UUID getUid() {
    return follow(id).uid();
  }

  public String getId() {
    return id;
  }

  public void setId(String id) {
    this.id = id;
  }
}
