package org.mitra.engine;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * When things happened to a sale; never merged into one date.
 *
 * @param soldAt the economic date: when the sale, or the return itself, happened
 * @param countsAt when the line counts: for a return the economic date of the sale that it undoes
 * @param receivedAt when the vendor got to know of the sale; for a return, of the sale that it
 *     undoes: a return is never late, and whether its sale was decides for both
 * @param orderedAt when it was ordered; empty when unknown
 * @param shippedAt when it was shipped; empty while it was not
 * @param paidAt when it was paid in full; empty while it was not
 */
public record Dates(
    Instant soldAt,
    Instant countsAt,
    Instant receivedAt,
    Optional<Instant> orderedAt,
    Optional<Instant> shippedAt,
    Optional<Instant> paidAt) {
  public Dates {
    Objects.requireNonNull(soldAt, "soldAt");
    Objects.requireNonNull(countsAt, "countsAt");
    Objects.requireNonNull(receivedAt, "receivedAt");
    Objects.requireNonNull(orderedAt, "orderedAt");
    Objects.requireNonNull(shippedAt, "shippedAt");
    Objects.requireNonNull(paidAt, "paidAt");
  }

  /** Of a sale of which nothing else is known. */
  public static Dates of(Instant soldAt, Instant countsAt, Instant receivedAt) {
    return new Dates(
        soldAt, countsAt, receivedAt, Optional.empty(), Optional.empty(), Optional.empty());
  }
}
