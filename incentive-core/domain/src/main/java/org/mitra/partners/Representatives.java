package org.mitra.partners;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import org.mitra.access.Actor;
import org.mitra.access.Role;
import org.mitra.data.BusinessKey;
import org.mitra.data.Sql;
import org.mitra.problem.Problem;

/**
 * The people who sell for partners: partners of their own type, seen from the one above them. In
 * full they are saved like any partner.
 */
@ApplicationScoped
public class Representatives {
  @Inject private Sql sql;
  @Inject private Partners partners;

  /**
   * Adds or renames a representative; one who left is back with it, and one of another partner
   * comes over today.
   *
   * @throws Problem 404 for an unknown partner
   */
  @Transactional(rollbackOn = Exception.class)
  public void save(Actor actor, String partnerCode, String code, String name) {
    actor.require(Role.CHANNEL_MANAGER, Role.ADMINISTRATOR);
    PartnerDetail above = partners.find(actor.scope(), partnerCode).orElseThrow(Problem::notFound);
    PartnerDetail known = partners.find(actor.scope(), code).orElse(null);
    partners.save(
        actor, known == null ? joining(above, code, name) : saying(known, above, name, true));
  }

  /**
   * A representative has left; what he sold stays his.
   *
   * @throws Problem 404 when there is none with this code below the partner
   */
  @Transactional(rollbackOn = Exception.class)
  public void end(Actor actor, String partnerCode, String code) {
    actor.require(Role.CHANNEL_MANAGER, Role.ADMINISTRATOR);
    PartnerDetail above = partners.find(actor.scope(), partnerCode).orElseThrow(Problem::notFound);
    boolean his =
        above.representatives().stream()
            .anyMatch(person -> person.code().equals(BusinessKey.normalise(code)));
    PartnerDetail known = partners.find(actor.scope(), code).orElseThrow(Problem::notFound);
    if (!his) {
      throw Problem.notFound();
    }
    partners.save(actor, saying(known, above, known.name(), false));
  }

  /** Of whom only the name is known, for as long as the partner above him has been one. */
  private static SavePartner joining(PartnerDetail above, String code, String name) {
    return new SavePartner(
        code,
        name,
        PartnerType.REPRESENTATIVE,
        above.currency(),
        "",
        "",
        above.joinedOn(),
        true,
        above.code(),
        "",
        above.standing().region(),
        above.standing().territory(),
        null);
  }

  private static SavePartner saying(
      PartnerDetail known, PartnerDetail above, String name, boolean active) {
    Standing standing = known.standing();
    return new SavePartner(
        known.code(),
        name,
        PartnerType.REPRESENTATIVE,
        known.currency(),
        known.email(),
        known.taxNumber(),
        known.joinedOn(),
        active,
        above.code(),
        standing.level(),
        standing.region(),
        standing.territory(),
        null);
  }

  List<RepresentativeSummary> of(long partnerId) {
    return sql.rows(
        row ->
            new RepresentativeSummary(
                row.uuid("uid"), row.text("code"), row.text("name"), row.flag("active")),
        "SELECT p.uid, p.code, p.name, p.active FROM partner_standing s"
            + " JOIN partner p ON p.id = s.partner_id AND p.type = 'REPRESENTATIVE'"
            + " WHERE s.parent_id = ? AND s.valid_to = '9999-12-31' ORDER BY p.code",
        partnerId);
  }
}
