package org.mitra.roi;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mitra.engine.Explanation;
import org.mitra.money.Currency;
import org.mitra.money.Money;
import org.mitra.time.Period;

class ReturnFiguresTest {
  private static final Period BEFORE =
      new Period(LocalDate.of(2025, 10, 1), LocalDate.of(2026, 1, 1));
  private static final Period DURING =
      new Period(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 4, 3));

  @Test
  void theCheckedExample() {
    // 400 million more at a margin of 30%, for 70 million: 71.43%.
    ReturnFigures figures =
        figures(
            cost("50000000", "10000000", "4000000", "6000000"),
            sales(Span.BEFORE, "600000000", "420000000"),
            sales(Span.DURING, "1000000000", "700000000"));
    assertThat(figures.totalCost()).isEqualByComparingTo("70000000");
    assertThat(figures.incrementalSales()).isEqualByComparingTo("400000000");
    assertThat(figures.incrementalGoods()).isEqualByComparingTo("280000000");
    assertThat(figures.grossProfit()).isEqualByComparingTo("120000000");
    assertThat(figures.netProfit()).isEqualByComparingTo("50000000");
    assertThat(figures.percent()).isEqualTo("71.43");
  }

  @Test
  void aProgramThatCostNothingHasNoReturn() {
    ReturnFigures figures =
        figures(
            ProgramCost.none(Currency.IDR),
            sales(Span.BEFORE, "0", "0"),
            sales(Span.DURING, "100", "70"));
    assertThat(figures.netProfit()).isEqualByComparingTo("30");
    assertThat(figures.percent()).as("never divided by zero").isNull();
  }

  @Test
  void aProgramThatTookBackMoreThanItGaveHasNoReturnEither() {
    ReturnFigures figures =
        figures(
            cost("-5", "0", "0", "0"),
            sales(Span.BEFORE, "0", "0"),
            sales(Span.DURING, "100", "70"));
    assertThat(figures.netProfit()).isEqualByComparingTo("35");
    assertThat(figures.percent()).isNull();
  }

  @Test
  void aLossIsNegative() {
    ReturnFigures figures =
        figures(
            cost("80", "0", "0", "0"),
            sales(Span.BEFORE, "1000", "700"),
            sales(Span.DURING, "900", "630"));
    assertThat(figures.grossProfit()).isEqualByComparingTo("-30");
    assertThat(figures.netProfit()).isEqualByComparingTo("-110");
    assertThat(figures.percent()).isEqualTo("-137.50");
  }

  @Test
  void aProgramThatHasNotBegunCostsAndBringsNothing() {
    ReturnFigures figures =
        ReturnFigures.of(
            Currency.IDR, cost("0", "500", "0", "0"), Optional.empty(), Optional.empty());
    assertThat(figures.totalCost()).isEqualByComparingTo("500");
    assertThat(figures.salesDuring()).isEqualByComparingTo("0");
    assertThat(figures.percent()).isNull();
  }

  @Test
  void goodsAreRoundedOnceForEachStretchAndEverythingFitsTogether() {
    ReturnFigures figures =
        figures(
            cost("3", "0", "0", "0"),
            sales(Span.BEFORE, "10", "1.4999"),
            sales(Span.DURING, "20", "3.5"));
    assertThat(figures.goodsBefore()).isEqualByComparingTo("1");
    assertThat(figures.goodsDuring()).isEqualByComparingTo("4");
    assertThat(figures.grossProfit())
        .isEqualByComparingTo(figures.incrementalSales().subtract(figures.incrementalGoods()));
    assertThat(figures.netProfit())
        .isEqualByComparingTo(figures.grossProfit().subtract(figures.totalCost()));
  }

  @Test
  void theLeavesOfEachReasonAddUpToItsFigure() {
    ProgramCost cost = cost("50000000", "10000000", "4000000", "0");
    SpanSales before = sales(Span.BEFORE, "600000000", "420000000.5");
    SpanSales during = sales(Span.DURING, "1000000000", "700000000.25");
    List<CostItem> items =
        List.of(
            item(CostKind.ADMINISTRATION, "7000000"),
            item(CostKind.ADMINISTRATION, "3000000"),
            item(CostKind.TRAINING, "4000000"));
    ReturnFigures figures = figures(cost, before, during);
    ReturnTree tree = new ReturnTree(Currency.IDR, cost, items, before, during);
    check(ReturnTree.cost(Currency.IDR, cost, items), figures.totalCost());
    check(tree.incremental(), figures.incrementalSales());
    check(tree.gross(), figures.grossProfit());
    check(tree.net(), figures.netProfit());
  }

  private static void check(Explanation explanation, BigDecimal figure) {
    assertThat(explanation.amount().amount()).isEqualByComparingTo(figure);
    BigDecimal leaves =
        explanation
            .leaves()
            .map(leaf -> leaf.amount().amount())
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    assertThat(leaves).isEqualByComparingTo(figure);
  }

  private static ReturnFigures figures(ProgramCost cost, SpanSales before, SpanSales during) {
    return ReturnFigures.of(Currency.IDR, cost, Optional.of(before), Optional.of(during));
  }

  private static ProgramCost cost(
      String settled, String administration, String training, String marketing) {
    Money none = Money.zero(Currency.IDR);
    return new ProgramCost(
        new Incentives(idr(settled), none, none, none, none),
        Map.of(
            CostKind.ADMINISTRATION, idr(administration),
            CostKind.TRAINING, idr(training),
            CostKind.MARKETING, idr(marketing)));
  }

  private static Money idr(String amount) {
    return Money.of(amount, Currency.IDR);
  }

  private static SpanSales sales(Span span, String net, String goods) {
    Period time = span == Span.BEFORE ? BEFORE : DURING;
    BigDecimal zero = BigDecimal.ZERO;
    return new SpanSales(
        span,
        time.start(),
        time.end(),
        1,
        new BigDecimal(net),
        new BigDecimal(goods),
        zero,
        1,
        1,
        0,
        zero);
  }

  private static CostItem item(CostKind kind, String amount) {
    return new CostItem(
        new UUID(0, 1),
        kind,
        LocalDate.of(2026, 1, 5),
        new BigDecimal(amount),
        "IDR",
        "Brochures",
        "maya",
        Instant.EPOCH,
        null,
        null);
  }
}
