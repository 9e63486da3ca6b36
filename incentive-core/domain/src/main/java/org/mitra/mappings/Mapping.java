package org.mitra.mappings;

import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mitra.problem.Problem;
import org.mitra.tables.TableFormat;

/**
 * How the columns of a file become facts.
 *
 * @param kind what the file is about
 * @param format how it writes rows
 * @param rules by field, in the order of the kind's fields
 * @param ignore rows that are set aside
 * @param sales more about sales; {@link SalesRules#NONE} for other kinds
 */
public record Mapping(
    FeedKind kind,
    TableFormat format,
    Map<String, FieldRule> rules,
    List<IgnoreRule> ignore,
    SalesRules sales) {

  /**
   * @throws Problem 400 when a field that is needed comes from nowhere
   */
  public Mapping {
    Map<String, FieldRule> ordered = new LinkedHashMap<>();
    for (FeedField field : kind.fields()) {
      FieldRule rule = rules.get(field.name());
      boolean given = rule != null && !(rule.column().isEmpty() && rule.fallback().isEmpty());
      boolean needed =
          field.needed()
              || (kind == FeedKind.SALES
                  && field.name().equals("line")
                  && !sales.lineFromContent());
      if (needed && !given) {
        throw Problem.invalid("mapping.field-missing").with("field", field.name()).at("/fields");
      }
      if (given) {
        ordered.put(field.name(), rule);
      }
    }
    if (kind == FeedKind.SALES
        && !ordered.containsKey("net")
        && !ordered.containsKey("gross")
        && !ordered.containsKey("unitPrice")) {
      throw Problem.invalid("mapping.field-missing").with("field", "net").at("/fields");
    }
    rules = ordered;
    ignore = List.copyOf(ignore);
  }

  /** Every field under its own name, in plain decimals and ISO dates: what programs send. */
  public static Mapping plain(FeedKind kind, ZoneId zone) {
    Map<String, FieldRule> rules = new LinkedHashMap<>();
    for (FeedField field : kind.fields()) {
      rules.put(field.name(), new FieldRule(field.name(), field.name(), "", "", Map.of()));
    }
    return new Mapping(kind, TableFormat.plain(zone), rules, List.of(), SalesRules.NONE);
  }
}
