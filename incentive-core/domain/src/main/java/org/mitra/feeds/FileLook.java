package org.mitra.feeds;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
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
  private final Occurrences occurrences;
  private RowMapper<T> mapper;
  private long read;

  /**
   * @param repeats what a {@link #sighting} found, where lines are numbered by what they say;
   *     otherwise empty, and filled while rows are read
   * @param progress is told how many rows were judged
   */
  FileLook(
      Mapping mapping, Receiver<T> receiver, Repeats repeats, ZoneId zone, LongConsumer progress) {
    this.mapping = mapping;
    this.receiver = receiver;
    this.repeats = repeats;
    this.progress = progress;
    this.sums = new PreviewSums(newcomers, zone);
    this.occurrences = new Occurrences(repeats.repeated(), Set.of());
  }

  /**
   * Reads a file as far as needed to know what comes more than once, where lines are numbered so.
   */
  static <T> RowSink sighting(Mapping mapping, Receiver<T> receiver, Repeats repeats) {
    return new RowSink() {
      private RowMapper<T> mapper;

      @Override
      public void header(List<String> names) {
        mapper = receiver.mapper(mapping, new Columns(mapping, names));
      }

      @Override
      public void row(Row row) {
        see(mapper.map(row), repeats);
      }
    };
  }

  private static void see(MappedRow<?> row, Repeats repeats) {
    repeats.see(Fingerprints.ofCells(row.row().cells()));
    if (row.isReadable()) {
      repeats.see(Fingerprints.ofIdentity(row.identity()));
    }
  }

  @Override
  public void header(List<String> names) {
    Columns columns = new Columns(mapping, names);
    sums.columns(mapping, columns, names);
    mapper = receiver.mapper(mapping, columns);
  }

  @Override
  public void row(Row row) {
    read++;
    MappedRow<T> mapped = mapper.map(row);
    if (mapping.sales().lineFromContent()) {
      mapped = occurrences.count(mapped, true, receiver).row();
    } else {
      see(mapped, repeats);
    }
    if (mapped.isReadable()) {
      sums.numbers(receiver.numbers(mapped.command()), receiver.currency(mapped.command()));
    }
    chunk.add(mapped);
    if (chunk.size() == CHUNK) {
      end();
    }
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
