package org.mitra.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.mitra.access.Actor;
import org.mitra.access.Role;
import org.mitra.data.BusinessClock;
import org.mitra.data.ListQuery;
import org.mitra.data.Listing;
import org.mitra.data.Sha256;
import org.mitra.data.Slice;
import org.mitra.data.Sql;
import org.mitra.event.DomainEvent;

/**
 * Writes every {@link DomainEvent} down, each with the hash of the one before. Numbers have no
 * gaps; the head row is locked while an event is added, at the end of its transaction.
 */
@ApplicationScoped
public class AuditTrail {
  @Inject private Sql sql;
  @Inject private BusinessClock clock;

  /** An event as an auditor reads it. */
  public record AuditEvent(
      long id,
      Instant recordedAt,
      String actor,
      String action,
      String subjectType,
      String subject,
      String facts) {}

  /** The first place where the chain is broken. */
  public record Break(long id, String kind) {}

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
    Sha256 hash = hash(head.hash(), audited);
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

  /** Events, newest first. */
  @Transactional
  public Slice<AuditEvent> events(Actor actor, ListQuery query) {
    actor.require(Role.AUDITOR, Role.ADMINISTRATOR);
    return Listing.of(AuditTrail::event, "*", "audit_event")
        .filter("actor", Listing.Match.EQUALS, "actor")
        .filter("action", Listing.Match.CONTAINS, "action")
        .filter("subject", Listing.Match.CONTAINS, "subject")
        .newestFirst("id")
        .slice(sql, query);
  }

  /** Walks the whole chain; empty when it holds. */
  @Transactional
  public Optional<Break> verify(Actor actor) {
    actor.require(Role.AUDITOR, Role.ADMINISTRATOR);
    ChainCheck check = new ChainCheck();
    sql.each(
        row -> check.see(event(row), row.hash("previous"), row.hash("hash")),
        "SELECT * FROM audit_event ORDER BY id");
    sql.each(
        row -> check.end(row.number("last"), row.hash("hash")),
        "SELECT last, hash FROM audit_head");
    return Optional.ofNullable(check.broken);
  }

  private static final class ChainCheck {
    private long last;
    private Sha256 hash = Sha256.NONE;
    private Break broken;

    void see(AuditEvent event, Sha256 previous, Sha256 stored) {
      if (broken != null) {
        return;
      }
      if (event.id() != last + 1) {
        broken = new Break(last + 1, "missing");
      } else if (!previous.equals(hash)) {
        broken = new Break(event.id(), "moved");
      } else if (!stored.equals(hash(previous, event))) {
        broken = new Break(event.id(), "changed");
      }
      last = event.id();
      hash = stored;
    }

    void end(long headLast, Sha256 headHash) {
      if (broken == null && (headLast != last || !headHash.equals(hash))) {
        broken = new Break(last + 1, headLast > last ? "missing" : "added");
      }
    }
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

  private static Sha256 hash(Sha256 previous, AuditEvent event) {
    return Sha256.ofParts(
        previous.hex(),
        Long.toString(event.id()),
        event.recordedAt().toString(),
        event.actor(),
        event.action(),
        event.subjectType(),
        event.subject(),
        event.facts());
  }

  private static String json(Map<String, String> facts) {
    var object = jakarta.json.Json.createObjectBuilder();
    new TreeMap<>(facts).forEach(object::add);
    return object.build().toString();
  }
}
