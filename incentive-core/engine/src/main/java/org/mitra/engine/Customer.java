package org.mitra.engine;

import java.util.Objects;

/**
 * The end customer of a sale, who need not be a partner.
 *
 * @param code names the customer; empty when unknown
 * @param firstSale id of the first sales line ever to this customer, by economic date, document and
 *     line; 0 when unknown
 */
public record Customer(String code, long firstSale) {
  public static final Customer UNKNOWN = new Customer("", 0);

  public Customer {
    Objects.requireNonNull(code, "code");
  }
}
