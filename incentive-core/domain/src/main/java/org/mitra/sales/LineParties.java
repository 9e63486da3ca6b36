package org.mitra.sales;

import org.mitra.data.BusinessKey;
import org.mitra.data.Fields;
import org.mitra.problem.Problem;

/**
 * Who took part in a sale, by code.
 *
 * @param seller empty when the vendor itself sold
 * @param buyer empty when the buyer is no partner
 * @param shipTo the partner to whom goods went, if that was not the buyer
 * @param customer a buyer who is no partner, as reported
 * @param customerCode what tells him from others, the same from whoever he buys; empty when unknown
 * @param representative the seller's representative; empty when unknown
 */
public record LineParties(
    String seller,
    String buyer,
    String shipTo,
    String customer,
    String customerCode,
    String representative) {
  public LineParties {
    seller = BusinessKey.normalise(seller);
    buyer = BusinessKey.normalise(buyer);
    shipTo = BusinessKey.normalise(shipTo);
    customer = Fields.optional(customer, 200, "customer");
    customerCode = BusinessKey.normalise(customerCode);
    if (customerCode.length() > 64) {
      throw Problem.invalid("field.code").with("field", "customerCode").at("/customerCode");
    }
    representative = BusinessKey.normalise(representative);
  }

  /** Without an end customer who is known by a code. */
  public LineParties(
      String seller, String buyer, String shipTo, String customer, String representative) {
    this(seller, buyer, shipTo, customer, "", representative);
  }

  /** Whether these are the same two sides. */
  boolean sameSides(LineParties other) {
    return seller.equals(other.seller)
        && buyer.equals(other.buyer)
        && customer.equals(other.customer);
  }
}
