package org.mitra.figures;

/** What an agreed figure is for. */
public enum FigureKind {
  /** What growth is measured from. */
  BASELINE,
  /** What is to be reached. */
  TARGET
}
