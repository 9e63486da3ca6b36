package org.mitra.partners;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mitra.access.Actor;
import org.mitra.access.Role;
import org.mitra.data.BusinessClock;
import org.mitra.data.BusinessKey;
import org.mitra.data.Saved;
import org.mitra.data.Sql;
import org.mitra.event.DomainEvent;
import org.mitra.problem.Problem;

/** What partners proved to know, and for how long it holds. */
@ApplicationScoped
public class Certificates {
  @Inject private Sql sql;
  @Inject private BusinessClock clock;
  @Inject private Event<DomainEvent> events;

  /**
   * Records many at once: all or none.
   *
   * @return what each command did, in their order
   * @throws Problem 422 for an unknown partner, or a day that has not come
   */
  @Transactional(rollbackOn = Exception.class)
  public List<Saved> saveAll(Actor actor, List<SaveCertificate> commands) {
    actor.require(Role.CHANNEL_MANAGER, Role.ADMINISTRATOR);
    List<Saved> saved = new ArrayList<>();
    for (SaveCertificate command : commands) {
      Saved outcome = save(command);
      saved.add(outcome);
      if (outcome != Saved.UNCHANGED) {
        tell(actor, "certificate.saved", command.partner(), command.code(), command.earnedOn());
      }
    }
    return saved;
  }

  private Saved save(SaveCertificate command) {
    if (command.earnedOn().isAfter(clock.today())) {
      throw Problem.refused("certificate.future").at("/earnedOn");
    }
    long partner =
        partnerId(command.partner())
            .orElseThrow(
                () ->
                    Problem.refused("partner.unknown")
                        .with("code", command.partner())
                        .at("/partner"));
    LocalDate until = command.expiresOn() == null ? Standing.FOR_EVER : command.expiresOn();
    boolean fresh =
        sql.insertOnce(
            "INSERT INTO partner_certificate (partner_id, code, earned_on, expires_on, version)"
                + " VALUES (?, ?, ?, ?, 0)",
            partner,
            command.code(),
            command.earnedOn(),
            until);
    if (fresh) {
      return Saved.NEW;
    }
    int changed =
        sql.update(
            "UPDATE partner_certificate SET expires_on = ?, version = version + 1"
                + " WHERE partner_id = ? AND code = ? AND earned_on = ? AND expires_on <> ?",
            until,
            partner,
            command.code(),
            command.earnedOn(),
            until);
    return changed == 1 ? Saved.CHANGED : Saved.UNCHANGED;
  }

  /**
   * Takes back a certificate that was recorded by mistake; one that ended has a day on which it
   * expires.
   *
   * @throws Problem 404 when there is none
   */
  @Transactional(rollbackOn = Exception.class)
  public void remove(Actor actor, String partnerCode, String code, LocalDate earnedOn) {
    actor.require(Role.CHANNEL_MANAGER, Role.ADMINISTRATOR);
    String key = BusinessKey.normalise(code);
    int removed =
        sql.update(
            "DELETE FROM partner_certificate WHERE partner_id = ? AND code = ? AND earned_on = ?",
            partnerId(partnerCode).orElseThrow(Problem::notFound),
            key,
            earnedOn);
    if (removed == 0) {
      throw Problem.notFound();
    }
    tell(actor, "certificate.removed", BusinessKey.normalise(partnerCode), key, earnedOn);
  }

  private void tell(Actor actor, String action, String partner, String code, LocalDate earnedOn) {
    events.fire(
        DomainEvent.of(actor, action, partner, "code", code, "earnedOn", earnedOn.toString()));
  }

  private Optional<Long> partnerId(String code) {
    return sql.row(
        row -> row.number("id"),
        "SELECT id FROM partner WHERE code = ?",
        BusinessKey.normalise(code));
  }

  List<CertificateSummary> of(long partnerId) {
    LocalDate today = clock.today();
    return sql.rows(
        row -> {
          LocalDate until = row.day("expires_on");
          return new CertificateSummary(
              row.text("code"),
              row.day("earned_on"),
              until.equals(Standing.FOR_EVER) ? null : until,
              !today.isBefore(row.day("earned_on")) && today.isBefore(until));
        },
        "SELECT code, earned_on, expires_on FROM partner_certificate WHERE partner_id = ?"
            + " ORDER BY earned_on DESC, code",
        partnerId);
  }
}
