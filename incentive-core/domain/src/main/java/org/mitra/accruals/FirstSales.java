package org.mitra.accruals;

import java.util.Arrays;
import org.mitra.data.Sql;

/** Which lines are the first sale ever to their customer: for reading many lines. */
final class FirstSales {
  private long[] lines = new long[1024];
  private int size;

  private FirstSales() {}

  static FirstSales all(Sql sql) {
    FirstSales all = new FirstSales();
    sql.each(
        row -> all.add(row.number("first_sale_id")),
        "SELECT first_sale_id FROM customer WHERE first_sale_id IS NOT NULL");
    all.lines = Arrays.copyOf(all.lines, all.size);
    Arrays.sort(all.lines);
    return all;
  }

  private void add(long line) {
    if (size == lines.length) {
      lines = Arrays.copyOf(lines, size * 2);
    }
    lines[size++] = line;
  }

  /** The line, knowing whether it is one. */
  StoredLine known(StoredLine line) {
    boolean first = !line.customer().code().isEmpty() && Arrays.binarySearch(lines, line.id()) >= 0;
    return first ? line.asFirstSale() : line;
  }
}
