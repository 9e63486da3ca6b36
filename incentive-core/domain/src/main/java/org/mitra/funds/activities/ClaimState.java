package org.mitra.funds.activities;

/** What became of a claim. */
public enum ClaimState {
  /** Waits for a decision. */
  CLAIMED,
  /** Came back; the partner claims again. */
  RETURNED,
  REJECTED,
  APPROVED
}
