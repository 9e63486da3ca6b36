package org.mitra.engine;

/** Where in the channel goods move. */
public enum Flow {
  /** Vendor to distributor, or to a dealer who buys directly. */
  SELL_IN,
  /** Distributor to dealer. */
  SELL_THROUGH,
  /** Dealer to the end customer. */
  SELL_OUT
}
