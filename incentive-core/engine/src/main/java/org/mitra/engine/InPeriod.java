package org.mitra.engine;

/** What becomes of what a period has measured when other terms begin inside it. */
public enum InPeriod {
  /** It goes on: later sales fill tiers from where earlier ones have left them. */
  CONTINUE,
  /** The later part of the period begins at zero. */
  RESET
}
