package org.mitra.partners;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.mitra.access.Actor;
import org.mitra.access.PartnerScope;
import org.mitra.access.Role;
import org.mitra.data.Batch;
import org.mitra.data.BusinessClock;
import org.mitra.data.BusinessKey;
import org.mitra.data.ListQuery;
import org.mitra.data.Listing;
import org.mitra.data.Saved;
import org.mitra.data.Slice;
import org.mitra.data.Sql;
import org.mitra.data.Uids;
import org.mitra.event.DomainEvent;
import org.mitra.problem.Problem;

/**
 * Distributors, dealers and those who sell for them: their master data and their standing over
 * time.
 */
@ApplicationScoped
public class Partners {
  @PersistenceContext private EntityManager entityManager;
  @Inject private Sql sql;
  @Inject private Hierarchy hierarchy;
  @Inject private Representatives representatives;
  @Inject private Certificates certificates;
  @Inject private BusinessClock clock;
  @Inject private Event<DomainEvent> events;

  /**
   * Creates a partner, or changes the one with this code.
   *
   * @throws Problem 422 for an unknown parent, or when the hierarchy would close a circle
   */
  @Transactional(rollbackOn = Exception.class)
  public PartnerDetail save(Actor actor, SavePartner command) {
    saveAll(actor, List.of(command));
    return find(actor.scope(), command.code()).orElseThrow(Problem::notFound);
  }

  /**
   * Creates a partner.
   *
   * @throws Problem 409 when there is one with this code; else as {@link #save}
   */
  @Transactional(rollbackOn = Exception.class)
  public PartnerDetail create(Actor actor, SavePartner command) {
    actor.require(Role.CHANNEL_MANAGER, Role.ADMINISTRATOR);
    hierarchy.lock();
    if (byCode(command.code()).isPresent()) {
      throw Problem.conflict("partner.exists").with("code", command.code()).at("/code");
    }
    return save(actor, command);
  }

  /**
   * Changes a partner.
   *
   * @param version as it was read
   * @throws Problem 404 when there is none, 409 when he has changed since, 422 when code, type or
   *     joining date differ; else as {@link #save}
   */
  @Transactional(rollbackOn = Exception.class)
  public PartnerDetail change(Actor actor, UUID uid, int version, SavePartner command) {
    actor.require(Role.CHANNEL_MANAGER, Role.ADMINISTRATOR);
    hierarchy.lock();
    Partner partner = byUid(uid).orElseThrow(Problem::notFound);
    if (partner.version() != version) {
      throw Problem.conflict("stale");
    }
    if (!partner.code().equals(command.code())) {
      throw Problem.refused("partner.code-fixed").at("/code");
    }
    if (!partner.joinedOn().equals(command.joinedOn())) {
      throw Problem.refused("partner.joined-fixed").at("/joinedOn");
    }
    // A new standing is a change as well, though this row may stay as it is.
    entityManager.lock(partner, LockModeType.OPTIMISTIC_FORCE_INCREMENT);
    return save(actor, command);
  }

  /**
   * Creates or changes many at once: all or none. Parents may come before or after those below
   * them.
   *
   * @return what each command did, in their order
   */
  @Transactional(rollbackOn = Exception.class)
  public List<Saved> saveAll(Actor actor, List<SavePartner> commands) {
    actor.require(Role.CHANNEL_MANAGER, Role.ADMINISTRATOR);
    hierarchy.lock();
    Map<String, Partner> partners = new HashMap<>();
    List<Saved> saved = new ArrayList<>();
    for (SavePartner command : commands) {
      saved.add(save(command, partners));
    }
    entityManager.flush();
    boolean moved = false;
    for (int i = 0; i < commands.size(); i++) {
      SavePartner command = commands.get(i);
      if (stand(partners.get(command.code()), command)) {
        moved = true;
        saved.set(i, saved.get(i) == Saved.NEW ? Saved.NEW : Saved.CHANGED);
      }
    }
    if (moved) {
      hierarchy.settle();
    }
    // Told last: whoever listens finds everybody above and below everybody else.
    for (int i = 0; i < commands.size(); i++) {
      SavePartner command = commands.get(i);
      if (saved.get(i) != Saved.UNCHANGED) {
        events.fire(DomainEvent.of(actor, "partner.saved", command.code(), "name", command.name()));
      }
    }
    return saved;
  }

  private Saved save(SavePartner command, Map<String, Partner> partners) {
    Optional<Partner> existing = byCode(command.code());
    if (existing.isEmpty()) {
      Partner partner = new Partner(Uids.next(clock.now()), command);
      entityManager.persist(partner);
      partners.put(command.code(), partner);
      return Saved.NEW;
    }
    Partner partner = existing.get();
    if (partner.type() != command.type()) {
      throw Problem.refused("partner.type-fixed").with("code", command.code()).at("/type");
    }
    partners.put(command.code(), partner);
    if (partner.says(command)) {
      return Saved.UNCHANGED;
    }
    partner.change(command);
    return Saved.CHANGED;
  }

  /** Whether the standing is new. */
  private boolean stand(Partner partner, SavePartner command) {
    Long parentId = null;
    if (!command.parent().isEmpty()) {
      Partner above =
          byCode(command.parent())
              .orElseThrow(
                  () ->
                      Problem.refused("partner.unknown")
                          .with("code", command.parent())
                          .at("/parent"));
      if (above.type() == PartnerType.REPRESENTATIVE) {
        throw Problem.refused("partner.below-representative")
            .with("code", command.parent())
            .at("/parent");
      }
      parentId = above.id();
      if (parentId.equals(partner.id())) {
        throw Problem.refused("partner.circle").at("/parent");
      }
    }
    List<Standing> standings = standings(partner.id());
    Optional<Standing> last = standings.stream().reduce((earlier, later) -> later);
    // What is known already changes nothing: an old file does not undo what came after it.
    boolean known =
        command.standingFrom() == null
            ? last.filter(standing -> isSame(standing, command)).isPresent()
            : standings.stream()
                .filter(standing -> standing.from().equals(command.standingFrom()))
                .anyMatch(standing -> isSame(standing, command));
    if (known) {
      return false;
    }
    LocalDate from = command.standingFrom();
    if (from == null) {
      from = last.isEmpty() ? command.joinedOn() : clock.today();
    }
    if (from.isBefore(partner.joinedOn())) {
      throw Problem.refused("partner.before-joining")
          .with("joinedOn", partner.joinedOn())
          .at("/standingFrom");
    }
    hierarchy.stand(partner.id(), from, parentId, command);
    return true;
  }

  private static boolean isSame(Standing standing, SavePartner command) {
    return standing.parent().equals(command.parent())
        && standing.level().equals(command.level())
        && standing.region().equals(command.region())
        && standing.territory().equals(command.territory());
  }

  private List<Standing> standings(long partnerId) {
    return sql.rows(
        row ->
            new Standing(
                row.day("valid_from"),
                row.day("valid_to"),
                row.text("parent"),
                row.text("level"),
                row.text("region"),
                row.text("territory")),
        "SELECT s.valid_from, s.valid_to, COALESCE(p.code, '') AS parent, s.level, s.region,"
            + " s.territory FROM partner_standing s LEFT JOIN partner p ON p.id = s.parent_id"
            + " WHERE s.partner_id = ? ORDER BY s.valid_from",
        partnerId);
  }

  @Transactional
  public Slice<PartnerSummary> list(PartnerScope scope, ListQuery query) {
    return listing(scope).slice(sql, query);
  }

  @Transactional
  public Batch<PartnerSummary> batch(
      PartnerScope scope, String cursor, int size, Map<String, String> filters) {
    return listing(scope).batch(sql, cursor, size, filters);
  }

  private Listing<PartnerSummary> listing(PartnerScope scope) {
    return Listing.of(
            Partners::summary,
            "p.uid, p.code, p.name, p.type, p.currency, p.joined_on, p.active, s.level, s.region, s.territory,"
                + " COALESCE(above.code, '') AS parent",
            "partner p JOIN partner_standing s ON s.partner_id = p.id AND s.valid_to = '9999-12-31'"
                + " LEFT JOIN partner above ON above.id = s.parent_id")
        .within(scope, "p.id", clock.today())
        .filter("code", Listing.Match.CONTAINS, "p.code")
        .filter("name", Listing.Match.CONTAINS, "p.name")
        .filter("type", Listing.Match.EQUALS, "p.type")
        .filter("level", Listing.Match.EQUALS, "s.level")
        .filter("region", Listing.Match.EQUALS, "s.region")
        .filter("territory", Listing.Match.CODE, "s.territory")
        .sort("code", "p.code")
        .sort("name", "p.name")
        .sort("type", "p.type")
        .sort("region", "s.region")
        .sort("level", "s.level")
        .newestFirst("p.id");
  }

  private static PartnerSummary summary(Sql.Row row) throws SQLException {
    return new PartnerSummary(
        row.uuid("uid"),
        row.text("code"),
        row.text("name"),
        row.constant("type", PartnerType.class),
        row.text("level"),
        row.text("region"),
        row.text("territory"),
        row.text("parent"),
        row.text("currency"),
        row.day("joined_on"),
        row.flag("active"));
  }

  /**
   * @throws Problem 404 when there is no such partner, or he is none of the reader's business today
   */
  @Transactional
  public PartnerDetail get(PartnerScope scope, UUID uid) {
    return detail(scope, "p.uid = ?", uid).orElseThrow(Problem::notFound);
  }

  @Transactional
  public Optional<PartnerDetail> find(PartnerScope scope, String code) {
    return detail(scope, "p.code = ?", BusinessKey.normalise(code));
  }

  private Optional<PartnerDetail> detail(PartnerScope scope, String condition, Object parameter) {
    record Found(long id, PartnerDetail detail) {}
    Optional<Found> found =
        sql.row(
            row ->
                new Found(
                    row.number("id"),
                    new PartnerDetail(
                        row.uuid("uid"),
                        row.text("code"),
                        row.text("name"),
                        row.constant("type", PartnerType.class),
                        row.text("currency"),
                        row.text("email"),
                        row.text("tax_number"),
                        row.day("joined_on"),
                        row.flag("active"),
                        List.of(),
                        List.of(),
                        List.of(),
                        row.integer("version"))),
            "SELECT p.* FROM partner p WHERE " + condition,
            parameter);
    if (found.isEmpty() || !sees(scope, found.get().id(), clock.today())) {
      return Optional.empty();
    }
    PartnerDetail p = found.get().detail();
    return Optional.of(
        new PartnerDetail(
            p.uid(),
            p.code(),
            p.name(),
            p.type(),
            p.currency(),
            p.email(),
            p.taxNumber(),
            p.joinedOn(),
            p.active(),
            standings(found.get().id()),
            representatives.of(found.get().id()),
            certificates.of(found.get().id()),
            p.version()));
  }

  /** Whether the scope may see the partner's data of that day. */
  @Transactional
  public boolean sees(PartnerScope scope, long partnerId, LocalDate day) {
    return scope.isEveryone()
        || !sql.rows(
                row -> row.number("partner_id"),
                "SELECT partner_id FROM partner_scope WHERE viewer_id = ? AND partner_id = ?"
                    + " AND valid_from <= ? AND valid_to > ?",
                scope.partnerId().getAsLong(),
                partnerId,
                day,
                day)
            .isEmpty();
  }

  /** The row id behind a public id, for scopes and joins. */
  @Transactional
  long rowId(UUID uid) {
    return sql.row(row -> row.number("id"), "SELECT id FROM partner WHERE uid = ?", uid)
        .orElseThrow(Problem::notFound);
  }

  private Optional<Partner> byCode(String code) {
    return first("p.code = :value", code);
  }

  private Optional<Partner> byUid(UUID uid) {
    return first("p.uid = :value", uid);
  }

  private Optional<Partner> first(String condition, Object value) {
    return entityManager
        .createQuery("SELECT p FROM Partner p WHERE " + condition, Partner.class)
        .setParameter("value", value)
        .getResultStream()
        .findFirst();
  }
}
