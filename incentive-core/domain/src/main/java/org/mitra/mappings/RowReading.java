package org.mitra.mappings;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mitra.engine.Kind;
import org.mitra.money.Decimals;
import org.mitra.tables.Dates;
import org.mitra.tables.Numbers;
import org.mitra.tables.Row;

/** Says field by field what a mapping reads in a row. */
public final class RowReading {
  /** What is meant with the other sign when a file writes returns with positive numbers. */
  private static final Set<String> SIGNED = Set.of("quantity", "gross", "discount", "net", "tax");

  private final Mapping mapping;
  private final Columns columns;
  private final Numbers numbers;
  private final Dates dates;

  public RowReading(Mapping mapping, Columns columns) {
    this.mapping = mapping;
    this.columns = columns;
    this.numbers = new Numbers(mapping.format());
    this.dates = new Dates(mapping.format());
  }

  /** The fields that the mapping gives, and the kind of a sale even when it follows from a rule. */
  public List<ReadValue> of(Row row) {
    Map<String, Object> read = new LinkedHashMap<>();
    Values values = new Values(mapping, columns, numbers, dates, row);
    for (FeedField field : mapping.kind().fields()) {
      if (mapping.rules().containsKey(field.name())) {
        read.put(field.name(), value(values, field));
      }
    }
    if (mapping.kind() == FeedKind.SALES) {
      applyRules(read, values);
    }
    List<ReadValue> all = new ArrayList<>();
    read.forEach((name, value) -> all.add(shown(name, value, row)));
    return all;
  }

  private static Object value(Values values, FeedField field) {
    int problems = values.problems().size();
    Object value =
        switch (field.type()) {
          case NUMBER -> values.number(field.name());
          case DAY -> values.day(field.name());
          case TIME -> values.time(field.name());
          case CODE -> values.code(field.name());
          case LIST -> String.join(" ", values.codes(field.name()));
          case TEXT, FLAG, CHOICE -> values.text(field.name(), 200);
        };
    return values.problems().size() > problems ? null : value == null ? "" : value;
  }

  private void applyRules(Map<String, Object> read, Values values) {
    BigDecimal quantity = values.number("quantity");
    Kind reported = values.choice("kind", Kind.class);
    Kind kind = mapping.sales().kind(values.code("document"), reported, quantity);
    if (reported != null || (kind != Kind.SALE && !read.containsKey("kind"))) {
      read.put("kind", kind.name());
    }
    if (mapping.sales().isTurned(kind, quantity)) {
      read.replaceAll(
          (name, value) ->
              SIGNED.contains(name) && value instanceof BigDecimal number
                  ? number.negate()
                  : value);
    }
  }

  private ReadValue shown(String name, Object value, Row row) {
    FeedField field = mapping.kind().field(name).orElseThrow();
    String text =
        value instanceof BigDecimal number
            ? Decimals.plain(number)
            : value == null ? null : value.toString();
    int column = columns.index(name);
    return new ReadValue(name, field.type(), text, column < 0 ? "" : row.cell(column));
  }
}
