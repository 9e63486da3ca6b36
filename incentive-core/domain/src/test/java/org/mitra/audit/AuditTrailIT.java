package org.mitra.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mitra.access.Actor;
import org.mitra.access.Role;
import org.mitra.data.BusinessClock;
import org.mitra.data.DataException;
import org.mitra.data.ListQuery;
import org.mitra.data.Sha256;
import org.mitra.data.Sql;
import org.mitra.event.DomainEvent;
import org.mitra.it.Refused;
import org.mitra.it.Together;

@ExtendWith(ArquillianExtension.class)
class AuditTrailIT {
  @Inject private AuditTrail trail;
  @Inject private Event<DomainEvent> events;
  @Inject private Sql sql;
  @Inject private BusinessClock clock;
  @Inject private UserTransaction transaction;
  @Resource private ManagedThreadFactory threads;

  private final Actor auditor =
      new Actor("audit-ratna", "Ratna", EnumSet.of(Role.AUDITOR), Optional.empty());

  @Test
  void whatIsRolledBackWasNeverRecordedAndTheRestHasNoGaps() throws Exception {
    tell("rolled-back", false);
    tell("kept", true);
    assertThat(with("rolled-back")).isEmpty();
    assertThat(with("kept")).hasSize(1);
    assertThat(trail.verify(auditor).holds()).isTrue();
  }

  @Test
  void eventsOfManyAtOnceMakeOneChain() throws Exception {
    List<String> outcomes =
        Together.run(
            threads,
            12,
            () -> {
              transaction.begin();
              events.fire(DomainEvent.of(auditor, "test.crowd", "audit-crowd"));
              transaction.commit();
              return null;
            });
    assertThat(outcomes).containsOnly("ok");
    assertThat(with("audit-crowd")).hasSize(12);
    assertThat(trail.verify(auditor).holds()).isTrue();
  }

  @Test
  void theDatabaseLetsNobodyChangeWhatHappened() throws Exception {
    tell("audit-fixed", true);
    long id = with("audit-fixed").get(0).id();
    refused("UPDATE audit_event SET actor = 'nobody' WHERE id = ?", id);
    refused("DELETE FROM audit_event WHERE id = ?", id);
    assertThat(with("audit-fixed")).hasSize(1);
  }

  private void refused(String statement, long id) throws Exception {
    transaction.begin();
    try {
      assertThatThrownBy(() -> sql.update(statement, id))
          .isInstanceOf(DataException.class)
          .hasStackTraceContaining("denied");
    } finally {
      transaction.rollback();
    }
  }

  @Test
  void aForgedEventAndACutOffEndAreFound() throws Exception {
    tell("before", true);
    long last = trail.verify(auditor).events();
    transaction.begin();
    try {
      sql.update(
          "INSERT INTO audit_event (id, recorded_at, actor, action, subject_type, subject, facts, previous, hash)"
              + " VALUES (?, ?, 'maya', 'claim.approved', 'claim', 'forged', '{}', ?, ?)",
          last + 1,
          clock.now(),
          Sha256.NONE,
          Sha256.of("forged"));
      assertThat(trail.verify(auditor).brokenAt()).isEqualTo(last + 1);
      assertThat(trail.verify(auditor).broken()).isEqualTo(Break.MOVED);
    } finally {
      transaction.rollback();
    }
    transaction.begin();
    try {
      sql.update("UPDATE audit_head SET last = last + 1");
      assertThat(trail.verify(auditor).broken()).isEqualTo(Break.MISSING);
    } finally {
      transaction.rollback();
    }
    assertThat(trail.verify(auditor).holds()).isTrue();
  }

  @Test
  void daysAreChecked() {
    Refused.with(
        "field.day",
        () -> trail.list(auditor, ListQuery.firstRows(5).filtered("from", "2026-02-31")));
    assertThat(trail.list(auditor, ListQuery.firstRows(5).filtered("until", "2020-01-01")).total())
        .isZero();
    Actor finance = new Actor("f", "F", EnumSet.of(Role.FINANCE), Optional.empty());
    Refused.with("access.role-missing", () -> trail.list(finance, ListQuery.firstRows(5)));
    Refused.with("access.role-missing", () -> trail.verify(finance));
  }

  private void tell(String subject, boolean commit) throws Exception {
    transaction.begin();
    events.fire(DomainEvent.of(auditor, "test.told", subject, "fact", "<b>1</b>"));
    if (commit) {
      transaction.commit();
    } else {
      transaction.rollback();
    }
  }

  private List<AuditEvent> with(String subject) {
    return trail.list(auditor, new ListQuery(0, 50, "", false, Map.of("subject", subject))).rows();
  }
}
