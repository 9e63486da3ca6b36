package org.mitra.payouts;

/** How far a payout is. */
public enum PayoutState {
  /** Waits for its release, or for what blocks it. */
  PREPARED,
  /** Too little to be paid: its payables wait for the next settlement. */
  CARRIED,
  /** Taken out by finance, with a reason: its payables wait for the next settlement. */
  EXCLUDED,
  /** Released by a second person; the books are being written. */
  RELEASING,
  /** In the books, and in a file for the bank. */
  RELEASED,
  /** In the books, and nothing to transfer. */
  OFFSET,
  /** The bank paid it. */
  PAID,
  /** The bank sent it back: it waits for a corrected account. */
  RETURNED
}
