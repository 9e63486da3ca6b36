package org.mitra.accruals;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.mitra.access.Actor;
import org.mitra.access.Role;
import org.mitra.data.Batch;
import org.mitra.data.BusinessClock;
import org.mitra.data.ListQuery;
import org.mitra.data.Listing;
import org.mitra.data.Sha256;
import org.mitra.data.Slice;
import org.mitra.data.Sql;
import org.mitra.data.Uids;
import org.mitra.event.DomainEvent;
import org.mitra.jobs.JobDetail;
import org.mitra.jobs.JobState;
import org.mitra.jobs.Jobs;
import org.mitra.problem.Problem;

/**
 * Calculation runs: everyone's accruals of some days, computed whole and brought to the books. A
 * run that is interrupted goes on; one that finds nothing new posts nothing.
 */
@ApplicationScoped
public class Runs {
  static final String JOB = "calculation";

  private static final int LONGEST_YEARS = 10;
  private static final LocalTime NIGHTLY = LocalTime.of(2, 0);

  @Inject private Sql sql;
  @Inject private Jobs jobs;
  @Inject private BusinessClock clock;
  @Inject private Event<DomainEvent> events;

  /**
   * Asks for a run.
   *
   * @param from first day whose periods are computed, in the zone of the house
   * @param until the day after the last
   * @param key what makes two requests the same: asked again, the earlier run is the answer
   * @throws Problem 400 for days that make no period, 403 without the role
   */
  @Transactional(rollbackOn = Exception.class)
  public RunDetail start(Actor actor, LocalDate from, LocalDate until, String key) {
    actor.require(Role.FINANCE, Role.CHANNEL_MANAGER, Role.ADMINISTRATOR);
    if (from == null || until == null || !from.isBefore(until)) {
      throw Problem.invalid("run.days").at("/from");
    }
    if (from.plusYears(LONGEST_YEARS).isBefore(until)) {
      throw Problem.invalid("run.too-long").with("years", LONGEST_YEARS).at("/until");
    }
    JobDetail job =
        jobs.queue(
            actor, JOB, from + " – " + until.minusDays(1), actor.username() + " " + key, "{}");
    Instant now = clock.now();
    UUID uid = Uids.next(now);
    boolean first =
        sql.insertOnce(
            "INSERT INTO calculation_run (uid, job_id, from_day, until_day, requested_by,"
                + " requested_at, lines_seen, accruals, postings)"
                + " SELECT ?, id, ?, ?, ?, ?, 0, 0, 0 FROM job WHERE uid = ?",
            uid,
            from,
            until,
            actor.username(),
            now,
            job.uid());
    if (first) {
      events.fire(
          DomainEvent.of(
              actor, "run.requested", uid, "from", from.toString(), "until", until.toString()));
    }
    return listing().where("j.uid = ?", job.uid()).slice(sql, ListQuery.firstRows(1)).rows().get(0);
  }

  /**
   * The run of this night over the last year: asked for at two o'clock in the zone of the house, or
   * whenever the product runs again after it. All who ask for the same night get the same run.
   *
   * @return empty before two o'clock
   */
  @Transactional(rollbackOn = Exception.class)
  public Optional<RunDetail> nightly() {
    LocalDate today = clock.today();
    if (LocalTime.ofInstant(clock.now(), clock.zone()).isBefore(NIGHTLY)) {
      return Optional.empty();
    }
    LocalDate from = today.minusYears(1).withDayOfMonth(1);
    return Optional.of(start(Actor.system(), from, today.plusDays(1), "nightly " + today));
  }

  @Transactional
  public Slice<RunDetail> list(Actor actor, ListQuery query) {
    requireReader(actor);
    return listing().slice(sql, query);
  }

  @Transactional
  public Batch<RunDetail> batch(Actor actor, String cursor, int size, Map<String, String> filters) {
    requireReader(actor);
    return listing().batch(sql, cursor, size, filters);
  }

  /**
   * @throws Problem 404 when there is no such run
   */
  @Transactional
  public RunDetail get(Actor actor, UUID uid) {
    requireReader(actor);
    return listing().where("r.uid = ?", uid).slice(sql, ListQuery.firstRows(1)).rows().stream()
        .findFirst()
        .orElseThrow(Problem::notFound);
  }

  private static void requireReader(Actor actor) {
    actor.require(Role.FINANCE, Role.CHANNEL_MANAGER, Role.ADMINISTRATOR, Role.AUDITOR);
  }

  private static Listing<RunDetail> listing() {
    return Listing.of(
            Runs::detail,
            "r.uid, r.from_day, r.until_day, r.lines_seen, r.accruals, r.postings, r.result_hash,"
                + " r.requested_by, r.requested_at, j.state, j.done, j.total, j.message,"
                + " j.finished_at, j.uid AS job_uid",
            "calculation_run r JOIN job j ON j.id = r.job_id")
        .newestFirst("r.id");
  }

  private static RunDetail detail(Sql.Row row) throws SQLException {
    JobState state = row.constant("state", JobState.class);
    Sha256 hash = row.hash("result_hash");
    return new RunDetail(
        row.uuid("uid"),
        row.day("from_day"),
        row.day("until_day"),
        state,
        JobDetail.percent(state, row.number("done"), row.number("total")),
        row.text("message"),
        row.number("lines_seen"),
        row.number("accruals"),
        row.number("postings"),
        hash == null ? null : hash.hex(),
        row.text("requested_by"),
        row.instant("requested_at"),
        row.instant("finished_at"),
        row.uuid("job_uid"));
  }
}
