package org.mitra.engine;

/** Which thresholds hold for a partner who takes part for some days of a period only. */
public enum Thresholds {
  /** The same as for everybody. */
  UNPRORATED,
  /** As much of them as the days on which he takes part are of all days of the period, or span. */
  BY_DAYS
}
