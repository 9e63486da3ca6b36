package org.mitra.sales;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.mitra.data.Sha256;

/** The newest version of a line that is known already, as far as the next version depends on it. */
record StoredLine(
    long id,
    UUID uid,
    LineKey key,
    int revision,
    Sha256 contentHash,
    Long sellerId,
    Long buyerId,
    Long shipToId,
    Long representativeId,
    String customer,
    String customerCode,
    long productId,
    String currency,
    LocalDate documentDate,
    Instant countsAt,
    LineDays days,
    Long originId) {

  /** Whether the newer version is about the same goods between the same two sides. */
  boolean sameDeal(NewLine newer) {
    return sameSides(newer)
        && productId == newer.productId()
        && currency.equals(newer.line().amounts().currency());
  }

  boolean sameSides(NewLine newer) {
    return Objects.equals(sellerId, newer.sellerId())
        && Objects.equals(buyerId, newer.buyerId())
        && customer.equals(newer.line().parties().customer());
  }
}
