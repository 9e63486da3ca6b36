package org.mitra.mappings;

import java.util.Locale;
import java.util.Map;

/**
 * Where a field comes from.
 *
 * @param field name of the field
 * @param column name of the column in the file; empty when the file has none for it
 * @param fallback what stands in for a missing column or an empty cell; may be empty
 * @param stripSuffix taken off the end of the text when it is there, such as {@code .0}
 * @param values what texts of the file mean, such as {@code "R"} → {@code "RETURN"}
 */
public record FieldRule(
    String field, String column, String fallback, String stripSuffix, Map<String, String> values) {
  public FieldRule {
    values = Map.copyOf(values);
  }

  /** The text after what this rule does to it. */
  String apply(String cell) {
    String text = cell.isEmpty() ? fallback : cell;
    if (!stripSuffix.isEmpty() && text.endsWith(stripSuffix)) {
      text = text.substring(0, text.length() - stripSuffix.length());
    }
    return values.isEmpty() ? text : values.getOrDefault(text.toUpperCase(Locale.ROOT), text);
  }
}
