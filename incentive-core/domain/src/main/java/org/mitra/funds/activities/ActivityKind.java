package org.mitra.funds.activities;

/** What kind of thing is done. */
public enum ActivityKind {
  EXHIBITION,
  DISPLAY,
  ADVERTISING,
  TRAINING,
  OTHER
}
