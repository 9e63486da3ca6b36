package org.mitra.house;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Documents that are made from the product. With {@code -Dmitra.write-documents=true} the test
 * writes them anew instead of comparing.
 */
class DocumentsIT {
  private static final Pattern PROBLEM =
      Pattern.compile(
          "Problem\\s*\\.(invalid|forbidden|conflict|refused|of)\\(\\s*(?:(?:Problem\\.)?Kind\\.(\\w+)\\s*,\\s*)?\"([\\w.-]+)\"\\s*\\)");
  private static final Map<String, String> STATUS =
      Map.ofEntries(
          Map.entry("invalid", "400"),
          Map.entry("forbidden", "403"),
          Map.entry("conflict", "409"),
          Map.entry("refused", "422"),
          Map.entry("INVALID", "400"),
          Map.entry("UNAUTHENTICATED", "401"),
          Map.entry("FORBIDDEN", "403"),
          Map.entry("NOT_FOUND", "404"),
          Map.entry("WRONG_METHOD", "405"),
          Map.entry("NOT_ACCEPTABLE", "406"),
          Map.entry("CONFLICT", "409"),
          Map.entry("TOO_LARGE", "413"),
          Map.entry("UNSUPPORTED_MEDIA", "415"),
          Map.entry("REFUSED", "422"),
          Map.entry("TOO_MANY", "429"),
          Map.entry("DEFECT", "500"),
          Map.entry("UNAVAILABLE", "503"));

  @Test
  void errorsAreAllThere() throws IOException {
    Map<String, String> texts = problemTexts();
    Map<String, Set<String>> statuses = statuses();
    StringBuilder document =
        new StringBuilder(
            """
            # Problems

            Every problem that Mitra tells, by its code. The API sends the code with the facts in braces; pages, files and the API show the same
            sentence and next step, in Indonesian and English. Made from the texts and the code by a test.

            | code | status | what is wrong | what to do |
            |---|---|---|---|
            """);
    texts.keySet().stream()
        .filter(key -> !key.endsWith(".next"))
        .forEach(
            code ->
                document
                    .append("| `")
                    .append(code)
                    .append("` | ")
                    .append(String.join(", ", statuses.getOrDefault(code, Set.of("in files"))))
                    .append(" | ")
                    .append(cell(texts.get(code)))
                    .append(" | ")
                    .append(cell(texts.getOrDefault(code + ".next", "")))
                    .append(" |\n"));
    isAsWritten("docs/errors.md", document.toString());
  }

  /** Facts by their names alone: how they are written is the reader's language. */
  private static String cell(String text) {
    return text.replaceAll("\\{(\\w+)[^}]*}", "{$1}").replace("|", "\\|");
  }

  private static Map<String, String> problemTexts() throws IOException {
    Map<String, String> texts = new TreeMap<>();
    for (Path file : House.sources("_en.properties")) {
      Properties properties = new Properties();
      properties.load(new StringReader(House.read(file)));
      properties
          .stringPropertyNames()
          .forEach(
              key -> {
                if (key.startsWith("problem.")) {
                  texts.put(key.substring("problem.".length()), properties.getProperty(key));
                }
              });
    }
    return texts;
  }

  private static Map<String, Set<String>> statuses() {
    Map<String, Set<String>> statuses = new TreeMap<>();
    statuses.put("not-found", new TreeSet<>(Set.of("404")));
    for (Path file : House.sources(".java")) {
      Matcher matcher = PROBLEM.matcher(House.read(file));
      while (matcher.find()) {
        String status = STATUS.get(matcher.group(2) == null ? matcher.group(1) : matcher.group(2));
        if (status != null) {
          statuses.computeIfAbsent(matcher.group(3), code -> new TreeSet<>()).add(status);
        }
      }
    }
    return statuses;
  }

  @Test
  void everythingOfOthersIsNamed() {
    String document = House.read(House.root().resolve("docs/third-party.md"));
    List<String> unnamed = new ArrayList<>();
    for (String application : List.of("partner-portal", "admin-console")) {
      Path folder =
          House.root()
              .resolve(application)
              .resolve("target")
              .resolve(application)
              .resolve("WEB-INF/lib");
      try (Stream<Path> files = Files.list(folder)) {
        files
            .map(file -> file.getFileName().toString().replaceAll("-[0-9].*\\.jar$", ""))
            .filter(name -> !name.startsWith("mitra-") && !document.contains("`" + name + "`"))
            .forEach(unnamed::add);
      } catch (IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
    }
    assertThat(unnamed).as("libraries that docs/third-party.md does not name").isEmpty();
  }

  /** The API describes itself in English; its page reads as well in Indonesian. */
  @Test
  void everyCallIsDescribedInIndonesian() {
    Set<String> english = new TreeSet<>();
    for (String application : List.of("partner-portal", "admin-console")) {
      JsonObject paths =
          json(application + "/target/classes/openapi/openapi.json").getJsonObject("paths");
      for (JsonValue path : paths.values()) {
        for (JsonValue call : path.asJsonObject().values()) {
          english.add(call.asJsonObject().getString("summary", ""));
          english.add(call.asJsonObject().getString("description", ""));
        }
      }
    }
    english.remove("");
    assertThat(json("incentive-core/web/src/main/resources/org/mitra/rest/calls_id.json").keySet())
        .as("English sentences with their Indonesian in calls_id.json")
        .containsExactlyInAnyOrderElementsOf(english);
  }

  private static JsonObject json(String path) {
    try (JsonReader reader =
        Json.createReader(new StringReader(House.read(House.root().resolve(path))))) {
      return reader.readObject();
    }
  }

  @Test
  void linksLeadSomewhere() throws IOException {
    List<String> broken = new ArrayList<>();
    List<Path> documents = new ArrayList<>(House.files(House.root().resolve("docs"), ".md"));
    try (Stream<Path> top = Files.list(House.root())) {
      top.filter(file -> file.toString().endsWith(".md")).forEach(documents::add);
    }
    for (Path document : documents) {
      Matcher link = Pattern.compile("]\\(([^)#:]+)(#[^)]*)?\\)").matcher(House.read(document));
      while (link.find()) {
        if (!Files.exists(document.resolveSibling(link.group(1)))) {
          broken.add(House.root().relativize(document) + " -> " + link.group(1));
        }
      }
    }
    assertThat(broken).isEmpty();
  }

  static void isAsWritten(String path, String made) throws IOException {
    Path file = House.root().resolve(path);
    if (Boolean.getBoolean("mitra.write-documents")) {
      Files.writeString(file, made);
    }
    assertThat(Files.exists(file) ? House.read(file) : "")
        .as(
            path
                + " is behind the code. Write it anew: ./mvnw test -pl db/walkthrough -am"
                + " -Dtest='DocumentsIT,AccessIT' -Dsurefire.failIfNoSpecifiedTests=false -Dmitra.write-documents=true")
        .isEqualTo(made);
  }
}
