package org.mitra.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.mitra.data.BusinessClock;
import org.mitra.feeds.Quarantine;
import org.mitra.feeds.RowProblem;
import org.mitra.problem.Problem;
import org.mitra.tables.TableFormat;
import org.mitra.tables.TableWriter;
import org.mitra.tables.Tables;
import org.mitra.text.Texts;
import org.mitra.web.Visitor;

/** What is in quarantine as a table for whoever sent the file: row, column, value and reason. */
@RequestScoped
public class RejectFile {
  private static final String CSV = "text/csv; charset=utf-8";
  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  @Inject private Quarantine quarantine;
  @Inject private Visitor visitor;
  @Inject private BusinessClock clock;

  /**
   * @throws Problem 400 for a format that there is not
   */
  static TableFormat.Type type(String format) {
    for (TableFormat.Type type : TableFormat.Type.values()) {
      if (type.name().toLowerCase(Locale.ROOT).equals(format)) {
        return type;
      }
    }
    throw Problem.invalid("request.field-choice")
        .with("field", "format")
        .with("known", "csv, xlsx")
        .at("/format");
  }

  static String mediaType(TableFormat.Type type) {
    return type == TableFormat.Type.XLSX ? XLSX : CSV;
  }

  /** A temporary file, which the caller deletes. */
  Path write(TableFormat.Type type, Map<String, String> filters) throws IOException {
    Texts texts = Texts.in(visitor.locale());
    Path file = Files.createTempFile("mitra-rejects", ".tmp");
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file));
        TableWriter table = Tables.write(type, out, clock.zone())) {
      table.row(
          texts.get("reject.feed"),
          texts.get("reject.file"),
          texts.get("reject.row"),
          texts.get("reject.column"),
          texts.get("reject.value"),
          texts.get("reject.reason"),
          texts.get("reject.next"));
      quarantine.rejects(visitor.actor(), filters, reject -> write(table, reject, texts));
    } catch (IOException | RuntimeException e) {
      Files.deleteIfExists(file);
      throw e;
    }
    return file;
  }

  private void write(TableWriter table, Quarantine.Reject reject, Texts texts) {
    for (RowProblem problem : reject.problems()) {
      table.row(
          reject.feed(),
          reject.fileName(),
          reject.number(),
          problem.column(),
          problem.value(),
          texts.sentence(problem.problem(), clock.zone()),
          texts.nextStep(problem.problem(), clock.zone()));
    }
  }
}
