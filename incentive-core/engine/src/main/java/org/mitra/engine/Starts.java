package org.mitra.engine;

import org.mitra.money.Exact;

/** When a tier starts. */
public enum Starts {
  /** On its threshold: 5,000 is in the tier that starts at 5,000. */
  REACHED,
  /** Just above its threshold: 5,000 is still in the tier below. */
  EXCEEDED;

  boolean started(Exact measure, Exact threshold) {
    int side = measure.compareTo(threshold);
    return this == REACHED ? side >= 0 : side > 0;
  }
}
