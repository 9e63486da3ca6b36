package org.mitra.feeds;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.mitra.access.Actor;
import org.mitra.access.Role;
import org.mitra.data.BusinessClock;
import org.mitra.data.Fields;
import org.mitra.mappings.Mapping;
import org.mitra.mappings.MappingJson;
import org.mitra.problem.Problem;
import org.mitra.tables.FileNotes;
import org.mitra.tables.Row;
import org.mitra.tables.RowSink;
import org.mitra.tables.TableFormat;

/** Shows what a mapping makes of some rows, before it is saved. Stores nothing. */
@ApplicationScoped
public class MappingTrial {
  /** Characters of a sample of text. */
  public static final int LONGEST = 64 * 1024;

  /** Bytes of a sample file. */
  public static final int LARGEST = 1024 * 1024;

  /** Rows of a sample file that are looked at. */
  public static final int ROWS = 20;

  @Inject private Receivers receivers;
  @Inject private BusinessClock clock;

  /**
   * @param definition of the mapping, as JSON
   * @param sample the header and some rows as text: as the file has them for CSV, with tabs between
   *     the cells, as spreadsheets copy them, for XLSX
   * @throws Problem 400 with a pointer to what is wrong with the mapping, 422 when the sample
   *     cannot be read as it says
   */
  public Preview of(Actor actor, String definition, String sample) {
    requireWriter(actor);
    Mapping mapping = asText(MappingJson.read(definition));
    String text = Fields.present(sample, "sample");
    if (text.length() > LONGEST) {
      throw Problem.invalid("field.too-long")
          .with("field", "sample")
          .with("most", LONGEST)
          .at("/sample");
    }
    return with(
        text.getBytes(StandardCharsets.UTF_8),
        file -> look(mapping, receivers.of(mapping.kind()), file, Integer.MAX_VALUE));
  }

  /**
   * The first {@value #ROWS} rows of a file as they would be read.
   *
   * @param beginning of the file; all of it for XLSX
   * @throws Problem as for text
   */
  public Preview ofFile(Actor actor, String definition, byte[] beginning) {
    requireWriter(actor);
    Mapping mapping = MappingJson.read(definition);
    return with(beginning, file -> look(mapping, receivers.of(mapping.kind()), file, ROWS));
  }

  /**
   * The names of the columns.
   *
   * @param definition of a mapping of which only the format has to be right
   * @param beginning of the file; all of it for XLSX
   * @throws Problem 400 about the format, 422 when the file is not as it says
   */
  public List<String> header(Actor actor, String definition, byte[] beginning) {
    requireWriter(actor);
    TableFormat format = MappingJson.format(definition);
    List<String> header = new ArrayList<>();
    RowSink names =
        new RowSink() {
          @Override
          public void header(List<String> read) {
            header.addAll(read);
          }

          @Override
          public void row(Row row) {
            throw new IllegalStateException("reading stops at the header");
          }
        };
    return with(
        beginning,
        file -> {
          FirstRows.read(file, format, 0, names);
          return header;
        });
  }

  private static <A> A with(byte[] content, Function<Path, A> work) {
    try {
      Path file = Files.createTempFile("mitra-sample", ".tmp");
      try {
        Files.write(file, content);
        return work.apply(file);
      } finally {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private <T> Preview look(Mapping mapping, Receiver<T> receiver, Path file, int rows) {
    Repeats repeats = new Repeats();
    TableFormat format = mapping.format();
    if (mapping.sales().lineFromContent()) {
      FirstRows.read(file, format, rows, FileLook.sighting(mapping, receiver, repeats));
    }
    FileLook<T> look = new FileLook<>(mapping, receiver, repeats, clock.zone(), read -> {});
    FileNotes notes = FirstRows.read(file, format, rows, look);
    look.end();
    return look.preview(notes);
  }

  private static void requireWriter(Actor actor) {
    actor.require(Role.CHANNEL_MANAGER, Role.ADMINISTRATOR);
  }

  /** The same mapping for rows that were copied as text. */
  private static Mapping asText(Mapping mapping) {
    TableFormat format = mapping.format();
    boolean sheet = format.type() == TableFormat.Type.XLSX;
    return new Mapping(
        mapping.kind(),
        new TableFormat(
            TableFormat.Type.CSV,
            StandardCharsets.UTF_8,
            sheet ? '\t' : format.separator(),
            format.quote(),
            format.decimal(),
            format.grouping(),
            format.datePattern(),
            format.language(),
            format.zone(),
            "",
            1),
        mapping.rules(),
        mapping.ignore(),
        mapping.sales());
  }
}
