package org.mitra.settlements;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.mitra.access.Actor;
import org.mitra.access.FourEyes;
import org.mitra.access.Role;
import org.mitra.data.Batch;
import org.mitra.data.BusinessClock;
import org.mitra.data.ListQuery;
import org.mitra.data.Listing;
import org.mitra.data.SerialNumber;
import org.mitra.data.Slice;
import org.mitra.data.Sql;
import org.mitra.data.Uids;
import org.mitra.event.DomainEvent;
import org.mitra.jobs.JobDetail;
import org.mitra.jobs.JobState;
import org.mitra.jobs.Jobs;
import org.mitra.payouts.PayoutRelease;
import org.mitra.payouts.ReleaseView;
import org.mitra.problem.Problem;

/** Settlements: previewed and prepared by one person, released by another. */
@ApplicationScoped
public class Settlements {
  @Inject private Sql sql;
  @Inject private SettlementRows rows;
  @Inject private Previews previews;
  @Inject private PayoutRelease payoutRelease;
  @Inject private Jobs jobs;
  @Inject private BusinessClock clock;
  @Inject private Event<DomainEvent> events;

  /** What a settlement would close and pay, on the figures of now. */
  @Transactional
  public SettlementPreview preview(Actor actor, PrepareSettlement command) {
    actor.require(Role.FINANCE, Role.EXECUTIVE, Role.AUDITOR);
    requirePast(command);
    return previews.of(command);
  }

  private void requirePast(PrepareSettlement command) {
    if (!command.lastDay().isBefore(clock.today())) {
      throw Problem.refused("settlement.not-over").at("/lastDay");
    }
  }

  /**
   * Begins a settlement: a job closes the periods and makes the payouts.
   *
   * @throws Problem 422 for a day that is not over, or an unknown program
   */
  @Transactional(rollbackOn = Exception.class)
  public SettlementSummary prepare(Actor actor, PrepareSettlement command) {
    actor.require(Role.FINANCE);
    requirePast(command);
    UUID uid = Uids.next(clock.now());
    long id = rows.insert(uid, command, actor);
    work(actor, id, PreparationJob.KIND, uid);
    events.fire(
        DomainEvent.of(
            actor,
            "settlement.prepared",
            uid,
            "number",
            SerialNumber.of("S", id),
            "lastDay",
            command.lastDay().toString(),
            "programs",
            String.join(" ", command.programs())));
    return summary(uid);
  }

  /** Queues work on a settlement, or on a release of it. */
  private void work(Actor actor, long id, String kind, UUID subject) {
    String argument = subject.toString();
    JobDetail job = jobs.queue(actor, kind, SerialNumber.of("S", id), argument, argument);
    rows.worksOn(id, job.uid());
  }

  /**
   * Releases what can be released, exactly as it was seen.
   *
   * @throws Problem 403 for whoever prepared it, or said that a payout came back; 409 when
   *     something changed since it was seen, 422 when there is nothing to release
   */
  @Transactional(rollbackOn = Exception.class)
  public SettlementSummary release(Actor actor, UUID uid, ReleaseSettlement command) {
    actor.require(Role.FINANCE);
    record Waiting(long id, String state, String preparedBy) {}
    Waiting settlement =
        sql.row(
                row -> new Waiting(row.number("id"), row.text("state"), row.text("prepared_by")),
                "SELECT id, state, prepared_by FROM settlement WHERE uid = ? FOR UPDATE",
                uid)
            .orElseThrow(Problem::notFound);
    FourEyes.check(settlement.preparedBy(), actor);
    if (!settlement.state().equals("READY")) {
      throw Problem.conflict("settlement.busy");
    }
    ReleaseView view = payoutRelease.view(settlement.id());
    if (!view.digest().hex().equals(command.digest())) {
      throw Problem.conflict("settlement.changed");
    }
    if (view.ready().isEmpty()) {
      throw Problem.refused("settlement.nothing-to-release");
    }
    payoutRelease
        .returnedBy(settlement.id(), view.ready())
        .forEach(who -> FourEyes.check(who, actor));
    UUID releaseUid = Uids.next(clock.now());
    long release = rows.insertRelease(releaseUid, settlement.id(), command, actor);
    payoutRelease.begin(release, view.ready());
    work(actor, settlement.id(), ReleaseJob.KIND, releaseUid);
    events.fire(
        DomainEvent.of(
            actor,
            "settlement.released",
            uid,
            "number",
            SerialNumber.of("S", settlement.id()),
            "payouts",
            Integer.toString(view.ready().size()),
            "digest",
            command.digest(),
            "format",
            command.format().name()));
    return summary(uid);
  }

  /** Settlements, newest first; filters: preparedBy. */
  @Transactional
  public Slice<SettlementSummary> list(Actor actor, ListQuery query) {
    requireReader(actor);
    return listing().slice(sql, query);
  }

  @Transactional
  public Batch<SettlementSummary> batch(
      Actor actor, String cursor, int size, Map<String, String> filters) {
    requireReader(actor);
    return listing().batch(sql, cursor, size, filters);
  }

  /**
   * @throws Problem 404 when there is no such settlement
   */
  @Transactional
  public SettlementDetail get(Actor actor, UUID uid) {
    requireReader(actor);
    SettlementSummary summary = summary(uid);
    long id =
        sql.row(row -> row.number("id"), "SELECT id FROM settlement WHERE uid = ?", uid)
            .orElseThrow();
    ReleaseView view = payoutRelease.view(id);
    return new SettlementDetail(
        summary, closed(id), view.totals(), view.digest().hex(), releases(id));
  }

  private static void requireReader(Actor actor) {
    actor.require(Role.FINANCE, Role.EXECUTIVE, Role.AUDITOR);
  }

  private List<SettlementDetail.ClosedPeriod> closed(long id) {
    return sql.rows(
        row ->
            new SettlementDetail.ClosedPeriod(
                row.text("code"),
                row.text("name_id"),
                row.text("name_en"),
                row.day("period_start"),
                row.day("period_end")),
        "SELECT p.code, v.name_id, v.name_en, c.period_start, c.period_end FROM closed_period c"
            + " JOIN program p ON p.id = c.program_id JOIN program_version v ON v.program_id = p.id"
            + " AND v.number = (SELECT MAX(n.number) FROM program_version n"
            + " WHERE n.program_id = p.id AND n.state = 'PUBLISHED')"
            + " WHERE c.settlement_id = ? ORDER BY p.code, c.period_start",
        id);
  }

  private List<SettlementDetail.Release> releases(long id) {
    return sql.rows(
        row ->
            new SettlementDetail.Release(
                row.text("released_by"),
                row.instant("released_at"),
                row.text("format"),
                row.integer("payouts")),
        "SELECT r.released_by, r.released_at, r.format, (SELECT COUNT(*) FROM payout o"
            + " WHERE o.release_id = r.id) AS payouts FROM settlement_release r"
            + " WHERE r.settlement_id = ? ORDER BY r.id",
        id);
  }

  private SettlementSummary summary(UUID uid) {
    return listing().where("s.uid = ?", uid).slice(sql, ListQuery.firstRows(1)).rows().stream()
        .findFirst()
        .orElseThrow(Problem::notFound);
  }

  private static Listing<SettlementSummary> listing() {
    String payouts = "(SELECT COUNT(*) FROM payout o WHERE o.settlement_id = s.id%s)";
    return Listing.of(
            Settlements::summary,
            "s.*, j.uid AS job_uid, j.state AS job_state, j.done, j.total, "
                + payouts.formatted("")
                + " AS payouts, "
                + payouts.formatted(" AND o.state IN ('PREPARED', 'RETURNED', 'RELEASING')")
                + " AS waiting, "
                + payouts.formatted(" AND o.state IN ('RELEASED', 'OFFSET', 'PAID')")
                + " AS released",
            "settlement s LEFT JOIN job j ON j.id = s.job_id")
        .filter("preparedBy", Listing.Match.EQUALS, "s.prepared_by")
        .sort("lastDay", "s.last_day")
        .newestFirst("s.id");
  }

  private static SettlementSummary summary(Sql.Row row) throws SQLException {
    String work = row.text("state");
    int waiting = row.integer("waiting");
    int released = row.integer("released");
    boolean failed = !work.equals("READY") && "FAILED".equals(row.text("job_state"));
    return new SettlementSummary(
        row.uuid("uid"),
        SerialNumber.of("S", row.number("id")),
        row.day("last_day"),
        SettlementRows.codes(row.text("programs")),
        state(work, waiting, released),
        work.equals("READY") || row.text("job_state") == null
            ? 100
            : JobDetail.percent(
                row.constant("job_state", JobState.class), row.number("done"), row.number("total")),
        failed,
        row.text("job_state") == null ? null : row.uuid("job_uid"),
        row.text("prepared_by"),
        row.instant("prepared_at"),
        row.integer("payouts"),
        waiting);
  }

  private static SettlementState state(String work, int waiting, int released) {
    if (!work.equals("READY")) {
      return SettlementState.valueOf(work);
    }
    if (waiting > 0) {
      return released > 0 ? SettlementState.PARTLY_RELEASED : SettlementState.PREPARED;
    }
    return released > 0 ? SettlementState.RELEASED : SettlementState.EMPTY;
  }
}
