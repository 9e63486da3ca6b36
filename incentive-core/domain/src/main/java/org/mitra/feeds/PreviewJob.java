package org.mitra.feeds;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.mitra.data.BusinessClock;
import org.mitra.jobs.JobHandler;
import org.mitra.jobs.RunningJob;
import org.mitra.mappings.Columns;
import org.mitra.mappings.MappedRow;
import org.mitra.mappings.RowMapper;
import org.mitra.problem.Problem;
import org.mitra.tables.FileNotes;
import org.mitra.tables.Row;
import org.mitra.tables.RowSink;
import org.mitra.tables.Tables;

/**
 * Reads a file to its end and says what it would do. A file that cannot be read as a whole is
 * refused here, before anything of it is stored.
 */
@ApplicationScoped
class PreviewJob implements JobHandler {
  static final String KIND = "import-preview";

  @Inject private ImportSteps steps;
  @Inject private ImportFiles files;
  @Inject private Receivers receivers;
  @Inject private BusinessClock clock;

  private final Jsonb json = JsonbBuilder.create();

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public void carryOut(RunningJob job) {
    Optional<ImportWork> work = steps.work(Long.parseLong(job.argument()), ImportState.UPLOADED);
    if (work.isPresent()) {
      look(work.get(), receivers.of(work.get().mapping().kind()), job);
    }
  }

  private <T> void look(ImportWork work, Receiver<T> receiver, RunningJob job) {
    Path file = files.copy(work.id());
    Repeats repeats = new Repeats();
    try {
      if (work.numbersByContent()) {
        Tables.read(
            file, work.mapping().format(), FileLook.sighting(work.mapping(), receiver, repeats));
      }
      FileLook<T> look =
          new FileLook<>(
              work.mapping(),
              receiver,
              repeats,
              clock.zone(),
              read -> job.progress(read, work.rowCount()));
      FileNotes notes = Tables.read(file, work.mapping().format(), look);
      look.end();
      if (!repeats.repeated().isEmpty() && !work.numbersByContent()) {
        Tables.read(file, work.mapping().format(), new SecondLook<>(work, receiver, repeats));
      }
      Preview preview = look.preview(notes);
      steps.previewed(work, json.toJson(preview), preview.rows(), repeats, null);
    } catch (Problem problem) {
      steps.previewed(work, "", 0, repeats, problem);
    } finally {
      CommitJob.delete(file);
    }
  }

  /** Compares the contents of rows that may be the same line. */
  private static final class SecondLook<T> implements RowSink {
    private final ImportWork work;
    private final Receiver<T> receiver;
    private final Repeats repeats;
    private RowMapper<T> mapper;

    SecondLook(ImportWork work, Receiver<T> receiver, Repeats repeats) {
      this.work = work;
      this.receiver = receiver;
      this.repeats = repeats;
    }

    @Override
    public void header(List<String> names) {
      mapper = receiver.mapper(work.mapping(), new Columns(work.mapping(), names));
    }

    @Override
    public void row(Row row) {
      MappedRow<T> mapped = mapper.map(row);
      if (!mapped.isReadable()) {
        return;
      }
      long identity = Fingerprints.ofIdentity(mapped.identity());
      if (repeats.mayRepeat(identity)) {
        repeats.compare(
            identity, Fingerprints.ofIdentity(receiver.content(mapped.command()).hex()));
      }
    }
  }
}
