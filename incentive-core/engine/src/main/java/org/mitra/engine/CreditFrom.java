package org.mitra.engine;

/** From when a partner who joins in mid-period earns. */
public enum CreditFrom {
  /** From the day on which he joined. */
  ENROLLMENT,
  /** From the first day of the period in which he joined. */
  PERIOD_START
}
