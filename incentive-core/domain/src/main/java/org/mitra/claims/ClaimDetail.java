package org.mitra.claims;

import java.time.Instant;
import java.util.List;
import org.mitra.documents.DocumentSummary;
import org.mitra.engine.Explanation;
import org.mitra.text.Sentence;

/**
 * A claim in full, but for its items, of which there may be thousands.
 *
 * @param remark of the partner
 * @param reason why it was returned, rejected or approved in part
 * @param obstacles why it cannot be submitted as it is; empty once it was
 * @param documents proofs
 * @param worth what its amount is made of; its leaves add up to it
 * @param history what happened, oldest first
 */
public record ClaimDetail(
    ClaimSummary summary,
    String remark,
    String reason,
    List<Obstacle> obstacles,
    List<Proof> documents,
    Explanation worth,
    List<Happening> history) {

  /** Why it cannot be submitted, and what to do about it. */
  public record Obstacle(String code, Sentence sentence, Sentence next) {}

  /**
   * An attached file.
   *
   * @param alsoIn numbers of other claims with the same file; for the vendor's people only
   */
  public record Proof(DocumentSummary document, List<String> alsoIn) {
    /** Whether pages can show it as a picture. */
    public boolean picture() {
      return document.mediaType().startsWith("image/");
    }
  }

  /**
   * Something that happened to the claim.
   *
   * @param by display name of who did it
   * @param action such as {@code submitted}
   * @param state in which the claim was afterwards
   * @param internal a note among the vendor's people, which partners never get
   */
  public record Happening(
      Instant at, String by, String action, ClaimState state, String remark, boolean internal) {}
}
