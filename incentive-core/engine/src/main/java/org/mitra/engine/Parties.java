package org.mitra.engine;

import java.util.Objects;
import java.util.Optional;

/**
 * Who took part in a sale.
 *
 * @param seller empty when the vendor itself sold
 * @param buyer empty when the buyer is no partner, such as an end customer
 * @param shipTo the partner to whom goods went, if that was not the buyer
 * @param representative the seller's representative; empty when unknown
 */
public record Parties(
    Optional<Party> seller,
    Optional<Party> buyer,
    Optional<Party> shipTo,
    Optional<Party> representative) {
  public Parties {
    Objects.requireNonNull(seller, "seller");
    Objects.requireNonNull(buyer, "buyer");
    Objects.requireNonNull(shipTo, "shipTo");
    Objects.requireNonNull(representative, "representative");
  }
}
