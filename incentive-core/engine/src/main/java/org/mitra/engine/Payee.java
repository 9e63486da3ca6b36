package org.mitra.engine;

import java.util.Optional;

/** Which of the parties to a sale a program pays. */
public enum Payee {
  SELLER {
    @Override
    public Optional<Party> of(SalesLine line) {
      return line.seller();
    }
  },
  BUYER {
    @Override
    public Optional<Party> of(SalesLine line) {
      return line.buyer();
    }
  },
  /** The partner who received the goods, whoever bought them. */
  SHIP_TO {
    @Override
    public Optional<Party> of(SalesLine line) {
      return line.shipTo().or(line::buyer);
    }
  },
  /** The seller's representative. */
  REPRESENTATIVE {
    @Override
    public Optional<Party> of(SalesLine line) {
      return line.parties().representative();
    }
  },
  /** The partner above the seller: a distributor on what its dealers sell. */
  ABOVE_SELLER {
    @Override
    public Optional<Party> of(SalesLine line) {
      return line.seller().flatMap(Party::above);
    }
  },
  /** The partner above the buyer: a distributor on what its dealers buy. */
  ABOVE_BUYER {
    @Override
    public Optional<Party> of(SalesLine line) {
      return line.buyer().flatMap(Party::above);
    }
  };

  /** The partner who would be paid for the line; empty when the line names none. */
  public abstract Optional<Party> of(SalesLine line);
}
