package org.mitra.rules;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.mitra.programs.terms.TermsJson;

/**
 * A page of {@code docs/rules}: its blocks of terms, and the tables below them. {@code
 * docs/rules/README.md} says how they are written.
 *
 * @param name the file's name
 * @param examples in the order of the page
 */
record RulePage(String name, List<Example> examples) {
  private static final String FENCE = "```json terms";

  /**
   * A table and what it is about.
   *
   * @param title the headings above it
   * @param programs documents by the first day on which they hold, by program id
   * @param known what is known beside terms and sales
   */
  record Example(
      String title,
      Map<String, SortedMap<LocalDate, JsonObject>> programs,
      Known known,
      Table table) {}

  /** Rows of cells by column name; names are lower case. */
  record Table(List<String> columns, List<Map<String, String>> rows) {
    boolean has(String column) {
      return columns.contains(column);
    }

    /** Whether its rows are sales, and say what comes out. */
    boolean tellsResults() {
      return columns.stream()
          .anyMatch(
              column ->
                  column.startsWith("entitled")
                      || column.startsWith("refusal")
                      || column.startsWith("earned "));
    }
  }

  static List<RulePage> all() {
    try (Stream<Path> files = Files.list(folder())) {
      return files
          .filter(file -> file.toString().endsWith(".md"))
          .sorted()
          .map(RulePage::read)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** {@code docs/rules}, seen from wherever the tests run. */
  static Path folder() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.isDirectory(folder.resolve("docs/rules"))) {
      folder = folder.getParent();
    }
    return folder.resolve("docs/rules");
  }

  private static RulePage read(Path file) {
    try {
      List<String> lines = Files.readAllLines(file);
      return new RulePage(file.getFileName().toString(), new Parser(lines).examples());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (RuntimeException e) {
      throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
    }
  }

  private static final class Parser {
    private final List<String> lines;
    private final List<Example> examples = new ArrayList<>();
    private int at;

    private String heading = "";
    private Map<String, SortedMap<LocalDate, JsonObject>> programs = new LinkedHashMap<>();
    private Known known = new Known();
    private JsonObject latest;
    private boolean used;

    Parser(List<String> lines) {
      this.lines = lines;
    }

    List<Example> examples() {
      while (at < lines.size()) {
        String line = lines.get(at);
        if (line.startsWith("#")) {
          heading = line.replaceFirst("^#+ *", "");
          at++;
        } else if (line.startsWith(FENCE)) {
          terms(line.substring(FENCE.length()).strip());
        } else if (line.startsWith("|")) {
          table(rows());
        } else {
          at++;
        }
      }
      return examples;
    }

    /** {@code json terms [with] [id] [from <day>]}: {@code with} changes the block before. */
    private void terms(String info) {
      if (used) {
        programs = new LinkedHashMap<>();
        known = new Known();
        used = false;
      }
      StringBuilder text = new StringBuilder();
      for (at++; !lines.get(at).startsWith("```"); at++) {
        text.append(lines.get(at)).append('\n');
      }
      at++;
      JsonObject document = TermsJson.parse(text.toString());
      List<String> words = new ArrayList<>(List.of(info.split(" +")));
      if (words.remove("with")) {
        document = Json.createMergePatch(document).apply(latest).asJsonObject();
      }
      latest = document;
      LocalDate from = TermsJson.decode(document, "").from();
      int since = words.indexOf("from");
      if (since >= 0) {
        from = LocalDate.parse(words.remove(since + 1));
        words.remove(since);
      }
      String id = String.join(" ", words).isBlank() ? "program" : words.get(0);
      programs.computeIfAbsent(id, name -> new TreeMap<>()).put(from, document);
    }

    private List<List<String>> rows() {
      List<List<String>> rows = new ArrayList<>();
      for (; at < lines.size() && lines.get(at).startsWith("|"); at++) {
        String inside = lines.get(at).strip();
        inside = inside.substring(1, inside.length() - 1);
        rows.add(Stream.of(inside.split("\\|", -1)).map(String::strip).toList());
      }
      return rows;
    }

    private void table(List<List<String>> cells) {
      List<String> columns =
          cells.get(0).stream().map(name -> name.toLowerCase(java.util.Locale.ROOT)).toList();
      List<Map<String, String>> rows = new ArrayList<>();
      for (List<String> cell : cells.subList(2, cells.size())) {
        if (cell.size() != columns.size()) {
          throw new IllegalArgumentException("ragged row " + cell);
        }
        Map<String, String> row = new LinkedHashMap<>();
        for (int i = 0; i < cell.size(); i++) {
          if (!cell.get(i).isEmpty()) {
            row.put(columns.get(i), cell.get(i).replace("`", ""));
          }
        }
        rows.add(row);
      }
      if (!known.take(columns.get(0), rows) && !programs.isEmpty()) {
        examples.add(new Example(heading, programs, known, new Table(columns, rows)));
        used = true;
      }
    }
  }
}
