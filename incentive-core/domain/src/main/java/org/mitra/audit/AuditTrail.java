package org.mitra.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.mitra.access.Actor;
import org.mitra.access.Role;
import org.mitra.data.Batch;
import org.mitra.data.BusinessClock;
import org.mitra.data.ListQuery;
import org.mitra.data.Listing;
import org.mitra.data.Sha256;
import org.mitra.data.Slice;
import org.mitra.data.Sql;
import org.mitra.event.DomainEvent;
import org.mitra.problem.Problem;

/**
 * Writes every {@link DomainEvent} down, each with the hash of the one before. Numbers have no
 * gaps; the head row is locked while an event is added, at the end of its transaction.
 */
@ApplicationScoped
public class AuditTrail {
  @Inject private Sql sql;
  @Inject private BusinessClock clock;

  void record(@Observes(during = TransactionPhase.BEFORE_COMPLETION) DomainEvent event) {
    record Head(long last, Sha256 hash) {}
    Head head =
        sql.row(
                row -> new Head(row.number("last"), row.hash("hash")),
                "SELECT last, hash FROM audit_head WHERE one = 1 FOR UPDATE")
            .orElseThrow();
    AuditEvent audited =
        new AuditEvent(
            head.last() + 1,
            clock.now(),
            event.actor().username(),
            event.action(),
            event.subjectType(),
            event.subject(),
            json(event.facts()));
    Sha256 hash = audited.hashAfter(head.hash());
    sql.update(
        "INSERT INTO audit_event (id, recorded_at, actor, action, subject_type, subject, facts, previous, hash)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        audited.id(),
        audited.recordedAt(),
        audited.actor(),
        audited.action(),
        audited.subjectType(),
        audited.subject(),
        audited.facts(),
        head.hash(),
        hash);
    sql.update("UPDATE audit_head SET last = ?, hash = ? WHERE one = 1", audited.id(), hash);
  }

  /** Events, newest first; filters {@code from} and {@code until} are days of the house. */
  @Transactional
  public Slice<AuditEvent> list(Actor actor, ListQuery query) {
    Map<String, String> filters = bounds(query.filters());
    return listing(actor)
        .slice(
            sql,
            new ListQuery(query.first(), query.size(), query.sort(), query.descending(), filters));
  }

  /** Like {@link #list}, in batches. */
  @Transactional
  public Batch<AuditEvent> batch(
      Actor actor, String cursor, int size, Map<String, String> filters) {
    return listing(actor).batch(sql, cursor, size, bounds(filters));
  }

  /** What was done to one thing, newest first, for the vendor's people. */
  @Transactional
  public List<AuditEvent> history(Actor actor, String subjectType, String subject, int most) {
    actor.require(Role.STAFF.toArray(new Role[0]));
    return sql.rows(
        AuditTrail::event,
        "SELECT * FROM audit_event WHERE subject_type = ? AND subject = ?"
            + " ORDER BY id DESC LIMIT ?",
        subjectType,
        subject,
        most);
  }

  private static Listing<AuditEvent> listing(Actor actor) {
    actor.require(Role.AUDITOR, Role.ADMINISTRATOR);
    return Listing.of(AuditTrail::event, "*", "audit_event")
        .filter("actor", Listing.Match.CONTAINS, "actor")
        .filter("action", Listing.Match.CONTAINS, "action")
        .filter("subject", Listing.Match.CONTAINS, "subject")
        .filter("facts", Listing.Match.CONTAINS, "facts")
        .filterBy("from", "recorded_at >= ?")
        .filterBy("until", "recorded_at < ?")
        .newestFirst("id");
  }

  /** Days become the moments, in UTC as stored, at which they begin, and the last one ends. */
  private Map<String, String> bounds(Map<String, String> filters) {
    Map<String, String> bounds = new HashMap<>(filters);
    bounds.computeIfPresent("from", (name, day) -> beginning(name, day, 0));
    bounds.computeIfPresent("until", (name, day) -> beginning(name, day, 1));
    return bounds;
  }

  private String beginning(String name, String day, int later) {
    if (day.isBlank()) {
      return "";
    }
    try {
      return LocalDateTime.ofInstant(
              LocalDate.parse(day).plusDays(later).atStartOfDay(clock.zone()).toInstant(),
              ZoneOffset.UTC)
          .toString();
    } catch (DateTimeException e) {
      throw Problem.invalid("field.day").with("field", name).with("value", day);
    }
  }

  /** Walks the whole chain, and tells whether it holds and how it ends. */
  @Transactional
  public Verification verify(Actor actor) {
    actor.require(Role.AUDITOR, Role.ADMINISTRATOR);
    ChainCheck check = new ChainCheck();
    walk(check);
    // Others go on adding meanwhile: they wait only while the rest of it is walked.
    sql.rows(row -> row.number("last"), "SELECT last FROM audit_head WHERE one = 1 FOR UPDATE");
    walk(check);
    sql.each(
        row -> check.end(row.number("last"), row.hash("hash")),
        "SELECT last, hash FROM audit_head");
    return check.verification();
  }

  private void walk(ChainCheck check) {
    sql.each(
        row -> check.see(event(row), row.hash("previous"), row.hash("hash")),
        "SELECT * FROM audit_event WHERE id > ? ORDER BY id",
        check.last());
  }

  private static AuditEvent event(Sql.Row row) throws SQLException {
    return new AuditEvent(
        row.number("id"),
        row.instant("recorded_at"),
        row.text("actor"),
        row.text("action"),
        row.text("subject_type"),
        row.text("subject"),
        row.text("facts"));
  }

  private static String json(Map<String, String> facts) {
    JsonObjectBuilder object = Json.createObjectBuilder();
    new TreeMap<>(facts).forEach(object::add);
    return object.build().toString();
  }
}
