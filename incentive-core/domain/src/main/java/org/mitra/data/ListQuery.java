package org.mitra.data;

import java.util.Map;

/**
 * Which part of a list is wanted.
 *
 * @param first number of the first row, from 0
 * @param size rows at most, 1 to {@link #MOST}
 * @param sort name of a sortable column; empty for the list's own order
 * @param descending whether the sort is turned round
 * @param filters wanted values by the name of a filterable column; blank ones do not filter
 */
public record ListQuery(
    int first, int size, String sort, boolean descending, Map<String, String> filters) {
  /** No answer has more rows than this. */
  public static final int MOST = 500;

  public ListQuery {
    if (first < 0 || size < 1 || size > MOST) {
      throw org.mitra.problem.Problem.invalid("list.size").with("most", MOST);
    }
    filters = Map.copyOf(filters);
  }

  public static ListQuery firstRows(int size) {
    return new ListQuery(0, size, "", false, Map.of());
  }

  public ListQuery filtered(String column, String value) {
    Map<String, String> more = new java.util.HashMap<>(filters);
    more.put(column, value);
    return new ListQuery(first, size, sort, descending, more);
  }
}
