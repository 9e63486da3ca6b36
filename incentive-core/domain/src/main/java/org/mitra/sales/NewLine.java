package org.mitra.sales;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.mitra.data.Sha256;

/**
 * A line about to be stored, with everything looked up.
 *
 * @param previous the version that it supersedes; null for the first
 * @param origin the sale that it undoes or pays; null for a sale
 */
record NewLine(
    UUID uid,
    ReportedLine line,
    Sha256 contentHash,
    StoredLine previous,
    Long sellerId,
    Long buyerId,
    Long shipToId,
    Long representativeId,
    String customerCode,
    long productId,
    String unit,
    BigDecimal unitCost,
    LocalDate soldOn,
    Origins.Sale origin) {

  static NewLine of(
      UUID uid,
      ReportedLine line,
      Sha256 contentHash,
      StoredLine previous,
      Known known,
      LocalDate soldOn) {
    LineParties parties = line.parties();
    Known.ProductFact product = known.product(line.product());
    BigDecimal cost = line.amounts().unitCost();
    if (cost == null) {
      cost = known.costOn(product.id(), line.amounts().currency(), soldOn).orElse(null);
    }
    return new NewLine(
        uid,
        line,
        contentHash,
        previous,
        known.partnerId(parties.seller()),
        known.partnerId(parties.buyer()),
        known.partnerId(parties.shipTo()),
        known.representativeId(parties, soldOn),
        parties.customerCode(),
        product.id(),
        product.unit(),
        cost,
        soldOn,
        null);
  }

  /**
   * The same line, linked to its sale, whose cost it shares unless its own was reported. Who sold
   * and to whom is the sale's affair; a payment may say so itself.
   */
  NewLine linkedTo(Origins.Sale sale) {
    boolean undoes = line.key().undoes();
    return new NewLine(
        uid,
        line,
        contentHash,
        previous,
        sellerId,
        buyerId,
        shipToId,
        undoes || representativeId == null ? sale.representativeId() : representativeId,
        undoes || customerCode.isEmpty() ? sale.customerCode() : customerCode,
        productId,
        unit,
        line.amounts().unitCost() == null ? sale.unitCost() : unitCost,
        soldOn,
        sale);
  }

  /** When it was ordered, shipped and paid: what undoes a sale has that from the sale. */
  LineDays days() {
    return origin != null && line.key().undoes() ? origin.days() : line.days();
  }

  /** When a sale was paid in full by its payments, as far as that is known already. */
  LocalDate settledOn() {
    return origin != null && line.key().undoes() ? origin.settledOn() : null;
  }

  int revision() {
    return previous == null ? 1 : previous.revision() + 1;
  }

  /** When it counts: a return with its sale, everything else when it happened. */
  Instant countsAt() {
    return origin != null && line.key().undoes() ? origin.soldAt() : line.soldAt();
  }
}
