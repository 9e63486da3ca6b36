package org.mitra.mappings;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.mitra.problem.Problem;
import org.mitra.tables.Row;

/**
 * A row that a mapping was applied to.
 *
 * @param row as it was read
 * @param command what it asks for; null when it cannot be read
 * @param identity what makes it the same as another row of the file; empty when it cannot be read
 * @param ignored why the mapping sets it aside; empty when it does not
 * @param problems what cannot be read
 * @param money what it is worth, as far as it could be read
 * @param where tells at which cell a later problem is
 */
public record MappedRow<T>(
    Row row,
    T command,
    String identity,
    String ignored,
    List<CellProblem> problems,
    RowMoney money,
    Function<Problem, CellProblem> where) {

  /**
   * What a row is worth, for control totals.
   *
   * @param amount net; null when it could not be read
   * @param currency empty when it could not be read, and for what has no amount
   * @param soldAt null when it could not be read
   * @param document for people who look for it; may be empty
   */
  public record RowMoney(BigDecimal amount, String currency, Instant soldAt, String document) {
    public static final RowMoney NONE = new RowMoney(null, "", null, "");
  }

  public boolean isReadable() {
    return command != null;
  }

  /** The same row with another command. */
  public MappedRow<T> with(T other) {
    return new MappedRow<>(row, other, identity, ignored, problems, money, where);
  }

  /** The same row, not to be believed for one more reason. */
  public MappedRow<T> unless(Problem problem) {
    List<CellProblem> more = new ArrayList<>(problems);
    more.add(where.apply(problem));
    return new MappedRow<>(row, null, identity, ignored, more, money, where);
  }
}
