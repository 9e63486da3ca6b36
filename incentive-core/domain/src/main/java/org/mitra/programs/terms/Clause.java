package org.mitra.programs.terms;

import java.util.List;

/**
 * What terms say about one thing, for people.
 *
 * @param code what it is about, the same in every language, such as {@code reward}
 * @param heading the same for people
 * @param sentences one after the other
 */
public record Clause(String code, String heading, List<String> sentences) {
  public Clause {
    sentences = List.copyOf(sentences);
  }
}
