package org.mitra.accruals;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.mitra.data.Sql;
import org.mitra.engine.Item;
import org.mitra.engine.Party;

/**
 * Partners with their standing and certificates over time, and products, in memory: what turns row
 * ids into what the engine judges.
 */
final class Channel {
  /** As deep as hierarchies may be. */
  private static final int DEEPEST = 20;

  private record Standing(
      LocalDate from,
      String code,
      String type,
      String level,
      String region,
      String territory,
      OptionalLong parent) {}

  private record Certificate(String code, LocalDate from, LocalDate until) {
    boolean holds(LocalDate day) {
      return !day.isBefore(from) && day.isBefore(until);
    }
  }

  private final Map<Long, NavigableMap<LocalDate, Standing>> standings = new HashMap<>();
  private final Map<Long, List<Certificate>> certificates = new HashMap<>();
  private final Map<String, Long> ids = new HashMap<>();
  private final Map<Long, Item> items = new HashMap<>();

  /** What a partner was from a day on, until the next: worked out when first asked for. */
  private final Map<Long, NavigableMap<LocalDate, Party>> parties = new HashMap<>();

  private Channel() {}

  /** Everyone and everything: for runs. */
  static Channel whole(Sql sql) {
    Channel channel = new Channel();
    sql.each(channel::addStanding, STANDINGS);
    sql.each(channel::addCertificate, CERTIFICATES);
    sql.each(channel::addItem, ITEMS);
    return channel;
  }

  /** Only these, with everyone who ever stood above them: for refreshing one payee. */
  static Channel of(Sql sql, Collection<Long> partners, Collection<Long> products) {
    Channel channel = new Channel();
    if (!partners.isEmpty()) {
      String among =
          "(SELECT seen.viewer_id FROM partner_scope seen WHERE seen.partner_id IN "
              + Sql.list(partners.size())
              + ")";
      sql.each(
          channel::addStanding, STANDINGS + " WHERE s.partner_id IN " + among, partners.toArray());
      sql.each(
          channel::addCertificate,
          CERTIFICATES + " WHERE c.partner_id IN " + among,
          partners.toArray());
    }
    if (!products.isEmpty()) {
      sql.each(
          channel::addItem,
          ITEMS + " WHERE p.id IN " + Sql.list(products.size()),
          products.toArray());
    }
    return channel;
  }

  private static final String STANDINGS =
      "SELECT s.partner_id, s.valid_from, s.level, s.region, s.territory, s.parent_id, p.code,"
          + " p.type FROM partner_standing s JOIN partner p ON p.id = s.partner_id";

  private static final String CERTIFICATES =
      "SELECT c.partner_id, c.code, c.earned_on, c.expires_on FROM partner_certificate c";

  private static final String ITEMS =
      "SELECT p.id, p.code, COALESCE(g.code, '') AS group_code, p.launched_on FROM product p"
          + " LEFT JOIN product_group g ON g.id = p.group_id";

  private void addStanding(Sql.Row row) throws SQLException {
    long id = row.number("partner_id");
    Standing standing =
        new Standing(
            row.day("valid_from"),
            row.text("code"),
            row.text("type"),
            row.text("level"),
            row.text("region"),
            row.text("territory"),
            row.optionalNumber("parent_id"));
    ids.put(standing.code(), id);
    standings.computeIfAbsent(id, partner -> new TreeMap<>()).put(standing.from(), standing);
  }

  private void addCertificate(Sql.Row row) throws SQLException {
    certificates
        .computeIfAbsent(row.number("partner_id"), partner -> new ArrayList<>())
        .add(new Certificate(row.text("code"), row.day("earned_on"), row.day("expires_on")));
  }

  private void addItem(Sql.Row row) throws SQLException {
    items.put(
        row.number("id"),
        new Item(
            row.text("code"), row.text("group_code"), Optional.ofNullable(row.day("launched_on"))));
  }

  /**
   * The partner as he stood on the day, with those above him; as he first stood, on days before he
   * joined. Empty without an id.
   */
  Optional<Party> party(OptionalLong id, LocalDate day) {
    if (id.isEmpty() || !standings.containsKey(id.getAsLong())) {
      return Optional.empty();
    }
    NavigableMap<LocalDate, Party> known = timeline(id.getAsLong());
    Map.Entry<LocalDate, Party> entry = known.floorEntry(day);
    return Optional.of((entry == null ? known.firstEntry() : entry).getValue());
  }

  private NavigableMap<LocalDate, Party> timeline(long id) {
    NavigableMap<LocalDate, Party> known = parties.get(id);
    if (known == null) {
      known = new TreeMap<>();
      for (LocalDate day : changes(id)) {
        known.put(day, on(id, day, 0).orElseThrow());
      }
      parties.put(id, known);
    }
    return known;
  }

  /** Days on which he, or whoever ever stood above him, became another. */
  private Set<LocalDate> changes(long id) {
    TreeSet<LocalDate> days = new TreeSet<>();
    Set<Long> seen = new HashSet<>(Set.of(id));
    Deque<Long> waiting = new ArrayDeque<>(seen);
    while (!waiting.isEmpty()) {
      long partner = waiting.remove();
      for (Standing standing : standings.getOrDefault(partner, new TreeMap<>()).values()) {
        days.add(standing.from());
        OptionalLong parent = standing.parent();
        if (parent.isPresent() && seen.add(parent.getAsLong())) {
          waiting.add(parent.getAsLong());
        }
      }
      for (Certificate certificate : certificates.getOrDefault(partner, List.of())) {
        days.add(certificate.from());
        days.add(certificate.until());
      }
    }
    return days.tailSet(standings.get(id).firstKey());
  }

  private Optional<Party> on(long id, LocalDate day, int depth) {
    NavigableMap<LocalDate, Standing> known = standings.get(id);
    if (known == null || depth > DEEPEST) {
      return Optional.empty();
    }
    Map.Entry<LocalDate, Standing> entry = known.floorEntry(day);
    Standing standing = (entry == null ? known.firstEntry() : entry).getValue();
    OptionalLong parent = standing.parent();
    return Optional.of(
        new Party(
            standing.code(),
            standing.type(),
            standing.level(),
            standing.region(),
            standing.territory(),
            certificates.getOrDefault(id, List.of()).stream()
                .filter(certificate -> certificate.holds(day))
                .map(Certificate::code)
                .collect(Collectors.toSet()),
            parent.isEmpty() ? Optional.empty() : on(parent.getAsLong(), day, depth + 1)));
  }

  Item item(long id) {
    return items.get(id);
  }

  /** Row id of the partner with the code. */
  long id(String code) {
    return ids.get(code);
  }
}
