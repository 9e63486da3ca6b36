package org.mitra.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every text is there in both languages, once. */
class TextsTest {
  private static final Pattern IN_PAGE =
      Pattern.compile("\\bt(?:\\[|\\.(?:with|sentence)\\()'([\\w.-]+)'[\\],)]");
  private static final Pattern PROBLEM =
      Pattern.compile(
          "Problem\\s*\\.(?:invalid|forbidden|conflict|refused|of)\\(\\s*(?:[\\w.]*Kind\\.\\w+\\s*,\\s*)?\"([\\w.-]+)\"\\s*\\)");
  private static final Pattern IN_JAVA =
      Pattern.compile(
          "(?:[tT]exts?(?:\\(\\))?|notices)\\s*\\.(?:get|tell|with)\\(\\s*\"([\\w.-]+)\"\\s*[,)]");

  /** Where an event is fired, or handed to the method that does: programs have several. */
  private static final Pattern EVENT =
      Pattern.compile("DomainEvent\\s*\\.of\\(|\\b(?:done|draft|changed)\\(\\s*actor,");

  private static final Pattern FACT = Pattern.compile("\\{(\\w+)[^}]*}");

  /** Bundles by their file, each a map of texts. */
  private final Map<Path, Map<String, String>> bundles = new TreeMap<>();

  TextsTest() {
    for (Path file : House.sources(".properties")) {
      if (file.getParent().endsWith("texts")) {
        bundles.put(House.root().relativize(file), load(file));
      }
    }
  }

  private static Map<String, String> load(Path file) {
    Properties properties = new Properties();
    try {
      properties.load(new StringReader(House.read(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<String, String> texts = new TreeMap<>();
    properties.stringPropertyNames().forEach(key -> texts.put(key, properties.getProperty(key)));
    return texts;
  }

  @Test
  void bothLanguagesSayTheSameThings() {
    List<String> differences = new ArrayList<>();
    bundles.forEach(
        (file, english) -> {
          if (!file.toString().endsWith("_en.properties")) {
            return;
          }
          Path other = Path.of(file.toString().replace("_en.properties", "_id.properties"));
          Map<String, String> indonesian = bundles.getOrDefault(other, Map.of());
          Set<String> keys = new TreeSet<>(english.keySet());
          keys.addAll(indonesian.keySet());
          for (String key : keys) {
            String a = english.get(key);
            String b = indonesian.get(key);
            if (a == null || b == null) {
              differences.add(file + ": " + key + " is there in one language only");
            } else if (a.isBlank() != b.isBlank()) {
              differences.add(file + ": " + key + " is empty in one language only");
            } else if (!facts(a).equals(facts(b))) {
              differences.add(file + ": " + key + " mentions different facts");
            }
          }
        });
    assertThat(differences).isEmpty();
    long english =
        bundles.keySet().stream().filter(f -> f.toString().endsWith("_en.properties")).count();
    assertThat(bundles).hasSize((int) (2 * english));
  }

  private static Set<String> facts(String text) {
    Set<String> facts = new HashSet<>();
    Matcher matcher = FACT.matcher(text);
    while (matcher.find()) {
      facts.add(matcher.group(1));
    }
    return facts;
  }

  @Test
  void noKeyStandsTwice() {
    Map<String, List<String>> found = new TreeMap<>();
    for (Path file : bundles.keySet()) {
      if (file.toString().endsWith("_en.properties")) {
        House.read(House.root().resolve(file))
            .lines()
            .filter(line -> line.matches("[\\w.-]+\\s*=.*"))
            .map(line -> line.substring(0, line.indexOf('=')).strip())
            .forEach(
                key -> found.computeIfAbsent(key, k -> new ArrayList<>()).add(file.toString()));
      }
    }
    // The two applications never meet: each may call its own page what it likes.
    found.values().removeIf(files -> files.size() < 2 || isOnePerApplication(files));
    assertThat(found).isEmpty();
  }

  private static boolean isOnePerApplication(List<String> files) {
    return files.size() == 2
        && files.stream().anyMatch(file -> file.startsWith("admin-console"))
        && files.stream().anyMatch(file -> file.startsWith("partner-portal"));
  }

  @Test
  void everyTextThatPagesAskForIsThere() {
    assertThat(missing(House.sources(".xhtml"), IN_PAGE, "")).isEmpty();
    assertThat(missing(House.sources(".java"), IN_JAVA, "")).isEmpty();
  }

  @Test
  void everyProblemHasASentenceAndANextStep() {
    assertThat(missing(House.sources(".java"), PROBLEM, "problem.")).isEmpty();
    Set<String> keys = keys();
    assertThat(keys.stream().filter(key -> key.startsWith("problem.") && !key.endsWith(".next")))
        .as("problems without a next step")
        .allMatch(key -> keys.contains(key + ".next"));
  }

  /** Events are named where they happen, whole or by their last word. */
  @Test
  void everyEventHasASentence() {
    Map<String, String> named = new TreeMap<>();
    for (Path source : House.sources(".java")) {
      String text = House.read(source);
      for (String call : calls(text, EVENT)) {
        literals(call, "[a-z][a-z-]*\\.[a-z][a-z-]*").forEach(e -> named.put(e, source.toString()));
      }
      if (source.getParent().endsWith("claims")) {
        for (String call : calls(text, Pattern.compile("\\bhappened\\("))) {
          literals(call, "[a-z][a-z-]*").forEach(e -> named.put("claim." + e, source.toString()));
        }
      }
      if (source.getParent().endsWith("activities")) {
        for (String call : calls(text, Pattern.compile("\\btold\\("))) {
          literals(call, "[A-Z][A-Z_]*")
              .map(e -> e.toLowerCase(Locale.ROOT).replace('_', '-'))
              .forEach(e -> named.put("fund-activity." + e, source.toString()));
        }
      }
    }
    assertThat(named).hasSizeGreaterThan(70);
    Set<String> keys = keys();
    named.keySet().removeIf(event -> keys.contains("event." + event));
    assertThat(named).as("events of the audit trail without a text").isEmpty();
  }

  /** What stands between the brackets of each call, but for what stands between further ones. */
  private static List<String> calls(String text, Pattern name) {
    List<String> calls = new ArrayList<>();
    Matcher matcher = name.matcher(text);
    while (matcher.find()) {
      StringBuilder call = new StringBuilder();
      int depth = 1;
      for (int i = matcher.end(); depth > 0; i++) {
        char c = text.charAt(i);
        depth += c == '(' ? 1 : c == ')' ? -1 : 0;
        if (depth == 1) {
          call.append(c);
        }
      }
      calls.add(call.toString());
    }
    return calls;
  }

  private static Stream<String> literals(String code, String form) {
    return Pattern.compile("\"(" + form + ")\"").matcher(code).results().map(m -> m.group(1));
  }

  private List<String> missing(List<Path> sources, Pattern pattern, String prefix) {
    Set<String> keys = keys();
    List<String> missing = new ArrayList<>();
    for (Path source : sources) {
      Matcher matcher = pattern.matcher(House.read(source));
      while (matcher.find()) {
        String key = prefix + matcher.group(1);
        if (!keys.contains(key)) {
          missing.add(House.root().relativize(source) + ": " + key);
        }
      }
    }
    return missing;
  }

  private Set<String> keys() {
    return bundles.values().stream()
        .flatMap(texts -> texts.keySet().stream())
        .collect(Collectors.toSet());
  }
}
