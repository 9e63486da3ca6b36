package org.mitra.feeds;

/** How far an import is. */
public enum ImportState {
  /** The file is here and being looked at. */
  UPLOADED,
  /** Looked at; waits for somebody to commit or discard it. */
  PREVIEWED,
  /** Cannot be read as a whole; nothing was stored. */
  REFUSED,
  /** Its rows are being taken in. */
  COMMITTING,
  /** All rows are dealt with. */
  COMMITTED,
  /** Given up before it was committed. */
  DISCARDED
}
