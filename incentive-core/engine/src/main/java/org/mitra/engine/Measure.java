package org.mitra.engine;

import java.math.BigDecimal;

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
  };

  /** The line's part of the measure. */
  public abstract BigDecimal of(SalesLine line);

  /** Whether the measure is an amount in the line's currency, rather than a count. */
  public boolean isMoney() {
    return this == NET || this == GROSS;
  }
}
