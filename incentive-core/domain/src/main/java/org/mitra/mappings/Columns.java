package org.mitra.mappings;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mitra.data.BusinessKey;
import org.mitra.problem.Problem;
import org.mitra.tables.Row;

/** The columns of one file and where the fields of a mapping are among them. */
public final class Columns {
  private final List<String> names;
  private final Map<String, Integer> indexes = new HashMap<>();
  private final List<String> unused = new ArrayList<>();

  /**
   * @throws Problem 422 when a column is missing, or is there twice
   */
  public Columns(Mapping mapping, List<String> header) {
    names = unique(header);
    Map<String, List<Integer>> found = new LinkedHashMap<>();
    for (int i = 0; i < header.size(); i++) {
      found.computeIfAbsent(BusinessKey.normalise(header.get(i)), name -> new ArrayList<>()).add(i);
    }
    List<String> missing = new ArrayList<>();
    for (FieldRule rule : mapping.rules().values()) {
      if (rule.column().isEmpty()) {
        continue;
      }
      List<Integer> places = found.getOrDefault(BusinessKey.normalise(rule.column()), List.of());
      if (places.size() > 1) {
        throw Problem.refused("file.column-twice").with("column", rule.column());
      }
      if (places.isEmpty()) {
        missing.add(rule.column());
      } else {
        indexes.put(rule.field(), places.get(0));
      }
    }
    if (!missing.isEmpty()) {
      throw missing(missing, header);
    }
    for (int i = 0; i < header.size(); i++) {
      if (!indexes.containsValue(i)) {
        unused.add(names.get(i));
      }
    }
  }

  private static Problem missing(List<String> missing, List<String> header) {
    boolean otherSeparator =
        header.size() == 1 && header.get(0).chars().anyMatch(c -> ",;|\t".indexOf(c) >= 0);
    String found = String.join(", ", header);
    return Problem.refused(otherSeparator ? "file.separator" : "file.column-missing")
        .with("missing", String.join(", ", missing))
        .with("found", found.length() <= 400 ? found : found.substring(0, 400) + "…");
  }

  private static List<String> unique(List<String> header) {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < header.size(); i++) {
      String name = header.get(i).isEmpty() ? "#" + (i + 1) : header.get(i);
      names.add(names.contains(name) ? name + " #" + (i + 1) : name);
    }
    return names;
  }

  /** Index of the column of a field; −1 when it has none. */
  int index(String field) {
    return indexes.getOrDefault(field, -1);
  }

  /** Name of the column of a field; empty when it has none. */
  String name(String field) {
    Integer index = indexes.get(field);
    return index == null ? "" : names.get(index);
  }

  String name(int index) {
    return index < names.size() ? names.get(index) : "#" + (index + 1);
  }

  /** Columns that the mapping does not use. */
  public List<String> unused() {
    return List.copyOf(unused);
  }

  /** The cells of a row by column, as they are kept when the row has to wait. */
  public Map<String, String> cells(Row row) {
    Map<String, String> cells = new LinkedHashMap<>();
    for (int i = 0; i < Math.max(names.size(), row.cells().size()); i++) {
      cells.put(name(i), row.cell(i));
    }
    return cells;
  }

  /** A row made of kept cells again. */
  public static Row row(long number, Map<String, String> cells) {
    return new Row(number, List.copyOf(cells.values()), Map.of());
  }
}
