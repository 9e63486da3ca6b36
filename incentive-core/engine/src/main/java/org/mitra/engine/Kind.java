package org.mitra.engine;

/** What a sales line reports. All but a sale usually carry negative quantities and amounts. */
public enum Kind {
  SALE,
  RETURN,
  PRICE_CORRECTION,
  CANCELLATION,
  PAYMENT_RECEIVED
}
