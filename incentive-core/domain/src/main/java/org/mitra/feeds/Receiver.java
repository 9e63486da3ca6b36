package org.mitra.feeds;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.mitra.data.Sha256;
import org.mitra.mappings.Columns;
import org.mitra.mappings.FeedKind;
import org.mitra.mappings.MappedRow;
import org.mitra.mappings.Mapping;
import org.mitra.mappings.RowMapper;

/**
 * Takes in the rows of one kind.
 *
 * @param <T> the command that a row stands for
 */
interface Receiver<T> {
  FeedKind kind();

  RowMapper<T> mapper(Mapping mapping, Columns columns);

  /**
   * Takes readable rows in, inside the running transaction.
   *
   * @param late whether all other rows of the file were received: none may wait any longer
   * @return what became of each row, in their order
   */
  List<Received> receive(Arrival arrival, List<MappedRow<T>> rows, boolean late);

  /** What would become of readable rows, as far as that can be told cheaply. Stores nothing. */
  List<Received> judge(Mapping mapping, List<MappedRow<T>> rows, Newcomers newcomers);

  /** The numbers that the command says, by field, for the preview. */
  Map<String, BigDecimal> numbers(T command);

  /** The currency of its amounts; empty when it has none. */
  String currency(T command);

  /** The command of the n-th of several rows that say the same. */
  T numbered(T command, int occurrence);

  /** Of everything that the command says: two rows of one key have to agree. */
  Sha256 content(T command);
}
