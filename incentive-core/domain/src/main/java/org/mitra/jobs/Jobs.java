package org.mitra.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.mitra.access.Actor;
import org.mitra.access.Role;
import org.mitra.data.Batch;
import org.mitra.data.BusinessClock;
import org.mitra.data.ListQuery;
import org.mitra.data.Listing;
import org.mitra.data.Slice;
import org.mitra.data.Sql;
import org.mitra.data.Uids;
import org.mitra.event.DomainEvent;
import org.mitra.problem.Problem;

/** Queues long work and tells how far it is. */
@ApplicationScoped
public class Jobs {
  static final int ATTEMPTS = 5;

  private static final String COLUMNS =
      "j.id, j.uid, j.kind, j.subject, j.state, j.done, j.total, j.message, j.requested_by,"
          + " j.requested_at, j.started_at, j.finished_at";

  @Inject private Sql sql;
  @Inject private BusinessClock clock;
  @Inject private Event<JobQueued> queued;
  @Inject private Event<DomainEvent> events;

  /** How long others wait for a sign of life of whoever works on a job, before they take it up. */
  @Inject
  @ConfigProperty(name = "mitra.jobs.lease-seconds", defaultValue = "60")
  private long lease;

  /**
   * Queues a job, once for each kind and key: asked for again, the earlier job is the answer.
   *
   * @param subject what it works on, for people
   * @param uniqueKey what makes two requests the same
   * @param argument what the handler needs to know, such as JSON
   */
  @Transactional(rollbackOn = Exception.class)
  public JobDetail queue(
      Actor actor, String kind, String subject, String uniqueKey, String argument) {
    Instant now = clock.now();
    boolean first =
        sql.insertOnce(
            "INSERT INTO job (uid, kind, subject, argument, unique_key, state, done, total, message,"
                + " requested_by, requested_at, lease_holder, lease_until, attempts)"
                + " VALUES (?, ?, ?, ?, ?, 'QUEUED', 0, 0, '', ?, ?, '', ?, 0)",
            Uids.next(now),
            kind,
            subject,
            argument,
            uniqueKey,
            actor.username(),
            now,
            now);
    long id =
        sql.row(
                row -> row.number("id"),
                "SELECT id FROM job WHERE kind = ? AND unique_key = ?",
                kind,
                uniqueKey)
            .orElseThrow();
    if (first) {
      queued.fire(new JobQueued(id));
    }
    return detail("j.id = ?", id).orElseThrow();
  }

  /**
   * @throws Problem 404 for an unknown job, and for a partner's people also for one that another
   *     asked for
   */
  @Transactional
  public JobDetail get(Actor actor, UUID uid) {
    return detail("j.uid = ?", uid)
        .filter(job -> mayFollow(actor, job))
        .orElseThrow(Problem::notFound);
  }

  private static boolean mayFollow(Actor actor, JobDetail job) {
    return actor.partner().isEmpty() || job.requestedBy().equals(actor.username());
  }

  /**
   * Queues a job that failed once more, with all its attempts.
   *
   * @throws Problem 404 as {@link #get}, 403 for one who neither asked for it nor is an
   *     administrator, 409 unless it failed
   */
  @Transactional(rollbackOn = Exception.class)
  public JobDetail retry(Actor actor, UUID uid) {
    JobDetail job = get(actor, uid);
    if (!job.requestedBy().equals(actor.username())) {
      actor.require(Role.ADMINISTRATOR);
    }
    int won =
        sql.update(
            "UPDATE job SET state = 'QUEUED', attempts = 0, message = '', finished_at = NULL"
                + " WHERE uid = ? AND state = 'FAILED'",
            uid);
    if (won == 0) {
      throw Problem.conflict("job.not-failed");
    }
    long id = idOf(uid);
    events.fire(DomainEvent.of(actor, "job.retried", uid, "kind", job.kind()));
    queued.fire(new JobQueued(id));
    return get(actor, uid);
  }

  /** All jobs, newest first. */
  @Transactional
  public Slice<JobDetail> list(Actor actor, ListQuery query) {
    return listing(actor).slice(sql, query);
  }

  @Transactional
  public Batch<JobDetail> batch(Actor actor, String cursor, int size, Map<String, String> filters) {
    return listing(actor).batch(sql, cursor, size, filters);
  }

  private static Listing<JobDetail> listing(Actor actor) {
    actor.require(Role.CHANNEL_MANAGER, Role.FINANCE, Role.AUDITOR, Role.ADMINISTRATOR);
    return Listing.of(Jobs::detail, COLUMNS, "job j")
        .filter("kind", Listing.Match.EQUALS, "j.kind")
        .filter("subject", Listing.Match.CONTAINS, "j.subject")
        .filter("state", Listing.Match.EQUALS, "j.state")
        .filter("requestedBy", Listing.Match.CONTAINS, "j.requested_by")
        .newestFirst("j.id");
  }

  /** The jobs of a kind, newest first. */
  @Transactional
  public List<JobDetail> recent(String kind, int size) {
    return sql.rows(
        Jobs::detail,
        "SELECT " + COLUMNS + " FROM job j WHERE j.kind = ? ORDER BY j.id DESC LIMIT ?",
        kind,
        size);
  }

  private Optional<JobDetail> detail(String condition, Object parameter) {
    return sql.row(Jobs::detail, "SELECT " + COLUMNS + " FROM job j WHERE " + condition, parameter);
  }

  private static JobDetail detail(Sql.Row row) throws SQLException {
    JsonObject message = Failure.read(row.text("message"));
    return new JobDetail(
        row.uuid("uid"),
        row.text("kind"),
        row.text("subject"),
        row.constant("state", JobState.class),
        row.number("done"),
        row.number("total"),
        message.getString("code", ""),
        Failure.facts(message),
        row.text("requested_by"),
        row.instant("requested_at"),
        row.instant("started_at"),
        row.instant("finished_at"));
  }

  /** The row id of a job. */
  @Transactional
  long idOf(UUID uid) {
    return sql.row(row -> row.number("id"), "SELECT id FROM job WHERE uid = ?", uid)
        .orElseThrow(Problem::notFound);
  }

  /** What a worker needs to know of the job that it took. */
  record Taken(
      long id,
      UUID uid,
      String kind,
      String subject,
      String argument,
      String requestedBy,
      int attempts) {}

  /** The next job that nobody works on, if any. */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  OptionalLong nextFree() {
    return sql.row(
            row -> row.number("id"),
            "SELECT id FROM job WHERE state = 'QUEUED' OR (state = 'RUNNING' AND lease_until < ?)"
                + " ORDER BY id LIMIT 1",
            clock.now())
        .map(OptionalLong::of)
        .orElseGet(OptionalLong::empty);
  }

  /** Takes a job; empty when another worker was faster. */
  @Transactional(value = Transactional.TxType.REQUIRES_NEW, rollbackOn = Exception.class)
  Optional<Taken> take(long id, String worker) {
    Instant now = clock.now();
    int won =
        sql.update(
            "UPDATE job SET state = 'RUNNING', lease_holder = ?, lease_until = ?,"
                + " started_at = COALESCE(started_at, ?), attempts = attempts + 1"
                + " WHERE id = ? AND (state = 'QUEUED' OR (state = 'RUNNING' AND lease_until < ?))",
            worker,
            now.plusSeconds(lease),
            now,
            id,
            now);
    if (won == 0) {
      return Optional.empty();
    }
    return sql.row(
        row ->
            new Taken(
                row.number("id"),
                row.uuid("uid"),
                row.text("kind"),
                row.text("subject"),
                row.text("argument"),
                row.text("requested_by"),
                row.integer("attempts")),
        "SELECT * FROM job WHERE id = ?",
        id);
  }

  /** Extends the lease; false when the job was taken over. */
  @Transactional(value = Transactional.TxType.REQUIRES_NEW, rollbackOn = Exception.class)
  boolean progress(long id, String worker, long done, long total) {
    return sql.update(
            "UPDATE job SET done = ?, total = ?, lease_until = ?"
                + " WHERE id = ? AND state = 'RUNNING' AND lease_holder = ?",
            done,
            total,
            clock.now().plusSeconds(lease),
            id,
            worker)
        == 1;
  }

  @Transactional(value = Transactional.TxType.REQUIRES_NEW, rollbackOn = Exception.class)
  void finish(long id, String worker) {
    finish(id, worker, JobState.DONE, "");
  }

  @Transactional(value = Transactional.TxType.REQUIRES_NEW, rollbackOn = Exception.class)
  void fail(long id, String worker, Problem why) {
    finish(id, worker, JobState.FAILED, Failure.write(why));
  }

  private void finish(long id, String worker, JobState state, String message) {
    sql.update(
        "UPDATE job SET state = ?, message = ?, finished_at = ?"
            + " WHERE id = ? AND state = 'RUNNING' AND lease_holder = ?",
        state,
        message,
        clock.now(),
        id,
        worker);
  }

  /** Gives a job back at once, when the node that works on it goes down in good order. */
  @Transactional(value = Transactional.TxType.REQUIRES_NEW, rollbackOn = Exception.class)
  void giveBack(String worker) {
    sql.update(
        // No attempt of its own: nothing went wrong.
        "UPDATE job SET state = 'QUEUED', attempts = attempts - 1"
            + " WHERE state = 'RUNNING' AND lease_holder = ?",
        worker);
  }
}
