package org.mitra.engine;

/** What becomes of what was earned. */
public enum Settles {
  /** Money that is owed and paid out. */
  PAYOUT,
  /**
   * The partner has it already, as a discount on the invoice or in kind: a cost that is kept on
   * record and never paid.
   */
  RECORDED,
  /** Points, which are worth what they were worth when they were earned. */
  POINTS
}
