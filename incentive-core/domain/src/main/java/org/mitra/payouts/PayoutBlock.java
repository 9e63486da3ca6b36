package org.mitra.payouts;

/** Why a payout that waits cannot be released now. */
public enum PayoutBlock {
  PARTNER_LEFT,
  PAYER_ACCOUNT_MISSING,
  ACCOUNT_MISSING,
  ACCOUNT_UNVERIFIED,
  ACCOUNT_ON_HOLD,
  /** The account is still the one from which the bank sent the money back. */
  ACCOUNT_NOT_CORRECTED
}
