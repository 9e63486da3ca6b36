package org.mitra.programs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.mitra.access.Actor;
import org.mitra.access.PartnerScope;
import org.mitra.access.Role;
import org.mitra.data.Batch;
import org.mitra.data.BusinessClock;
import org.mitra.data.BusinessKey;
import org.mitra.data.ListQuery;
import org.mitra.data.Listing;
import org.mitra.data.Slice;
import org.mitra.data.Sql;
import org.mitra.event.DomainEvent;
import org.mitra.partners.PartnerType;
import org.mitra.partners.Standing;
import org.mitra.problem.Problem;
import org.mitra.text.Texts;

/** Who takes part in which program, from when to when. */
@ApplicationScoped
public class Enrollments {
  @Inject private Sql sql;
  @Inject private BusinessClock clock;
  @Inject private CompiledPrograms compiledPrograms;
  @Inject private PartnerPrograms partnerPrograms;
  @Inject private Event<DomainEvent> events;

  private record Enrollable(
      long id, String code, ProgramState state, LocalDate from, LocalDate until) {}

  /**
   * Enrolls a partner.
   *
   * @param from first day; null for today, or the program's first day if that is later
   * @throws Problem 409 when he takes part already, 422 for an unknown partner or a day on which
   *     the program does not run
   */
  @Transactional(rollbackOn = Exception.class)
  public void enroll(Actor actor, UUID programId, String partnerCode, LocalDate from) {
    actor.require(Role.CHANNEL_MANAGER);
    Enrollable program = enrollable(programId);
    LocalDate day = firstDay(program, from);
    String code = BusinessKey.require(partnerCode, "partner");
    long partnerId =
        sql.row(row -> row.number("id"), "SELECT id FROM partner WHERE code = ?", code)
            .orElseThrow(
                () -> Problem.refused("partner.unknown").with("code", code).at("/partner"));
    add(actor, program, partnerId, code, day);
    changed(actor, "program.partner-enrolled", program, "partner", code, "from", day.toString());
  }

  /**
   * A partner takes part by his own will, from today or the program's first day.
   *
   * @param digest of the terms that he has read
   * @throws Problem 404 when the program does not concern him, 409 when the terms have changed or
   *     he takes part already, 422 when its terms leave enrolling to the vendor
   */
  @Transactional(rollbackOn = Exception.class)
  public void enrollMyself(Actor actor, UUID programId, String digest) {
    actor.require(Role.PARTNER_OWNER);
    PartnerScope partner = actor.requirePartner();
    PartnerProgram terms =
        partnerPrograms.concerning(partner, Texts.ENGLISH).stream()
            .filter(one -> one.uid().equals(programId))
            .findFirst()
            .orElseThrow(Problem::notFound);
    if (!terms.canEnroll() && !terms.enrolled()) {
      throw Problem.refused("program.enrolled-by-vendor");
    }
    if (!terms.digest().equals(digest)) {
      throw Problem.conflict("program.changed-since");
    }
    Enrollable program = enrollable(programId);
    LocalDate day = firstDay(program, null);
    add(actor, program, partner.partnerId().orElseThrow(), partner.code(), day);
    changed(
        actor,
        "program.partner-joined",
        program,
        "partner",
        partner.code(),
        "from",
        day.toString(),
        "digest",
        digest);
  }

  private void add(Actor actor, Enrollable program, long partnerId, String code, LocalDate day) {
    boolean overlaps =
        sql.row(
                    row -> row.number("n"),
                    "SELECT COUNT(*) AS n FROM enrollment"
                        + " WHERE program_id = ? AND partner_id = ? AND valid_to > ?",
                    program.id(),
                    partnerId,
                    day)
                .orElse(0L)
            > 0;
    // Of two who enroll him at once the keys let one in.
    if (overlaps
        || !sql.insertOnce(
            "INSERT INTO enrollment (program_id, partner_id, valid_from, valid_to, enrolled_by,"
                + " enrolled_at) VALUES (?, ?, ?, ?, ?, ?)",
            program.id(),
            partnerId,
            day,
            Standing.FOR_EVER,
            actor.username(),
            clock.now())) {
      throw Problem.conflict("program.enrolled-already").with("partner", code).at("/partner");
    }
  }

  /**
   * Enrolls everybody who matches and does not take part on that day or later.
   *
   * @return how many
   */
  @Transactional(rollbackOn = Exception.class)
  public long enrollAll(Actor actor, UUID programId, PartnerFilter filter, LocalDate from) {
    actor.require(Role.CHANNEL_MANAGER);
    Enrollable program = enrollable(programId);
    LocalDate day = firstDay(program, from);
    List<Long> partners = matching(program, filter, day);
    sql.batch(
        "INSERT INTO enrollment (program_id, partner_id, valid_from, valid_to, enrolled_by,"
            + " enrolled_at) VALUES (?, ?, ?, ?, ?, ?)"
            + " ON DUPLICATE KEY UPDATE partner_id = VALUES(partner_id)",
        partners.stream()
            .map(
                partner ->
                    new Object[] {
                      program.id(), partner, day, Standing.FOR_EVER, actor.username(), clock.now()
                    })
            .toList());
    changed(
        actor,
        "program.partners-enrolled",
        program,
        "count",
        Integer.toString(partners.size()),
        "type",
        filter.type() == null ? "" : filter.type().name(),
        "level",
        filter.level(),
        "region",
        filter.region(),
        "from",
        day.toString());
    return partners.size();
  }

  /** How many {@link #enrollAll} would enroll. */
  @Transactional
  public long count(Actor actor, UUID programId, PartnerFilter filter, LocalDate from) {
    actor.require(Role.CHANNEL_MANAGER);
    Enrollable program = enrollable(programId);
    return matching(program, filter, firstDay(program, from)).size();
  }

  private List<Long> matching(Enrollable program, PartnerFilter filter, LocalDate day) {
    LocalDate today = clock.today();
    StringBuilder where = new StringBuilder();
    List<Object> bound = new ArrayList<>(List.of(today, today, program.id(), day));
    if (filter.type() != null) {
      where.append(" AND p.type = ?");
      bound.add(filter.type());
    }
    if (!filter.level().isEmpty()) {
      where.append(" AND s.level = ?");
      bound.add(filter.level());
    }
    if (!filter.region().isEmpty()) {
      where.append(" AND s.region = ?");
      bound.add(filter.region());
    }
    return sql.rows(
        row -> row.number("id"),
        "SELECT p.id FROM partner p JOIN partner_standing s ON s.partner_id = p.id"
            + " AND s.valid_from <= ? AND s.valid_to > ?"
            + " WHERE p.active = TRUE AND NOT EXISTS (SELECT 1 FROM enrollment e"
            + " WHERE e.program_id = ? AND e.partner_id = p.id AND e.valid_to > ?)"
            + where
            + " ORDER BY p.id",
        bound.toArray());
  }

  /**
   * Ends a partner's time in a program. What he has sold by then still counts.
   *
   * @param until first day on which he no longer takes part, after today; an enrollment that has
   *     not begun by then never does
   * @throws Problem 409 when he does not take part, 422 for a day that has come already
   */
  @Transactional(rollbackOn = Exception.class)
  public void leave(Actor actor, UUID programId, String partnerCode, LocalDate until) {
    actor.require(Role.CHANNEL_MANAGER);
    Enrollable program = find(programId);
    LocalDate today = clock.today();
    LocalDate day = until == null ? today.plusDays(1) : until;
    if (!day.isAfter(today)) {
      throw Problem.refused("program.leave-too-early").at("/until");
    }
    String code = BusinessKey.require(partnerCode, "partner");
    int ended =
        sql.update(
            "UPDATE enrollment SET valid_to = ? WHERE program_id = ? AND valid_to = ?"
                + " AND valid_from < ? AND partner_id = (SELECT id FROM partner WHERE code = ?)",
            day,
            program.id(),
            Standing.FOR_EVER,
            day,
            code);
    int neverBegun =
        ended == 1
            ? 0
            : sql.update(
                "DELETE FROM enrollment WHERE program_id = ? AND valid_to = ? AND valid_from >= ?"
                    + " AND partner_id = (SELECT id FROM partner WHERE code = ?)",
                program.id(),
                Standing.FOR_EVER,
                day,
                code);
    if (ended + neverBegun != 1) {
      throw Problem.conflict("program.not-enrolled").with("partner", code).at("/partner");
    }
    changed(actor, "program.partner-left", program, "partner", code, "until", day.toString());
  }

  private void changed(Actor actor, String event, Enrollable program, String... facts) {
    compiledPrograms.changed();
    events.fire(DomainEvent.of(actor, event, program.code(), facts));
  }

  private LocalDate firstDay(Enrollable program, LocalDate from) {
    LocalDate day = from == null ? clock.today() : from;
    if (from == null && day.isBefore(program.from())) {
      day = program.from();
    }
    if (day.isBefore(program.from()) || !day.isBefore(program.until())) {
      throw Problem.refused("program.enroll-outside")
          .with("from", program.from())
          .with("last", program.until().minusDays(1))
          .at("/from");
    }
    return day;
  }

  private Enrollable enrollable(UUID programId) {
    Enrollable program = find(programId);
    if (program.state() == ProgramState.CLOSED || program.state() == ProgramState.DISCARDED) {
      throw Problem.conflict("program.state")
          .with("code", program.code())
          .with("state", program.state());
    }
    return program;
  }

  private Enrollable find(UUID programId) {
    return sql.row(
            row ->
                new Enrollable(
                    row.number("id"),
                    row.text("code"),
                    row.constant("state", ProgramState.class),
                    row.day("runs_from"),
                    row.day("runs_until")),
            "SELECT p.id, p.code, p.state, v.runs_from, v.runs_until FROM program p"
                + " JOIN program_version v ON v.program_id = p.id WHERE p.uid = ?"
                + " ORDER BY (v.state = 'PUBLISHED') DESC, v.number DESC LIMIT 1",
            programId)
        .orElseThrow(Problem::notFound);
  }

  @Transactional
  public Slice<EnrollmentSummary> list(Actor actor, UUID programId, ListQuery query) {
    return listing(actor, programId).slice(sql, query);
  }

  @Transactional
  public Batch<EnrollmentSummary> batch(
      Actor actor, UUID programId, String cursor, int size, Map<String, String> filters) {
    return listing(actor, programId).batch(sql, cursor, size, filters);
  }

  private Listing<EnrollmentSummary> listing(Actor actor, UUID programId) {
    actor.require(Role.STAFF.toArray(new Role[0]));
    return Listing.of(
            Enrollments::summary,
            "o.uid, o.code, o.name, o.type, s.level, s.region, e.valid_from, e.valid_to,"
                + " e.enrolled_by, e.enrolled_at",
            "enrollment e JOIN partner o ON o.id = e.partner_id JOIN partner_standing s"
                + " ON s.partner_id = o.id AND s.valid_to = '9999-12-31'")
        .where("e.program_id = ?", find(programId).id())
        .filter("partnerCode", Listing.Match.CONTAINS, "o.code")
        .filter("partnerName", Listing.Match.CONTAINS, "o.name")
        .filter("type", Listing.Match.EQUALS, "o.type")
        .filter("level", Listing.Match.EQUALS, "s.level")
        .filter("region", Listing.Match.EQUALS, "s.region")
        .sort("partnerCode", "o.code")
        .sort("partnerName", "o.name")
        .sort("from", "e.valid_from")
        .newestFirst("e.id");
  }

  private static EnrollmentSummary summary(Sql.Row row) throws SQLException {
    LocalDate until = row.day("valid_to");
    return new EnrollmentSummary(
        row.uuid("uid"),
        row.text("code"),
        row.text("name"),
        row.constant("type", PartnerType.class),
        row.text("level"),
        row.text("region"),
        row.day("valid_from"),
        until.equals(Standing.FOR_EVER) ? null : until,
        row.text("enrolled_by"),
        row.instant("enrolled_at"));
  }
}
