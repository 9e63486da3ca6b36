package org.mitra.roi;

import java.math.BigDecimal;
import java.util.BitSet;
import org.mitra.engine.Kind;
import org.mitra.engine.SalesLine;

/** Sums over the lines of one stretch and currency. */
final class SalesTally {
  private final BigDecimal[] stepNet;
  private final BigDecimal[] stepUnits;
  private final BitSet partners = new BitSet();
  private long lines;
  private BigDecimal net = BigDecimal.ZERO;
  private BigDecimal goods = BigDecimal.ZERO;
  private BigDecimal units = BigDecimal.ZERO;
  private long linesWithoutCost;
  private BigDecimal netWithoutCost = BigDecimal.ZERO;

  SalesTally(int steps) {
    stepNet = new BigDecimal[steps];
    stepUnits = new BigDecimal[steps];
    java.util.Arrays.fill(stepNet, BigDecimal.ZERO);
    java.util.Arrays.fill(stepUnits, BigDecimal.ZERO);
  }

  /**
   * @param partner number of the partner whose sale it is
   * @param step of the stretch
   */
  void add(SalesLine line, int partner, int step) {
    stepNet[step] = stepNet[step].add(line.net());
    stepUnits[step] = stepUnits[step].add(line.quantity());
    add(line, partner);
  }

  void add(SalesLine line, int partner) {
    lines++;
    net = net.add(line.net());
    units = units.add(line.quantity());
    // A price correction moves no goods, so nothing is missing without a cost.
    if (line.quantity().signum() != 0) {
      line.unitCost()
          .ifPresentOrElse(
              cost -> goods = goods.add(cost.multiply(line.quantity())),
              () -> {
                linesWithoutCost++;
                netWithoutCost = netWithoutCost.add(line.net());
              });
    }
    if (line.kind() == Kind.SALE) {
      partners.set(partner);
    }
  }

  BitSet partners() {
    return partners;
  }

  BigDecimal stepNet(int step) {
    return stepNet[step];
  }

  BigDecimal stepUnits(int step) {
    return stepUnits[step];
  }

  /**
   * @param during who sold during the program
   */
  SpanSales total(Span span, org.mitra.time.Period time, BitSet during) {
    BitSet both = (BitSet) partners.clone();
    both.and(during);
    return new SpanSales(
        span,
        time.start(),
        time.end(),
        lines,
        net,
        goods,
        units,
        partners.cardinality(),
        both.cardinality(),
        linesWithoutCost,
        netWithoutCost);
  }
}
