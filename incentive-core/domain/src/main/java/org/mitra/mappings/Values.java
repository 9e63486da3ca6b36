package org.mitra.mappings;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.mitra.data.BusinessKey;
import org.mitra.data.Fields;
import org.mitra.problem.Problem;
import org.mitra.tables.Dates;
import org.mitra.tables.Numbers;
import org.mitra.tables.Row;

/**
 * The fields of one row. What cannot be read is remembered as a problem of its cell and is null, so
 * that all problems of a row are told at once.
 */
final class Values {
  private static final Pattern SHORTENED = Pattern.compile("[0-9]([.,][0-9]+)?[eE]\\+[0-9]+");
  private static final Pattern LIST = Pattern.compile("[\\s,;|]+");
  private static final Set<String> YES = Set.of("TRUE", "1", "YES", "Y", "YA");
  private static final Set<String> NO = Set.of("FALSE", "0", "NO", "N", "TIDAK");

  private final Mapping mapping;
  private final Columns columns;
  private final Numbers numbers;
  private final Dates dates;
  private final Row row;
  private final List<CellProblem> problems = new ArrayList<>();

  Values(Mapping mapping, Columns columns, Numbers numbers, Dates dates, Row row) {
    this.mapping = mapping;
    this.columns = columns;
    this.numbers = numbers;
    this.dates = dates;
    this.row = row;
    Problem whole = row.broken().get(Row.WHOLE);
    if (whole != null) {
      problems.add(new CellProblem("", "", whole));
    }
  }

  List<CellProblem> problems() {
    return problems;
  }

  /** The text of a field after its rule; empty when there is none. */
  private String raw(String field) {
    FieldRule rule = mapping.rules().get(field);
    if (rule == null) {
      return "";
    }
    int index = columns.index(field);
    Problem broken = index < 0 ? null : row.broken().get(index);
    if (broken != null) {
      throw broken;
    }
    return rule.apply(index < 0 ? "" : row.cell(index));
  }

  private interface Reading<T> {
    T of(String text);
  }

  private <T> T read(String field, Reading<T> reading) {
    try {
      String text = raw(field);
      if (text.isEmpty()) {
        if (mapping.kind().field(field).orElseThrow().needed()) {
          throw Problem.refused("value.missing").with("field", field);
        }
        return null;
      }
      return reading.of(text);
    } catch (Problem problem) {
      problems.add(problem(field, problem));
      return null;
    }
  }

  private CellProblem problem(String field, Problem problem) {
    int index = columns.index(field);
    FieldRule rule = mapping.rules().get(field);
    String value = index >= 0 ? row.cell(index) : rule == null ? "" : rule.fallback();
    return new CellProblem(columns.name(field), value, problem);
  }

  /** A problem that was found later, about one of the fields or the row. */
  CellProblem problem(Problem problem) {
    String field = problem.field().isEmpty() ? "" : problem.field().substring(1);
    return problem(field, problem);
  }

  String text(String field, int most) {
    String text = read(field, value -> Fields.optional(value, most, field));
    return text == null ? "" : text;
  }

  /** A business key as it is written; empty when there is none. */
  String code(String field) {
    String code =
        read(
            field,
            value -> {
              if (SHORTENED.matcher(value).matches()) {
                throw Problem.refused("value.shortened").with("value", value);
              }
              if (BusinessKey.normalise(value).isEmpty()) {
                throw Problem.refused("value.missing").with("field", field);
              }
              return Fields.optional(value, 64, field);
            });
    return code == null ? "" : code;
  }

  List<String> codes(String field) {
    List<String> codes =
        read(
            field,
            value -> {
              List<String> list =
                  Arrays.stream(LIST.split(value)).filter(part -> !part.isEmpty()).toList();
              for (String part : list) {
                if (SHORTENED.matcher(part).matches()) {
                  throw Problem.refused("value.shortened").with("value", part);
                }
              }
              return list;
            });
    return codes == null ? List.of() : codes;
  }

  BigDecimal number(String field) {
    return read(field, numbers::parse);
  }

  LocalDate day(String field) {
    return read(field, dates::day);
  }

  Instant time(String field) {
    return read(field, dates::instant);
  }

  /** The day of the field's time in the file's own zone. */
  LocalDate dayOf(String field) {
    return read(field, dates::day);
  }

  boolean flag(String field, boolean absent) {
    Boolean flag =
        read(
            field,
            value -> {
              String upper = value.toUpperCase(Locale.ROOT);
              if (!YES.contains(upper) && !NO.contains(upper)) {
                throw Problem.refused("value.flag").with("value", value);
              }
              return YES.contains(upper);
            });
    return flag == null ? absent : flag;
  }

  <E extends Enum<E>> E choice(String field, Class<E> type) {
    return read(
        field,
        value -> {
          String upper = value.toUpperCase(Locale.ROOT).replace('-', '_').replace(' ', '_');
          for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(upper)) {
              return constant;
            }
          }
          throw Problem.refused("value.choice")
              .with("value", value)
              .with("known", Arrays.toString(type.getEnumConstants()));
        });
  }

  /** The reason for which a rule of the mapping sets the row aside; empty when none does. */
  String ignoredBecause() {
    for (IgnoreRule rule : mapping.ignore()) {
      int index = columns.index(rule.field());
      String cell = index < 0 ? "" : row.cell(index);
      FieldRule from = mapping.rules().get(rule.field());
      String value = from == null ? cell : from.apply(cell);
      if (rule.values().contains(BusinessKey.normalise(value))) {
        return rule.reason();
      }
    }
    return "";
  }
}
