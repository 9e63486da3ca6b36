package org.mitra.audit;

/** What is wrong with the chain of events where it breaks. */
public enum Break {
  /** The event is gone. */
  MISSING,
  /** The event does not follow the one before. */
  MOVED,
  /** The event is not what was recorded. */
  CHANGED,
  /** The event was not recorded by us. */
  ADDED
}
