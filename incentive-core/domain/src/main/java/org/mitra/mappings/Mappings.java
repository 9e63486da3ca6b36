package org.mitra.mappings;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.util.List;
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
import org.mitra.problem.Problem;

/** The named mappings. A version never changes: an import can be read again as it was. */
@ApplicationScoped
public class Mappings {
  private static final String COLUMNS = "m.uid, m.name, m.number, m.kind, m.saved_by, m.saved_at";

  @Inject private Sql sql;
  @Inject private BusinessClock clock;
  @Inject private Event<DomainEvent> events;

  /** A version with its row id, for those who apply it. */
  public record Stored(long id, UUID uid, String name, Mapping mapping) {}

  /**
   * Saves a mapping under its name: the first version, or the next when something changed.
   *
   * @throws Problem 400 with a pointer to what is wrong with the document, 409 when somebody else
   *     saved a version at the same time
   */
  @Transactional(rollbackOn = Exception.class)
  public MappingDetail save(Actor actor, SaveMapping command) {
    actor.require(Role.CHANNEL_MANAGER, Role.ADMINISTRATOR);
    Mapping mapping = MappingJson.read(command.definition());
    String definition = MappingJson.canonical(command.definition());
    record Last(UUID uid, int number, FeedKind kind, Sha256 digest) {}
    Optional<Last> last =
        sql.row(
            row ->
                new Last(
                    row.uuid("uid"),
                    row.integer("number"),
                    row.constant("kind", FeedKind.class),
                    row.hash("digest")),
            "SELECT uid, number, kind, digest FROM feed_mapping WHERE name = ?"
                + " ORDER BY number DESC LIMIT 1",
            command.name());
    Sha256 digest = Sha256.of(definition);
    if (last.isPresent() && last.get().digest().equals(digest)) {
      return get(actor, last.get().uid());
    }
    if (last.isPresent() && last.get().kind() != mapping.kind()) {
      throw Problem.refused("mapping.kind-fixed").with("name", command.name()).at("/kind");
    }
    UUID uid = Uids.next(clock.now());
    int number = last.map(Last::number).orElse(0) + 1;
    boolean first =
        sql.insertOnce(
            "INSERT INTO feed_mapping (uid, name, number, kind, definition, digest, saved_by, saved_at)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            uid,
            command.name(),
            number,
            mapping.kind(),
            definition,
            digest,
            actor.username(),
            clock.now());
    if (!first) {
      throw Problem.conflict("stale");
    }
    events.fire(
        DomainEvent.of(
            actor, "mapping.saved", uid, "name", command.name(), "number", String.valueOf(number)));
    return get(actor, uid);
  }

  /** The newest version of each mapping. */
  @Transactional
  public Slice<MappingSummary> list(Actor actor, ListQuery query) {
    return listing(actor).slice(sql, query);
  }

  @Transactional
  public Batch<MappingSummary> batch(
      Actor actor, String cursor, int size, Map<String, String> filters) {
    return listing(actor).batch(sql, cursor, size, filters);
  }

  private static Listing<MappingSummary> listing(Actor actor) {
    requireReader(actor);
    return Listing.of(Mappings::summary, COLUMNS, "feed_mapping m")
        .where("m.number = (SELECT MAX(n.number) FROM feed_mapping n WHERE n.name = m.name)")
        .filter("name", Listing.Match.CONTAINS, "m.name")
        .filter("kind", Listing.Match.EQUALS, "m.kind")
        .sort("name", "m.name")
        .sort("kind", "m.kind")
        .newestFirst("m.id");
  }

  private static MappingSummary summary(Sql.Row row) throws SQLException {
    return new MappingSummary(
        row.uuid("uid"),
        row.text("name"),
        row.integer("number"),
        row.constant("kind", FeedKind.class),
        row.text("saved_by"),
        row.instant("saved_at"));
  }

  /**
   * @throws Problem 404 when there is no such version
   */
  @Transactional
  public MappingDetail get(Actor actor, UUID uid) {
    requireReader(actor);
    record Found(MappingSummary summary, String definition) {}
    Found found =
        sql.row(
                row -> new Found(summary(row), row.text("definition")),
                "SELECT " + COLUMNS + ", m.definition FROM feed_mapping m WHERE m.uid = ?",
                uid)
            .orElseThrow(Problem::notFound);
    List<MappingSummary> versions =
        sql.rows(
            Mappings::summary,
            "SELECT " + COLUMNS + " FROM feed_mapping m WHERE m.name = ? ORDER BY m.number DESC",
            found.summary().name());
    return new MappingDetail(
        found.summary(), found.definition(), versions.get(0).uid().equals(uid), versions);
  }

  private static void requireReader(Actor actor) {
    actor.require(Role.ADMINISTRATOR, Role.CHANNEL_MANAGER, Role.FINANCE, Role.AUDITOR);
  }

  /**
   * The version with that id, or the newest of that name.
   *
   * @throws Problem 422 when there is no such mapping
   */
  @Transactional
  public Stored find(String nameOrUid) {
    Optional<Stored> byName =
        stored("m.name = ? ORDER BY m.number DESC LIMIT 1", nameOrUid == null ? "" : nameOrUid);
    if (byName.isPresent()) {
      return byName.get();
    }
    try {
      return stored("m.uid = ?", Uids.parse(nameOrUid)).orElseThrow(Problem::notFound);
    } catch (Problem notFound) {
      throw Problem.refused("mapping.not-there").with("name", nameOrUid).at("/mapping");
    }
  }

  /** The version with that row id. */
  @Transactional
  public Stored load(long id) {
    return stored("m.id = ?", id).orElseThrow(Problem::notFound);
  }

  private Optional<Stored> stored(String condition, Object parameter) {
    return sql.row(
        row ->
            new Stored(
                row.number("id"),
                row.uuid("uid"),
                row.text("name"),
                MappingJson.read(row.text("definition"))),
        "SELECT m.id, m.uid, m.name, m.definition FROM feed_mapping m WHERE " + condition,
        parameter);
  }
}
