package org.mitra.funds.activities;

/** How far an activity is. */
public enum ActivityState {
  /** The partner writes it. */
  DRAFT,
  /** Waits for the vendor's approval. */
  SUBMITTED,
  /** Came back to the partner, who may change it and submit it again. */
  RETURNED,
  /** Refused for good. */
  REJECTED,
  /** Given up by the partner. */
  WITHDRAWN,
  /** Approved before it happens: money is promised. */
  APPROVED,
  /** Happened; can be claimed as long as something of the promise is left. */
  EXECUTED,
  /** A claim waits for the vendor's decision. */
  CLAIMED,
  /** Done: nothing of the promise is left to claim. */
  REIMBURSED,
  /** Not claimed in time: the promise ended. */
  EXPIRED;

  /** Whether the partner may still change the request. */
  public boolean isEditable() {
    return this == DRAFT || this == RETURNED;
  }

  /** Whether nothing follows. */
  public boolean isOver() {
    return this == REJECTED || this == WITHDRAWN || this == REIMBURSED || this == EXPIRED;
  }

  /** Whether the vendor has to do something. */
  public boolean isWithVendor() {
    return this == SUBMITTED || this == CLAIMED;
  }
}
