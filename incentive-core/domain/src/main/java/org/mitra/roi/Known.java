package org.mitra.roi;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.mitra.money.Currency;
import org.mitra.money.Exact;

/**
 * Sales and costs of some programs, put together to their returns.
 *
 * @param basis what sales are compared with
 * @param state of the sums over sales; empty before the first time
 * @param zone of the house
 */
record Known(
    Basis basis,
    Optional<SalesStore.State> state,
    Map<SalesStore.Key, Map<Span, SpanSales>> sales,
    Map<SalesStore.Key, ProgramCost> costs,
    ZoneId zone) {

  Instant asOf() {
    return state.map(SalesStore.State::computedAt).orElse(null);
  }

  /** Its own, and every other in which it sold or cost anything. */
  Set<Currency> currencies(ProgramHead head) {
    Set<Currency> currencies = new TreeSet<>(java.util.Comparator.comparing(Currency::code));
    Currency.find(head.currency()).ifPresent(currencies::add);
    sales.keySet().stream()
        .filter(key -> key.program().equals(head.code()))
        .forEach(key -> currencies.add(key.currency()));
    costs.forEach(
        (key, cost) -> {
          if (key.program().equals(head.code()) && !cost.total().isZero()) {
            currencies.add(key.currency());
          }
        });
    return currencies;
  }

  ProgramCost cost(String program, Currency currency) {
    return costs.getOrDefault(new SalesStore.Key(program, currency), ProgramCost.none(currency));
  }

  Optional<SpanSales> span(String program, Currency currency, Span span) {
    return Optional.ofNullable(sales.get(new SalesStore.Key(program, currency)))
        .map(spans -> spans.get(span));
  }

  Optional<SpanSales> before(String program, Currency currency) {
    return span(program, currency, basis.span());
  }

  Optional<SpanSales> during(String program, Currency currency) {
    return span(program, currency, Span.DURING);
  }

  ReturnFigures figures(String program, Currency currency, ProgramCost cost) {
    return ReturnFigures.of(currency, cost, before(program, currency), during(program, currency));
  }

  ReturnSummary summary(ProgramHead head, Currency currency) {
    ReturnFigures figures = figures(head.code(), currency, cost(head.code(), currency));
    BigDecimal percent =
        head.budget() == null || !head.currency().equals(currency.code())
            ? null
            : percent(figures.incentives(), head.budget());
    return new ReturnSummary(head, figures, percent, doubts(head.code(), currency));
  }

  /** One decimal; nothing of nothing is nothing. */
  private static BigDecimal percent(BigDecimal part, BigDecimal whole) {
    if (whole.signum() <= 0) {
      return null;
    }
    return Exact.of(part)
        .times(Exact.of(100))
        .dividedBy(Exact.of(whole))
        .rounded(1, RoundingMode.HALF_UP);
  }

  Doubts doubts(String program, Currency currency) {
    Optional<SpanSales> before = before(program, currency);
    Optional<SpanSales> during = during(program, currency);
    LocalDate known =
        state
            .flatMap(SalesStore.State::firstSale)
            .map(instant -> LocalDate.ofInstant(instant, zone))
            .filter(day -> before.filter(sales -> sales.from().isBefore(day)).isPresent())
            .orElse(null);
    return new Doubts(
        before.map(SpanSales::linesWithoutCost).orElse(0L)
            + during.map(SpanSales::linesWithoutCost).orElse(0L),
        before
            .map(SpanSales::netWithoutCost)
            .orElse(BigDecimal.ZERO)
            .add(during.map(SpanSales::netWithoutCost).orElse(BigDecimal.ZERO)),
        known);
  }
}
