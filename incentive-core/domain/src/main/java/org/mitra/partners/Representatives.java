package org.mitra.partners;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import org.mitra.access.Actor;
import org.mitra.access.Role;
import org.mitra.data.BusinessClock;
import org.mitra.data.BusinessKey;
import org.mitra.data.Fields;
import org.mitra.data.Sql;
import org.mitra.data.Uids;
import org.mitra.event.DomainEvent;
import org.mitra.problem.Problem;

/** The people who sell for partners. */
@ApplicationScoped
public class Representatives {
  @Inject private Sql sql;
  @Inject private BusinessClock clock;
  @Inject private Event<DomainEvent> events;

  /**
   * Adds or renames a representative; one who left is back with it.
   *
   * @throws Problem 404 for an unknown partner
   */
  @Transactional(rollbackOn = Exception.class)
  public void save(Actor actor, String partnerCode, String code, String name) {
    actor.require(Role.CHANNEL_MANAGER, Role.ADMINISTRATOR);
    long partner = partnerId(partnerCode);
    String key = BusinessKey.require(code, "code");
    String text = Fields.text(name, 200, "name");
    sql.update(
        "INSERT INTO representative (uid, partner_id, code, name, active, version)"
            + " VALUES (?, ?, ?, ?, TRUE, 0) ON DUPLICATE KEY UPDATE name = VALUES(name),"
            + " active = TRUE, version = version + 1",
        Uids.next(clock.now()),
        partner,
        key,
        text);
    events.fire(
        DomainEvent.of(actor, "representative.saved", subject(partnerCode, key), "name", text));
  }

  /**
   * A representative has left; what he sold stays his.
   *
   * @throws Problem 404 when there is none with this code
   */
  @Transactional(rollbackOn = Exception.class)
  public void end(Actor actor, String partnerCode, String code) {
    actor.require(Role.CHANNEL_MANAGER, Role.ADMINISTRATOR);
    String key = BusinessKey.normalise(code);
    int found =
        sql.update(
            "UPDATE representative SET active = FALSE, version = version + 1"
                + " WHERE partner_id = ? AND code = ?",
            partnerId(partnerCode),
            key);
    if (found == 0) {
      throw Problem.notFound();
    }
    events.fire(DomainEvent.of(actor, "representative.ended", subject(partnerCode, key)));
  }

  private static String subject(String partnerCode, String key) {
    return BusinessKey.normalise(partnerCode) + "/" + key;
  }

  private long partnerId(String code) {
    return sql.row(
            row -> row.number("id"),
            "SELECT id FROM partner WHERE code = ?",
            BusinessKey.normalise(code))
        .orElseThrow(Problem::notFound);
  }

  List<RepresentativeSummary> of(long partnerId) {
    return sql.rows(
        row ->
            new RepresentativeSummary(
                row.uuid("uid"), row.text("code"), row.text("name"), row.flag("active")),
        "SELECT uid, code, name, active FROM representative WHERE partner_id = ? ORDER BY code",
        partnerId);
  }
}
