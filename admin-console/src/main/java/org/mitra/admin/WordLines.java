package org.mitra.admin;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.mitra.problem.Problem;

/** What words mean, as people type it: a line such as {@code R = RETURN} for each. */
final class WordLines {
  private WordLines() {}

  static String of(JsonObject words) {
    return words.entrySet().stream()
        .map(word -> word.getKey() + " = " + MappingFieldRow.text(word.getValue()))
        .collect(Collectors.joining("\n"));
  }

  /**
   * @param place of the text in the request, for the problem
   * @throws Problem 400 when a line has no word or no meaning, or a word has two
   */
  static JsonObject read(String text, String place) {
    JsonObjectBuilder words = Json.createObjectBuilder();
    Set<String> seen = new HashSet<>();
    for (String line : text.lines().map(String::strip).filter(l -> !l.isEmpty()).toList()) {
      int sign = line.lastIndexOf('=');
      String word = sign < 0 ? "" : line.substring(0, sign).strip();
      String meaning = sign < 0 ? "" : line.substring(sign + 1).strip();
      if (word.isEmpty() || meaning.isEmpty() || !seen.add(word)) {
        throw Problem.invalid("mapping.words").with("value", line).at(place);
      }
      words.add(word, meaning);
    }
    return words.build();
  }
}
