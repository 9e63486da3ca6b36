package org.mitra.engine;

import java.time.Instant;
import java.util.Optional;

/** What has to happen before a sale counts, and on whose day it counts. */
public enum Trigger {
  ORDER("not-ordered") {
    @Override
    Optional<Instant> of(SalesLine line) {
      return line.dates().orderedAt();
    }
  },
  INVOICE("not-sold") {
    @Override
    Optional<Instant> of(SalesLine line) {
      return Optional.of(line.countsAt());
    }
  },
  SHIPMENT("not-shipped") {
    @Override
    Optional<Instant> of(SalesLine line) {
      return line.dates().shippedAt();
    }
  },
  FULLY_PAID("not-paid") {
    @Override
    Optional<Instant> of(SalesLine line) {
      return line.dates().paidAt();
    }
  };

  private final String missing;

  Trigger(String missing) {
    this.missing = missing;
  }

  /** When the line counts; empty as long as it does not. */
  abstract Optional<Instant> of(SalesLine line);

  /** Why a line without such a date earns nothing. */
  Refusal refusal(SalesLine line) {
    return new Refusal(missing, line.document(), name());
  }
}
