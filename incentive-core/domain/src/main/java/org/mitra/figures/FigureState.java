package org.mitra.figures;

/** How far a figure got. */
public enum FigureState {
  /** Waits for a second person. */
  PROPOSED,
  /** Counts. */
  APPROVED,
  REJECTED,
  /** Another figure, or another proposal, took its place. */
  REPLACED
}
