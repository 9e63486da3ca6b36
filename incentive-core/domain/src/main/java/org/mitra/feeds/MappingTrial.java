package org.mitra.feeds;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.mitra.access.Actor;
import org.mitra.access.Role;
import org.mitra.data.BusinessClock;
import org.mitra.data.Fields;
import org.mitra.mappings.Mapping;
import org.mitra.mappings.MappingJson;
import org.mitra.problem.Problem;
import org.mitra.tables.FileNotes;
import org.mitra.tables.TableFormat;
import org.mitra.tables.Tables;

/** Shows what a mapping makes of some rows, before it is saved. Stores nothing. */
@ApplicationScoped
public class MappingTrial {
  /** Characters of a sample. */
  public static final int LONGEST = 64 * 1024;

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
    actor.require(Role.CHANNEL_MANAGER, Role.ADMINISTRATOR);
    Mapping mapping = asText(MappingJson.read(definition));
    String text = Fields.present(sample, "sample");
    if (text.length() > LONGEST) {
      throw Problem.invalid("field.too-long")
          .with("field", "sample")
          .with("most", LONGEST)
          .at("/sample");
    }
    try {
      Path file = Files.createTempFile("mitra-sample", ".tmp");
      try {
        Files.writeString(file, text, StandardCharsets.UTF_8);
        return look(mapping, receivers.of(mapping.kind()), file);
      } finally {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private <T> Preview look(Mapping mapping, Receiver<T> receiver, Path file) {
    Repeats repeats = new Repeats();
    if (mapping.sales().lineFromContent()) {
      Tables.read(file, mapping.format(), FileLook.sighting(mapping, receiver, repeats));
    }
    FileLook<T> look = new FileLook<>(mapping, receiver, repeats, clock.zone(), read -> {});
    FileNotes notes = Tables.read(file, mapping.format(), look);
    look.end();
    return look.preview(notes);
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
