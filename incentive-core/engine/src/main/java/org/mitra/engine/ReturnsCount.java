package org.mitra.engine;

/** In which period a return counts. Companies differ, so every program says it. */
public enum ReturnsCount {
  /**
   * In the period of the sale that it undoes: a partner must not keep a tier that was never
   * reached.
   */
  IN_PERIOD_OF_SALE,
  /** In the period in which the goods came back. */
  IN_PERIOD_OF_RETURN
}
