package org.mitra.engine;

/** On which day a partner's level decides. */
public enum LevelOn {
  /** On the day of each sale. */
  SALE,
  /** On the last day of the settlement period, as far as it is known. */
  PERIOD_END
}
