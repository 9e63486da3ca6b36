package org.mitra.feeds;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import org.mitra.mappings.Columns;
import org.mitra.mappings.MappedRow;
import org.mitra.mappings.Mapping;
import org.mitra.mappings.RowMapper;
import org.mitra.tables.FileNotes;
import org.mitra.tables.Row;
import org.mitra.tables.RowSink;

/** Looks at the rows of a file: reads, adds up, and judges them a chunk at a time. */
final class FileLook<T> implements RowSink {
  private static final int CHUNK = 1_000;

  private final Mapping mapping;
  private final Receiver<T> receiver;
  private final Repeats repeats;
  private final LongConsumer progress;
  private final PreviewSums sums;
  private final Newcomers newcomers = new Newcomers();
  private final List<MappedRow<T>> chunk = new ArrayList<>(CHUNK);
  private final Map<Long, Integer> numbers = new HashMap<>();
  private RowMapper<T> mapper;
  private long read;

  /**
   * @param progress is told how many rows were judged
   */
  FileLook(
      Mapping mapping, Receiver<T> receiver, Repeats repeats, ZoneId zone, LongConsumer progress) {
    this.mapping = mapping;
    this.receiver = receiver;
    this.repeats = repeats;
    this.progress = progress;
    this.sums = new PreviewSums(newcomers, zone);
  }

  @Override
  public void header(List<String> names) {
    Columns columns = new Columns(mapping, names);
    sums.columns(columns, names);
    mapper = receiver.mapper(mapping, columns);
  }

  @Override
  public void row(Row row) {
    read++;
    MappedRow<T> mapped = mapper.map(row);
    repeats.see(Fingerprints.ofCells(row.cells()));
    if (mapped.isReadable()) {
      boolean seen = repeats.see(Fingerprints.ofIdentity(mapped.identity()));
      if (mapping.sales().lineFromContent()) {
        mapped = mapped.with(receiver.numbered(mapped.command(), number(mapped, seen)));
      }
      sums.numbers(receiver.numbers(mapped.command()), receiver.currency(mapped.command()));
    }
    chunk.add(mapped);
    if (chunk.size() == CHUNK) {
      end();
    }
  }

  /** Which of the rows that say the same it is: only those that came before need remembering. */
  private int number(MappedRow<T> row, boolean seen) {
    return seen
        ? numbers.merge(Fingerprints.ofIdentity(row.identity()), 2, (before, two) -> before + 1)
        : 1;
  }

  /** Judges the rows that were not judged yet. */
  void end() {
    List<MappedRow<T>> readable = chunk.stream().filter(MappedRow::isReadable).toList();
    List<Received> received =
        readable.isEmpty() ? List.of() : receiver.judge(mapping, readable, newcomers);
    int next = 0;
    for (MappedRow<T> row : chunk) {
      sums.row(
          row, row.isReadable() ? Settled.of(row, received.get(next++)) : Settled.unreadable(row));
    }
    chunk.clear();
    progress.accept(read);
  }

  Preview preview(FileNotes notes) {
    return sums.preview(notes, repeats.conflicting().size());
  }
}
