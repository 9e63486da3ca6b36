package org.mitra.settlements;

/** How far a settlement is. */
public enum SettlementState {
  /** Periods are being closed and payouts made. */
  PREPARING,
  /** Waits for a second person. */
  PREPARED,
  /** Entries, statements and files are being written. */
  RELEASING,
  /** Some payouts still wait: for an account, or for a second try. */
  PARTLY_RELEASED,
  RELEASED,
  /** There was nothing to pay, or all of it was excluded or carried over. */
  EMPTY
}
