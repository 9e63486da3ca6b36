package org.mitra.data;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.mitra.access.PartnerScope;
import org.mitra.problem.Problem;

/**
 * A list over SQL, filtered, sorted and paged by the database. Filters and sort orders are named by
 * their author; what a request brings is only ever looked up among these names or bound as a
 * parameter.
 *
 * <pre>{@code
 * Listing.of(ClaimSummary::of, "c.uid, c.number, p.code AS partner", "claim c JOIN partner p ON p.id = c.partner_id")
 *     .within(scope, "c.partner_id", "c.submitted_on")
 *     .filter("number", Match.CONTAINS, "c.number")
 *     .sort("number", "c.number")
 *     .newestFirst("c.id")
 *     .slice(sql, query);
 * }</pre>
 */
public final class Listing<T> {
  /** How a filter compares. */
  public enum Match {
    EQUALS,
    /** A business key, however it is spelt. */
    CODE,
    /** A public id; the expression is a whole condition with one {@code ?}. */
    UID,
    /** Anywhere in the text, without regard to case. */
    CONTAINS,
    /** As the condition says. */
    CONDITION,
    /** This value or more: the first day wanted. */
    FROM,
    /** This value or less: the last day wanted. */
    UNTIL
  }

  private record Filter(Match match, String expression) {}

  private final Sql.Mapper<T> mapper;
  private final String columns;
  private final String from;
  private final List<String> where = new ArrayList<>();
  private final List<Object> parameters = new ArrayList<>();
  private final Map<String, Filter> filters = new LinkedHashMap<>();
  private final Map<String, String> sorts = new LinkedHashMap<>();
  private String id = "";
  private String ownOrder = "";

  private Listing(Sql.Mapper<T> mapper, String columns, String from) {
    this.mapper = mapper;
    this.columns = columns;
    this.from = from;
  }

  public static <T> Listing<T> of(Sql.Mapper<T> mapper, String columns, String from) {
    return new Listing<>(mapper, columns, from);
  }

  /**
   * Restricts to what the scope may see: rows of a partner on a day on which he was visible.
   *
   * @param partnerId expression for the partner's row id
   * @param day expression for the day that the row is about
   */
  public Listing<T> within(PartnerScope scope, String partnerId, String day) {
    if (!scope.isEveryone()) {
      where(visible(partnerId, day, day), scope.partnerId().getAsLong());
    }
    return this;
  }

  /**
   * Like {@link #within(PartnerScope, String, String)}, for rows that are about many days: seen by
   * whoever saw the partner on all of them.
   */
  public Listing<T> within(PartnerScope scope, String partnerId, String firstDay, String lastDay) {
    if (!scope.isEveryone()) {
      where(visible(partnerId, firstDay, lastDay), scope.partnerId().getAsLong());
    }
    return this;
  }

  /** Like {@link #within(PartnerScope, String, String)}, for rows that are about now. */
  public Listing<T> within(PartnerScope scope, String partnerId, LocalDate day) {
    if (!scope.isEveryone()) {
      where(visible(partnerId, "?", "?"), scope.partnerId().getAsLong(), day, day);
    }
    return this;
  }

  private static String visible(String partnerId, String from, String until) {
    return "EXISTS (SELECT 1 FROM partner_scope seen WHERE seen.viewer_id = ? AND seen.partner_id = "
        + partnerId
        + " AND seen.valid_from <= "
        + from
        + " AND seen.valid_to > "
        + until
        + ")";
  }

  /** A fixed condition with its parameters. */
  public Listing<T> where(String condition, Object... bound) {
    where.add(condition);
    parameters.addAll(Arrays.asList(bound));
    return this;
  }

  /** Offers a filter. */
  public Listing<T> filter(String name, Match match, String expression) {
    filters.put(name, new Filter(match, expression));
    return this;
  }

  /**
   * Offers a filter that is a condition of its own.
   *
   * @param condition with one parameter, the wanted value
   */
  public Listing<T> filterBy(String name, String condition) {
    filters.put(name, new Filter(Match.CONDITION, condition));
    return this;
  }

  /** Offers a sort order. */
  public Listing<T> sort(String name, String expression) {
    sorts.put(name, expression);
    return this;
  }

  /**
   * The unique number that settles every order, and the order itself unless another is asked for.
   */
  public Listing<T> newestFirst(String idExpression) {
    id = idExpression;
    ownOrder = idExpression + " DESC";
    return this;
  }

  /** An order of its own, settled by a unique number. */
  public Listing<T> ordered(String order, String idExpression) {
    id = idExpression;
    ownOrder = order + ", " + idExpression;
    return this;
  }

  /**
   * The rows wanted and how many there are in all.
   *
   * @throws Problem 400 for an unknown filter or sort order
   */
  public Slice<T> slice(Sql sql, ListQuery query) {
    List<Object> bound = new ArrayList<>(parameters);
    String conditions = conditions(query.filters(), bound);
    long total =
        sql.row(
                row -> row.number("n"),
                "SELECT COUNT(*) AS n FROM " + from + conditions,
                bound.toArray())
            .orElseThrow();
    if (total == 0) {
      return new Slice<>(List.of(), 0);
    }
    bound.add(query.size());
    bound.add(query.first());
    List<T> rows =
        sql.rows(
            mapper,
            "SELECT " + columns + " FROM " + from + conditions + order(query) + " LIMIT ? OFFSET ?",
            bound.toArray());
    return new Slice<>(rows, total);
  }

  /**
   * The rows after a cursor, newest first.
   *
   * @param cursor from the batch before; null or blank for the first
   * @param size rows at most, 1 to {@link ListQuery#MOST}
   */
  public Batch<T> batch(Sql sql, String cursor, int size, Map<String, String> wanted) {
    if (size < 1 || size > ListQuery.MOST) {
      throw Problem.invalid("list.size").with("most", ListQuery.MOST);
    }
    List<Object> bound = new ArrayList<>(parameters);
    String conditions = conditions(wanted, bound);
    if (cursor != null && !cursor.isBlank()) {
      conditions += (conditions.isEmpty() ? " WHERE " : " AND ") + id + " < ?";
      bound.add(decode(cursor));
    }
    bound.add(size + 1);
    record Numbered<T>(long id, T row) {}
    List<Numbered<T>> found =
        sql.rows(
            row -> new Numbered<>(row.number("cursor_id"), mapper.map(row)),
            "SELECT "
                + columns
                + ", "
                + id
                + " AS cursor_id FROM "
                + from
                + conditions
                + " ORDER BY "
                + id
                + " DESC LIMIT ?",
            bound.toArray());
    List<T> rows = found.stream().limit(size).map(Numbered::row).toList();
    return new Batch<>(rows, found.size() > size ? encode(found.get(size - 1).id()) : null);
  }

  /** Streams all rows, newest first; the consumer may not use the database. */
  public void each(Sql sql, Map<String, String> wanted, Consumer<T> consumer) {
    List<Object> bound = new ArrayList<>(parameters);
    String conditions = conditions(wanted, bound);
    sql.each(
        row -> consumer.accept(mapper.map(row)),
        "SELECT " + columns + " FROM " + from + conditions + " ORDER BY " + ownOrder,
        bound.toArray());
  }

  private String conditions(Map<String, String> wanted, List<Object> bound) {
    List<String> conditions = new ArrayList<>(where);
    wanted.forEach(
        (name, value) -> {
          Filter filter = filters.get(name);
          if (filter == null) {
            throw Problem.invalid("list.filter").with("name", name).with("known", filters.keySet());
          }
          if (value.isBlank()) {
            return;
          }
          if (filter.match() == Match.CONTAINS) {
            conditions.add("LOWER(" + filter.expression() + ") LIKE ? ESCAPE '!'");
            bound.add("%" + escaped(value) + "%");
          } else if (filter.match() == Match.CONDITION) {
            conditions.add(filter.expression());
            bound.add(value.strip());
          } else if (filter.match() == Match.EQUALS) {
            conditions.add(filter.expression() + " = ?");
            bound.add(value.strip());
          } else if (filter.match() == Match.CODE) {
            conditions.add(filter.expression() + " = ?");
            bound.add(BusinessKey.normalise(value));
          } else if (filter.match() == Match.UID) {
            conditions.add(filter.expression());
            bound.add(Uids.parse(value.strip()));
          } else {
            String comparison = filter.match() == Match.FROM ? " >= ?" : " <= ?";
            conditions.add(filter.expression() + comparison);
            bound.add(day(name, value.strip()));
          }
        });
    return conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
  }

  private static LocalDate day(String name, String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw Problem.invalid("field.day").with("field", name).with("value", text);
    }
  }

  private static String escaped(String text) {
    return text.strip()
        .toLowerCase(Locale.ROOT)
        .replace("!", "!!")
        .replace("%", "!%")
        .replace("_", "!_");
  }

  private String order(ListQuery query) {
    if (query.sort().isEmpty()) {
      return " ORDER BY " + ownOrder;
    }
    String expression = sorts.get(query.sort());
    if (expression == null) {
      throw Problem.invalid("list.sort").with("name", query.sort()).with("known", sorts.keySet());
    }
    return " ORDER BY " + expression + (query.descending() ? " DESC" : " ASC") + ", " + ownOrder;
  }

  private static String encode(long id) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(Long.toString(id).getBytes(StandardCharsets.US_ASCII));
  }

  private static long decode(String cursor) {
    try {
      return Long.parseLong(
          new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII));
    } catch (IllegalArgumentException e) {
      throw Problem.invalid("list.cursor");
    }
  }
}
