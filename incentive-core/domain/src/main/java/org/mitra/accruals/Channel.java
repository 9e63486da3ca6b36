package org.mitra.accruals;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.mitra.data.Sql;
import org.mitra.engine.Item;
import org.mitra.engine.Party;

/**
 * Partners with their standing over time, and products, in memory: what turns row ids into what the
 * engine judges.
 */
final class Channel {
  private record Standing(LocalDate from, LocalDate until, Party party) {}

  private final Map<Long, List<Standing>> standings = new HashMap<>();
  private final Map<String, Long> ids = new HashMap<>();
  private final Map<Long, Item> items = new HashMap<>();

  private Channel() {}

  /** Everyone and everything: for runs. */
  static Channel whole(Sql sql) {
    Channel channel = new Channel();
    sql.each(channel::addStanding, STANDINGS + " ORDER BY s.partner_id, s.valid_from");
    sql.each(channel::addItem, ITEMS);
    return channel;
  }

  /** Only these: for refreshing one payee. */
  static Channel of(Sql sql, Collection<Long> partners, Collection<Long> products) {
    Channel channel = new Channel();
    if (!partners.isEmpty()) {
      sql.each(
          channel::addStanding,
          STANDINGS
              + " WHERE s.partner_id IN ("
              + marks(partners)
              + ") ORDER BY s.partner_id, s.valid_from",
          partners.toArray());
    }
    if (!products.isEmpty()) {
      sql.each(
          channel::addItem, ITEMS + " WHERE p.id IN (" + marks(products) + ")", products.toArray());
    }
    return channel;
  }

  private static final String STANDINGS =
      "SELECT s.partner_id, s.valid_from, s.valid_to, s.level, s.region, p.code, p.type"
          + " FROM partner_standing s JOIN partner p ON p.id = s.partner_id";

  private static final String ITEMS =
      "SELECT p.id, p.code, COALESCE(g.code, '') AS group_code FROM product p"
          + " LEFT JOIN product_group g ON g.id = p.group_id";

  private static String marks(Collection<?> values) {
    return values.stream().map(value -> "?").collect(Collectors.joining(", "));
  }

  private void addStanding(Sql.Row row) throws SQLException {
    Party party =
        Party.of(row.text("code"), row.text("type"), row.text("level"), row.text("region"));
    long id = row.number("partner_id");
    ids.put(party.id(), id);
    standings
        .computeIfAbsent(id, partner -> new ArrayList<>(2))
        .add(new Standing(row.day("valid_from"), row.day("valid_to"), party));
  }

  private void addItem(Sql.Row row) throws SQLException {
    items.put(row.number("id"), Item.of(row.text("code"), row.text("group_code")));
  }

  /**
   * The partner as he stood on the day; as he first stood, on days before he joined. Empty without
   * an id.
   */
  Optional<Party> party(OptionalLong id, LocalDate day) {
    if (id.isEmpty()) {
      return Optional.empty();
    }
    List<Standing> known = standings.getOrDefault(id.getAsLong(), List.of());
    for (int i = known.size() - 1; i > 0; i--) {
      if (!day.isBefore(known.get(i).from())) {
        return Optional.of(known.get(i).party());
      }
    }
    return known.stream().findFirst().map(Standing::party);
  }

  Item item(long id) {
    return items.get(id);
  }

  /** Row id of the partner with the code. */
  long id(String code) {
    return ids.get(code);
  }
}
