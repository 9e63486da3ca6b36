package org.mitra.programs;

/** Where a version of a program's terms is. */
public enum VersionState {
  /** Can be edited. */
  DRAFT,
  /** Waits for somebody else's approval. */
  SUBMITTED,
  /** Can be published. */
  APPROVED,
  /** Holds from a day on and never changes. */
  PUBLISHED,
  /** Was given up. */
  DISCARDED;

  /** Whether somebody still works on it. */
  public boolean isOpen() {
    return this == DRAFT || this == SUBMITTED || this == APPROVED;
  }
}
