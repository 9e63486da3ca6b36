package org.mitra.tables;

import java.util.List;
import java.util.Map;
import org.mitra.problem.Problem;

/**
 * A row of a file, every cell as text in the file's declared format.
 *
 * @param number of the row in the file, as people count, from 1
 * @param cells as many as the row has
 * @param broken cells that cannot be read, by index, with the reason; {@link #WHOLE} stands for the
 *     row itself
 */
public record Row(long number, List<String> cells, Map<Integer, Problem> broken) {
  /** Index of a reason that is about the whole row. */
  public static final int WHOLE = -1;

  /** The cell's text without blanks around it; empty when the row is shorter. */
  public String cell(int index) {
    return index < cells.size() ? cells.get(index) : "";
  }
}
