package org.mitra.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.mitra.access.Actor;
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

/** The catalogue: products, groups and costs. */
@ApplicationScoped
public class Products {
  @Inject private Sql sql;
  @Inject private BusinessClock clock;
  @Inject private Event<DomainEvent> events;

  /**
   * Creates a product.
   *
   * @throws Problem 409 when there is one with this code
   */
  @Transactional(rollbackOn = Exception.class)
  public ProductDetail create(Actor actor, SaveProduct command) {
    actor.require(Role.CHANNEL_MANAGER, Role.ADMINISTRATOR);
    boolean created =
        sql.insertOnce(
            "INSERT INTO product (uid, code, name, group_id, unit, serial_tracked, active,"
                + " launched_on, version) VALUES (?, ?, ?, NULL, ?, ?, ?, ?, -1)",
            Uids.next(clock.now()),
            command.code(),
            command.name(),
            command.unit(),
            command.serialTracked(),
            command.active(),
            command.launchedOn());
    if (!created) {
      throw Problem.conflict("product.exists").with("code", command.code()).at("/code");
    }
    saveAll(actor, List.of(command));
    return get(actor, uid(command.code()));
  }

  /**
   * Changes a product.
   *
   * @param version as it was read
   * @throws Problem 404 when there is none, 409 when it has changed since, 422 when the code
   *     differs
   */
  @Transactional(rollbackOn = Exception.class)
  public ProductDetail change(Actor actor, UUID uid, int version, SaveProduct command) {
    actor.require(Role.CHANNEL_MANAGER, Role.ADMINISTRATOR);
    if (!get(actor, uid).product().code().equals(command.code())) {
      throw Problem.refused("product.code-fixed").at("/code");
    }
    int won =
        sql.update(
            "UPDATE product SET version = version + 1 WHERE uid = ? AND version = ?", uid, version);
    if (won == 0) {
      throw Problem.conflict("stale");
    }
    saveAll(actor, List.of(command));
    return get(actor, uid);
  }

  private UUID uid(String code) {
    return sql.row(row -> row.uuid("uid"), "SELECT uid FROM product WHERE code = ?", code)
        .orElseThrow(Problem::notFound);
  }

  /**
   * @throws Problem 404 when there is no such product
   */
  @Transactional
  public ProductDetail get(Actor actor, UUID uid) {
    ProductSummary product =
        listing(actor).where("p.uid = ?", uid).slice(sql, ListQuery.firstRows(1)).rows().stream()
            .findFirst()
            .orElseThrow(Problem::notFound);
    boolean insider = actor.scope().isEveryone();
    return new ProductDetail(product, insider ? costs(uid) : List.of());
  }

  private List<ProductCost> costs(UUID uid) {
    return sql.rows(
        row -> new ProductCost(row.day("valid_from"), row.text("currency"), row.decimal("cost")),
        "SELECT c.valid_from, c.currency, c.cost FROM product_cost c"
            + " JOIN product p ON p.id = c.product_id WHERE p.uid = ?"
            + " ORDER BY c.valid_from DESC, c.currency",
        uid);
  }

  /**
   * Creates or changes many at once: all or none.
   *
   * @return what each command did, in their order
   */
  @Transactional(rollbackOn = Exception.class)
  public List<Saved> saveAll(Actor actor, List<SaveProduct> commands) {
    actor.require(Role.CHANNEL_MANAGER, Role.ADMINISTRATOR);
    List<Saved> saved = new ArrayList<>();
    for (SaveProduct command : commands) {
      Saved outcome = outcome(command);
      saved.add(outcome);
      if (outcome == Saved.UNCHANGED) {
        continue;
      }
      Long group = command.group().isEmpty() ? null : group(command);
      sql.update(
          "INSERT INTO product (uid, code, name, group_id, unit, serial_tracked, active,"
              + " launched_on, version) VALUES (?, ?, ?, ?, ?, ?, ?, ?, 0) ON DUPLICATE KEY UPDATE name = VALUES(name),"
              + " group_id = VALUES(group_id), unit = VALUES(unit),"
              + " serial_tracked = VALUES(serial_tracked), active = VALUES(active),"
              + " launched_on = VALUES(launched_on), version = version + 1",
          Uids.next(clock.now()),
          command.code(),
          command.name(),
          group,
          command.unit(),
          command.serialTracked(),
          command.active(),
          command.launchedOn());
      if (command.cost() != null) {
        sql.update(
            "INSERT INTO product_cost (product_id, currency, valid_from, cost)"
                + " SELECT id, ?, ?, ? FROM product WHERE code = ?"
                + " ON DUPLICATE KEY UPDATE cost = VALUES(cost)",
            command.currency(),
            command.costFrom(),
            command.cost(),
            command.code());
      }
      events.fire(DomainEvent.of(actor, "product.saved", command.code(), "name", command.name()));
    }
    return saved;
  }

  private Saved outcome(SaveProduct command) {
    Optional<Boolean> says =
        sql.row(
            row ->
                row.text("name").equals(command.name())
                    && row.text("unit").equals(command.unit())
                    && row.flag("serial_tracked") == command.serialTracked()
                    && row.flag("active") == command.active()
                    && Objects.equals(row.day("launched_on"), command.launchedOn())
                    && row.text("group_code").equals(command.group())
                    && says(row.text("name_id"), command.groupNameId())
                    && says(row.text("name_en"), command.groupNameEn()),
            "SELECT p.name, p.unit, p.serial_tracked, p.active, p.launched_on,"
                + " COALESCE(g.code, '') AS group_code,"
                + " COALESCE(g.name_id, '') AS name_id, COALESCE(g.name_en, '') AS name_en"
                + " FROM product p LEFT JOIN product_group g ON g.id = p.group_id WHERE p.code = ?",
            command.code());
    if (says.isEmpty()) {
      return Saved.NEW;
    }
    return says.get() && isCostKnown(command) ? Saved.UNCHANGED : Saved.CHANGED;
  }

  /** An empty name keeps the one there is. */
  private static boolean says(String stored, String wanted) {
    return wanted.isEmpty() || stored.equals(wanted);
  }

  private boolean isCostKnown(SaveProduct command) {
    return command.cost() == null
        || sql.row(
                row -> row.decimal("cost").compareTo(command.cost()) == 0,
                "SELECT c.cost FROM product_cost c JOIN product p ON p.id = c.product_id"
                    + " WHERE p.code = ? AND c.currency = ? AND c.valid_from = ?",
                command.code(),
                command.currency(),
                command.costFrom())
            .orElse(false);
  }

  private long group(SaveProduct command) {
    sql.insertOnce(
        "INSERT INTO product_group (code, name_id, name_en) VALUES (?, ?, ?)",
        command.group(),
        command.groupNameId().isEmpty() ? command.group() : command.groupNameId(),
        command.groupNameEn().isEmpty() ? command.group() : command.groupNameEn());
    if (!command.groupNameId().isEmpty() && !command.groupNameEn().isEmpty()) {
      sql.update(
          "UPDATE product_group SET name_id = ?, name_en = ? WHERE code = ?",
          command.groupNameId(),
          command.groupNameEn(),
          command.group());
    }
    return sql.row(
            row -> row.number("id"), "SELECT id FROM product_group WHERE code = ?", command.group())
        .orElseThrow();
  }

  /** Products by code; the vendor's people see what they cost, partners do not. */
  @Transactional
  public Slice<ProductSummary> list(Actor actor, ListQuery query) {
    return listing(actor).slice(sql, query);
  }

  @Transactional
  public Batch<ProductSummary> batch(
      Actor actor, String cursor, int size, Map<String, String> filters) {
    return listing(actor).batch(sql, cursor, size, filters);
  }

  @Transactional
  public Optional<ProductSummary> find(Actor actor, String code) {
    return listing(actor)
        .where("p.code = ?", BusinessKey.normalise(code))
        .slice(sql, ListQuery.firstRows(1))
        .rows()
        .stream()
        .findFirst();
  }

  /**
   * Codes of products that are sold and contain the text in code or name, for those who type one.
   */
  @Transactional
  public List<String> codesLike(String part) {
    return Listing.of(row -> row.text("code"), "p.code", "product p")
        .where("p.active = TRUE")
        .filter("part", Listing.Match.CONTAINS, "CONCAT(p.code, ' ', p.name)")
        .ordered("p.code", "p.id")
        .slice(sql, ListQuery.firstRows(20).filtered("part", part == null ? "" : part))
        .rows();
  }

  /** Codes of product groups that contain the text, for those who type one. */
  @Transactional
  public List<String> groups(String part) {
    return Listing.of(row -> row.text("code"), "g.code", "product_group g")
        .filter("code", Listing.Match.CONTAINS, "g.code")
        .ordered("g.code", "g.id")
        .slice(sql, ListQuery.firstRows(20).filtered("code", part == null ? "" : part))
        .rows();
  }

  private static Listing<ProductSummary> listing(Actor actor) {
    boolean insider = actor.scope().isEveryone();
    return Listing.of(
            row -> summary(row, insider),
            "p.uid, p.code, p.name, p.unit, p.serial_tracked, p.active, p.launched_on, p.version,"
                + " COALESCE(g.code, '') AS group_code, COALESCE(g.name_id, '') AS name_id,"
                + " COALESCE(g.name_en, '') AS name_en, c.cost, c.currency AS cost_currency",
            "product p LEFT JOIN product_group g ON g.id = p.group_id"
                + " LEFT JOIN product_cost c ON c.product_id = p.id AND (c.valid_from, c.currency) ="
                + " (SELECT newest.valid_from, newest.currency FROM product_cost newest"
                + " WHERE newest.product_id = p.id"
                + " ORDER BY newest.valid_from DESC, newest.currency LIMIT 1)")
        .filter("code", Listing.Match.CONTAINS, "p.code")
        .filter("name", Listing.Match.CONTAINS, "p.name")
        .filter("group", Listing.Match.CONTAINS, "g.code")
        .filterBy("active", "p.active = (? = 'true')")
        .sort("code", "p.code")
        .sort("name", "p.name")
        .sort("group", "g.code")
        .ordered("p.code", "p.id");
  }

  private static ProductSummary summary(Sql.Row row, boolean insider) throws SQLException {
    return new ProductSummary(
        row.uuid("uid"),
        row.text("code"),
        row.text("name"),
        row.text("group_code"),
        row.text("name_id"),
        row.text("name_en"),
        row.text("unit"),
        row.flag("serial_tracked"),
        row.flag("active"),
        row.day("launched_on"),
        insider ? row.decimal("cost") : null,
        insider ? row.text("cost_currency") : null,
        row.integer("version"));
  }
}
