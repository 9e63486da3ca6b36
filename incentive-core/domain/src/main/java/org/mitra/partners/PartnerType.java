package org.mitra.partners;

/** What a partner is in the channel. */
public enum PartnerType {
  DISTRIBUTOR,
  DEALER,
  /** A person who sells for a distributor or dealer, and stands below him. */
  REPRESENTATIVE
}
