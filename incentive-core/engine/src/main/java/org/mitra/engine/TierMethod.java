package org.mitra.engine;

/** How a tier table pays. */
public enum TierMethod {
  /** Each slice at its own tier's rate. */
  MARGINAL,
  /** Everything, back to the first unit, at the rate of the tier that was reached. */
  WHOLE_AMOUNT
}
