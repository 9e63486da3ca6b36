package org.mitra.roi;

/** What a typed-in cost was for. */
public enum CostKind {
  ADMINISTRATION,
  TRAINING,
  MARKETING
}
