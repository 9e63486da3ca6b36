package org.mitra.roi;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.mitra.money.Currency;
import org.mitra.money.Exact;
import org.mitra.money.Money;

/**
 * What a program cost and brought in one currency, in six steps. Amounts are at the currency's
 * settlement scale and fit together exactly: sales and cost of goods are rounded once for each
 * stretch of time (HALF_UP), everything else is added and subtracted.
 *
 * @param currency ISO 4217, of all amounts
 * @param incentives settled, accrued and earned since, fund money spent and promised
 * @param totalCost incentives + administration + training + marketing
 * @param salesBefore net sales in the time that is compared with
 * @param salesDuring net sales during the program so far
 * @param incrementalSales during − before
 * @param incrementalGoods the goods' cost during − before
 * @param grossProfit incremental sales − incremental goods
 * @param netProfit gross profit − total cost
 * @param percent net profit ÷ total cost × 100, two decimals, HALF_UP; null when nothing was spent
 *     or the program has not begun: then it is not defined
 */
public record ReturnFigures(
    String currency,
    BigDecimal incentives,
    BigDecimal administration,
    BigDecimal training,
    BigDecimal marketing,
    BigDecimal totalCost,
    BigDecimal salesBefore,
    BigDecimal salesDuring,
    BigDecimal incrementalSales,
    BigDecimal goodsBefore,
    BigDecimal goodsDuring,
    BigDecimal incrementalGoods,
    BigDecimal grossProfit,
    BigDecimal netProfit,
    BigDecimal percent) {
  private static final int PERCENT_DECIMALS = 2;

  /**
   * @param before sales in the time that is compared with; empty when the program has not begun
   * @param during sales during the program so far; empty when it has not begun
   */
  static ReturnFigures of(
      Currency currency, ProgramCost cost, Optional<SpanSales> before, Optional<SpanSales> during) {
    Money zero = Money.zero(currency);
    Money salesBefore = before.map(sales -> rounded(sales.net(), currency)).orElse(zero);
    Money salesDuring = during.map(sales -> rounded(sales.net(), currency)).orElse(zero);
    Money goodsBefore = before.map(sales -> rounded(sales.goods(), currency)).orElse(zero);
    Money goodsDuring = during.map(sales -> rounded(sales.goods(), currency)).orElse(zero);
    Money incrementalSales = salesDuring.minus(salesBefore);
    Money incrementalGoods = goodsDuring.minus(goodsBefore);
    Money gross = incrementalSales.minus(incrementalGoods);
    Money net = gross.minus(cost.total());
    return new ReturnFigures(
        currency.code(),
        cost.incentives().total().amount(),
        cost.of(CostKind.ADMINISTRATION).amount(),
        cost.of(CostKind.TRAINING).amount(),
        cost.of(CostKind.MARKETING).amount(),
        cost.total().amount(),
        salesBefore.amount(),
        salesDuring.amount(),
        incrementalSales.amount(),
        goodsBefore.amount(),
        goodsDuring.amount(),
        incrementalGoods.amount(),
        gross.amount(),
        net.amount(),
        during.isPresent() ? percent(net, cost.total()) : null);
  }

  /** A sum over lines as it is shown and counted. */
  static Money rounded(BigDecimal sum, Currency currency) {
    return Money.rounded(Exact.of(sum), currency, RoundingMode.HALF_UP);
  }

  /** A program that took back more than it gave has no cost to compare with either. */
  private static BigDecimal percent(Money net, Money cost) {
    if (cost.signum() <= 0) {
      return null;
    }
    return net.exact()
        .times(Exact.of(100))
        .dividedBy(cost.exact())
        .rounded(PERCENT_DECIMALS, RoundingMode.HALF_UP);
  }
}
