package org.mitra.feeds;

/** How a row in quarantine stands. */
public enum QuarantineState {
  /** Waits for a person, or for what it lacks. */
  QUARANTINED,
  /** Has become a fact. */
  RELEASED,
  /** Set aside with a reason, by a person or by a rule of its mapping. */
  DISMISSED
}
