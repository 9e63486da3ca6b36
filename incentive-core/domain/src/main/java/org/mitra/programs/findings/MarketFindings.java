package org.mitra.programs.findings;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mitra.engine.Attainment;
import org.mitra.engine.EarningRule;
import org.mitra.engine.Finding;
import org.mitra.engine.Measure;
import org.mitra.engine.Measured;
import org.mitra.engine.SalesRule;
import org.mitra.engine.Terms;
import org.mitra.money.Decimals;
import org.mitra.money.Exact;

/** What the sales of the last year say about terms. */
final class MarketFindings {
  private final Terms terms;
  private final Market market;
  private final List<Terms> beside;

  /**
   * @param beside terms of programs that pay the same partners for the same sales
   */
  MarketFindings(Terms terms, Market market, List<Terms> beside) {
    this.terms = terms;
    this.market = market;
    this.beside = beside;
  }

  List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    if (!market.isEmpty()) {
      aboveMargin().ifPresent(findings::add);
      aboveBudget().ifPresent(findings::add);
    }
    return findings;
  }

  /** Whether all programs together pay more than the vendor earns on such sales. */
  private Optional<Finding> aboveMargin() {
    Market.Sum total = market.total();
    if (total.net().signum() <= 0 || total.costed().signum() <= 0) {
      return Optional.empty();
    }
    Exact paid = paidBy(terms);
    for (Terms other : beside) {
      paid = paid.plus(paidBy(other));
    }
    Exact margin =
        Exact.of(total.costed().subtract(total.cost())).dividedBy(Exact.of(total.costed()));
    Exact share = paid.dividedBy(Exact.of(total.net()));
    return share.compareTo(margin) <= 0
        ? Optional.empty()
        : Optional.of(
            Finding.needsReason(
                "above-margin",
                "rule",
                "paid",
                percent(share),
                "margin",
                percent(margin),
                "programs",
                beside.size() + 1));
  }

  /** What terms would have paid last year's partners, each in each period. */
  private Exact paidBy(Terms paying) {
    Exact paid = Exact.ZERO;
    for (Market.Sum sum : market.sums()) {
      Exact earned =
          paying.earns().flatMap(rule -> earned(rule, sum)).orElse(Exact.ZERO).max(Exact.ZERO);
      paid =
          paid.plus(
              paying.limits().perPayee().map(limit -> earned.min(Exact.of(limit))).orElse(earned));
    }
    return paid;
  }

  /** Empty where sums are not enough to know. */
  private static Optional<Exact> earned(SalesRule rule, Market.Sum sum) {
    Optional<Exact> reaching = of(rule.qualifies(), sum);
    Optional<Exact> paying = of(rule.pays(), sum);
    boolean simple = rule instanceof EarningRule && !(rule instanceof Attainment);
    if (!simple || rule.needsLines() || reaching.isEmpty() || paying.isEmpty()) {
      return Optional.empty();
    }
    Measured measured = Measured.of(reaching.get(), paying.get());
    return Optional.of(((EarningRule) rule).earn(measured).amount());
  }

  private static Optional<Exact> of(Measure measure, Market.Sum sum) {
    return switch (measure) {
      case NET -> Optional.of(Exact.of(sum.net()));
      case GROSS -> Optional.of(Exact.of(sum.gross()));
      case UNITS -> Optional.of(Exact.of(sum.units()));
      case DISCOUNT -> Optional.of(Exact.of(sum.gross().subtract(sum.net())));
      default -> Optional.empty();
    };
  }

  /** Whether last year's sales, period by period, would have cost more than the budget. */
  private Optional<Finding> aboveBudget() {
    if (terms.limits().budget().isEmpty()) {
      return Optional.empty();
    }
    // A program of half a year costs half of what a year would.
    long days = ChronoUnit.DAYS.between(terms.from(), terms.until());
    Exact simulated = paidBy(terms).times(BigDecimal.valueOf(days)).dividedBy(Exact.of(365));
    BigDecimal budget = terms.limits().budget().get();
    return simulated.compareTo(Exact.of(budget)) <= 0
        ? Optional.empty()
        : Optional.of(
            Finding.needsReason(
                "budget-below-cost",
                "limits/budget",
                "budget",
                Decimals.plain(budget),
                "cost",
                Decimals.plain(
                    simulated.rounded(
                        terms.currency().orElseThrow().scale(), RoundingMode.HALF_UP)),
                "currency",
                terms.currency().get().code()));
  }

  private static String percent(Exact share) {
    return Decimals.plain(share.times(Exact.of(100)).rounded(1, RoundingMode.HALF_UP)) + "%";
  }
}
