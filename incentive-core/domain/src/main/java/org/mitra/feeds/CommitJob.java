package org.mitra.feeds;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mitra.jobs.JobHandler;
import org.mitra.jobs.RunningJob;
import org.mitra.mappings.Columns;
import org.mitra.mappings.FeedKind;
import org.mitra.mappings.RowMapper;
import org.mitra.tables.Row;
import org.mitra.tables.RowSink;
import org.mitra.tables.Tables;

/**
 * Takes the rows of a file in: first all, then those that waited for others, then what older
 * imports left in quarantine and may fit now. Killed anywhere, it goes on where it was.
 */
@ApplicationScoped
class CommitJob implements JobHandler {
  static final String KIND = "import-commit";

  private static final int CHUNK = 1_000;
  private static final int WAITING_CHUNK = 500;
  private static final int RETRY_CHUNK = 50;

  @Inject private ImportSteps steps;
  @Inject private ImportFiles files;
  @Inject private Receivers receivers;
  @Inject private Repeating repeating;

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public void carryOut(RunningJob job) {
    long importId = Long.parseLong(job.argument());
    Optional<ImportWork> found = steps.work(importId, ImportState.COMMITTING);
    if (found.isEmpty()) {
      return;
    }
    ImportWork work = found.get();
    Progress progress = new Progress(job, work);
    if (work.phase().equals(ImportWork.ROWS)) {
      readRows(work, receivers.of(work.mapping().kind()), progress);
      steps.enter(work, ImportWork.WAITING);
    }
    if (!work.phase().equals(ImportWork.RETRY)) {
      settleWaiting(work, progress);
      steps.enter(work, ImportWork.RETRY);
    }
    retry(work, progress);
    steps.finish(work);
  }

  private <T> void readRows(ImportWork work, Receiver<T> receiver, Progress progress) {
    Path file = files.copy(work.id());
    try {
      Rows<T> rows = new Rows<>(work, receiver, progress);
      Tables.read(file, work.mapping().format(), rows);
      rows.flush();
    } finally {
      delete(file);
    }
  }

  static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Gathers rows into chunks; those that an earlier attempt dealt with are only counted. */
  private final class Rows<T> implements RowSink {
    private final ImportWork work;
    private final Receiver<T> receiver;
    private final Progress progress;
    private final Occurrences occurrences;
    private final List<CountedRow<T>> chunk = new ArrayList<>(CHUNK);
    private Columns columns;
    private RowMapper<T> mapper;
    private long read;

    Rows(ImportWork work, Receiver<T> receiver, Progress progress) {
      this.work = work;
      this.receiver = receiver;
      this.progress = progress;
      this.occurrences = steps.occurrences(work);
    }

    @Override
    public void header(List<String> names) {
      columns = new Columns(work.mapping(), names);
      mapper = receiver.mapper(work.mapping(), columns);
    }

    @Override
    public void row(Row row) {
      CountedRow<T> counted = occurrences.count(mapper.map(row), work.numbersByContent(), receiver);
      if (read++ < work.nextRow()) {
        return;
      }
      chunk.add(counted);
      if (chunk.size() == CHUNK) {
        flush();
      }
    }

    void flush() {
      if (chunk.isEmpty()) {
        return;
      }
      List<CountedRow<T>> rows = List.copyOf(chunk);
      chunk.clear();
      long from = read - rows.size();
      repeating.until(() -> steps.rows(work, receiver, columns, from, rows));
      progress.rows(read);
    }
  }

  private void settleWaiting(ImportWork work, Progress progress) {
    boolean late = work.mapping().kind() == FeedKind.SALES;
    while (true) {
      List<Long> waiting = steps.waiting(work);
      if (waiting.isEmpty()) {
        return;
      }
      int decided = 0;
      for (int i = 0; i < waiting.size(); i += WAITING_CHUNK) {
        List<Long> ids = waiting.subList(i, Math.min(i + WAITING_CHUNK, waiting.size()));
        boolean last = late;
        decided += repeating.until(() -> steps.settleWaiting(work, ids, last));
        progress.again();
      }
      // A round that moved nobody: whoever still waits, waits for something that is not there.
      late |= decided == 0;
    }
  }

  private void retry(ImportWork work, Progress progress) {
    int released;
    do {
      released = 0;
      List<Long> awaiting = steps.awaiting(work);
      for (int i = 0; i < awaiting.size(); i += RETRY_CHUNK) {
        List<Long> ids = awaiting.subList(i, Math.min(i + RETRY_CHUNK, awaiting.size()));
        released += repeating.until(() -> steps.retry(ids, work.committedBy()));
        progress.again();
      }
    } while (released > 0);
  }

  /** Tells how far the job is, and keeps hold of it. */
  private static final class Progress {
    private final RunningJob job;
    private final long total;
    private long done;

    Progress(RunningJob job, ImportWork work) {
      this.job = job;
      this.total = work.rowCount();
      this.done = work.nextRow();
    }

    void rows(long read) {
      done = read;
      again();
    }

    void again() {
      job.progress(done, total);
    }
  }
}
