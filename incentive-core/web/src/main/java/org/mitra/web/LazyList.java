package org.mitra.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.mitra.data.ListQuery;
import org.mitra.data.Slice;
import org.primefaces.model.FilterMeta;
import org.primefaces.model.LazyDataModel;
import org.primefaces.model.SortMeta;
import org.primefaces.model.SortOrder;

/**
 * A PrimeFaces table over a list that the database filters, sorts and pages. One query and one
 * count for each load.
 */
public final class LazyList<T> extends LazyDataModel<T> {
  private static final long serialVersionUID = 1L;

  private final transient Function<ListQuery, Slice<T>> source;
  private final transient Function<T, Object> key;

  /**
   * @param source the list
   * @param key what tells rows apart
   */
  public LazyList(Function<ListQuery, Slice<T>> source, Function<T, Object> key) {
    this.source = source;
    this.key = key;
  }

  @Override
  public int count(Map<String, FilterMeta> filters) {
    // Known after loading, which counts with the same conditions.
    return getRowCount();
  }

  @Override
  public List<T> load(
      int first, int size, Map<String, SortMeta> sorts, Map<String, FilterMeta> filters) {
    Map<String, String> wanted = new HashMap<>();
    filters.forEach(
        (name, meta) -> {
          if (meta.getFilterValue() != null && !meta.isGlobalFilter()) {
            wanted.put(name, meta.getFilterValue().toString());
          }
        });
    String sort = "";
    boolean descending = false;
    for (SortMeta meta : sorts.values()) {
      if (meta.getOrder() != SortOrder.UNSORTED) {
        sort = meta.getField();
        descending = meta.getOrder() == SortOrder.DESCENDING;
      }
    }
    Slice<T> slice =
        source.apply(
            new ListQuery(
                first, Math.min(Math.max(size, 1), ListQuery.MOST), sort, descending, wanted));
    setRowCount((int) Math.min(Integer.MAX_VALUE, slice.total()));
    return slice.rows();
  }

  @Override
  public String getRowKey(T row) {
    return key.apply(row).toString();
  }
}
