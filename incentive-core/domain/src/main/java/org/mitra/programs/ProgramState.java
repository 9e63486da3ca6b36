package org.mitra.programs;

/** Where a program is in its life. */
public enum ProgramState {
  /** Never published. */
  DRAFT,
  PUBLISHED,
  /** It takes no more sales from a day on; its past periods are still computed. */
  CLOSED,
  /** Its only draft was given up. */
  DISCARDED
}
