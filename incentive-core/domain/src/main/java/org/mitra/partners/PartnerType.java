package org.mitra.partners;

/** What a partner is in the channel. */
public enum PartnerType {
  DISTRIBUTOR,
  DEALER
}
