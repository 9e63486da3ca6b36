package org.mitra.claims;

/** What became of one unit of a claim. */
public enum ItemState {
  /** Nothing speaks against it. */
  PASSED,
  /** Waits for another claim, or for a person to look. */
  HELD,
  /** The check found why it cannot be paid. */
  FAILED,
  APPROVED,
  REJECTED
}
