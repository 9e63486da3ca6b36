package org.mitra.engine;

import java.util.List;
import java.util.Map;

/**
 * Terms that no program can be run on: everything that is wrong with one object, so that its author
 * mends it at once.
 */
public final class InvalidTerms extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final transient List<Complaint> complaints;

  /**
   * One thing that is wrong. The code and its facts make the sentence that the author reads; the
   * field says where to look.
   *
   * @param field the field below the object that complains, such as {@code tiers/1/from}; empty for
   *     the object itself
   * @param code names the sentence, such as {@code tiers-not-ascending}
   * @param facts what the sentence mentions
   */
  public record Complaint(String field, String code, Map<String, String> facts) {}

  InvalidTerms(List<Complaint> complaints) {
    super(complaints.toString());
    this.complaints = List.copyOf(complaints);
  }

  public List<Complaint> complaints() {
    return complaints == null ? List.of() : complaints;
  }
}
