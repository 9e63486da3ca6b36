package org.mitra.funds;

/** What can happen to the money of a lot, and which of its four sums it changes. */
public enum MovementKind {
  /** Given to the partner; negative when an allocation is lowered. */
  ALLOCATE(1, 0, 0, 0),
  /** Promised to an activity. */
  COMMIT(0, 1, 0, 0),
  /** Promised, and free again. */
  RELEASE(0, -1, 0, 0),
  /** Promised, and owed to the partner for an approved claim. */
  PAY(0, -1, 1, 0),
  /** Free, and lost because the lot is over. */
  EXPIRE(0, 0, 0, 1),
  /** Left at expiry, and moved to a new lot: negative in the old one, positive in the new one. */
  CARRY(1, 0, 0, 0);

  private final int allocated;
  private final int committed;
  private final int paid;
  private final int expired;

  MovementKind(int allocated, int committed, int paid, int expired) {
    this.allocated = allocated;
    this.committed = committed;
    this.paid = paid;
    this.expired = expired;
  }

  /** 1, 0 or −1: what one unit of the movement does to the sum. */
  public int allocated() {
    return allocated;
  }

  public int committed() {
    return committed;
  }

  public int paid() {
    return paid;
  }

  public int expired() {
    return expired;
  }

  /** What one unit of it does to what is available. */
  public int available() {
    return allocated - committed - paid - expired;
  }
}
