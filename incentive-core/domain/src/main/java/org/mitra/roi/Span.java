package org.mitra.roi;

/** A stretch of time whose sales are added up, seen from a program. */
public enum Span {
  /** As many days as the program has run so far, right before it. */
  BEFORE,
  /** The same days in the last year that was over when the program began. */
  LAST_YEAR,
  /** The program's time so far. */
  DURING,
  /** After its end: half a year at most. */
  AFTER
}
