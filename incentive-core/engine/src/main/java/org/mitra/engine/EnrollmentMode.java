package org.mitra.engine;

/** Who takes part. */
public enum EnrollmentMode {
  /** Every partner in scope. */
  EVERYONE,
  /** Partners whom the vendor enrolled, from the day on which he did. */
  ENROLLED,
  /** Partners in scope who enrolled themselves, and those whom the vendor enrolled. */
  SELF_ENROLLED
}
