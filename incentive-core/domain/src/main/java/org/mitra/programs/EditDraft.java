package org.mitra.programs;

import java.time.LocalDate;
import java.util.UUID;
import org.mitra.data.Fields;
import org.mitra.engine.Terms;

/**
 * Replaces the terms of a draft.
 *
 * @param version the draft
 * @param revision the one that was read, so that a change in between is noticed
 * @param terms what it promises from now on
 * @param effectiveFrom for an amendment the start of the period from which it holds; null leaves it
 */
public record EditDraft(UUID version, int revision, Terms terms, LocalDate effectiveFrom) {
  public EditDraft {
    Fields.present(version, "version");
    Fields.present(terms, "terms");
  }
}
