package org.mitra.engine;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * What a rule counts on a line. Every measure is a sum over lines, so partial sums may be kept and
 * merged.
 */
public enum Measure {
  /** Amount after discount, without tax and freight. */
  NET {
    @Override
    public BigDecimal of(SalesLine line) {
      return line.net();
    }
  },
  /** Amount before discount. */
  GROSS {
    @Override
    public BigDecimal of(SalesLine line) {
      return line.gross();
    }
  },
  /** Quantity in the product's unit. */
  UNITS {
    @Override
    public BigDecimal of(SalesLine line) {
      return line.quantity();
    }
  },
  /** Net amount less what the goods had cost when they were sold; never below zero for a sale. */
  MARGIN {
    @Override
    public BigDecimal of(SalesLine line) {
      BigDecimal cost = line.unitCost().orElse(BigDecimal.ZERO).multiply(line.quantity());
      return line.net().subtract(cost);
    }

    @Override
    public Optional<Grouping> grouping() {
      return Optional.of(Grouping.GAINFUL_SALES);
    }
  },
  /** What was taken off the amount on the invoice. */
  DISCOUNT {
    @Override
    public BigDecimal of(SalesLine line) {
      return line.gross().subtract(line.net());
    }
  },
  /** Money that came in; refunds are negative. */
  CASH {
    @Override
    public BigDecimal of(SalesLine line) {
      return line.kind() == Kind.PAYMENT_RECEIVED ? line.net() : BigDecimal.ZERO;
    }
  },
  /** Sales documents of which something was not returned. */
  DOCUMENTS {
    @Override
    public BigDecimal of(SalesLine line) {
      return line.quantity();
    }

    @Override
    public Optional<Grouping> grouping() {
      return Optional.of(Grouping.DOCUMENTS);
    }
  },
  /** Customers who kept something of what they bought. */
  CUSTOMERS {
    @Override
    public BigDecimal of(SalesLine line) {
      return line.quantity();
    }

    @Override
    public Optional<Grouping> grouping() {
      return Optional.of(Grouping.CUSTOMERS);
    }
  };

  /** The line's part of the measure. */
  public abstract BigDecimal of(SalesLine line);

  /** What lines have to be put together before they count; empty when each counts for itself. */
  public Optional<Grouping> grouping() {
    return Optional.empty();
  }

  /** Whether the measure is an amount in the line's currency, rather than a count. */
  public boolean isMoney() {
    return this == NET || this == GROSS || this == MARGIN || this == DISCOUNT || this == CASH;
  }
}
