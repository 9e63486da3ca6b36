package org.mitra.feeds;

/** What became of a row. */
public enum Outcome {
  /** Something that was not known. */
  NEW,
  /** Known with other content: changed, or for a sales line superseded. */
  CHANGED,
  /** Known as it is: nothing happened. */
  UNCHANGED,
  /** Has to wait until the other rows of its file are in. */
  WAITING,
  /** Not believed, for a reason: it is in quarantine. */
  QUARANTINED,
  /** Set aside with a reason. */
  DISMISSED
}
