package org.mitra.identity;

/** What an API token may be used for, within what its owner may do. */
public enum TokenScope {
  /** Reading only. */
  READ,
  /** Reading, and sending facts: partners, products, sales. */
  FEED,
  /** Everything that its owner may do. */
  FULL
}
