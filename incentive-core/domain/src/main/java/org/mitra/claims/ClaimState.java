package org.mitra.claims;

import java.util.EnumSet;
import java.util.Set;

/** Where a claim stands. */
public enum ClaimState {
  /** The partner works on it; nobody else sees it. */
  DRAFT(Holder.PARTNER),
  /** Waits for a reviewer. */
  SUBMITTED(Holder.CHANNEL_MANAGER),
  /** Waits for a reviewer, and some of its units wait for another claim or for a person to look. */
  HELD(Holder.CHANNEL_MANAGER),
  /** Approved by one reviewer; its amount needs a second one. */
  ENDORSED(Holder.FINANCE),
  /** Everything that was claimed is approved. */
  APPROVED(Holder.NOBODY),
  /** Some of it is approved, the rest rejected. */
  PARTLY_APPROVED(Holder.NOBODY),
  /** Back with the partner, to be changed and submitted again. */
  RETURNED(Holder.PARTNER),
  REJECTED(Holder.NOBODY),
  /** Taken back by the partner. */
  WITHDRAWN(Holder.NOBODY);

  /** Who has to do something. */
  public enum Holder {
    PARTNER,
    CHANNEL_MANAGER,
    FINANCE,
    NOBODY
  }

  /** The partner may change it. */
  static final Set<ClaimState> EDITABLE = EnumSet.of(DRAFT, RETURNED);

  /** Waits for the first reviewer. */
  static final Set<ClaimState> IN_REVIEW = EnumSet.of(SUBMITTED, HELD);

  /** The partner may take it back. */
  static final Set<ClaimState> WITHDRAWABLE =
      EnumSet.of(DRAFT, SUBMITTED, HELD, ENDORSED, RETURNED);

  private final Holder holder;

  ClaimState(Holder holder) {
    this.holder = holder;
  }

  public Holder holder() {
    return holder;
  }

  public boolean isEditable() {
    return EDITABLE.contains(this);
  }

  public boolean isInReview() {
    return IN_REVIEW.contains(this);
  }

  public boolean isWithdrawable() {
    return WITHDRAWABLE.contains(this);
  }

  public boolean isDecided() {
    return this == APPROVED || this == PARTLY_APPROVED || this == REJECTED;
  }
}
