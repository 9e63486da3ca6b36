package org.mitra.engine;

/** Who takes part. */
public enum EnrollmentMode {
  /** Every partner in scope. */
  EVERYONE,
  /** Partners who were enrolled, from the day on which they were. */
  ENROLLED
}
