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
  /** A fund: it is spent together. Never said in terms; a fund that grows with purchases does. */
  FUND,
  /** Points, which are worth what they were worth when they were earned. */
  POINTS
}
