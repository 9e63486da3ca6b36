package org.mitra.roi;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.mitra.data.Sha256;
import org.mitra.data.Sql;
import org.mitra.money.Currency;

/** The sums over sales around programs, as they were last added up. */
@ApplicationScoped
class SalesStore {
  @Inject private Sql sql;

  /**
   * From what, and when, the sums were made.
   *
   * @param firstSale when the oldest line counts; empty when there is none
   */
  record State(Sha256 fingerprint, Instant computedAt, Optional<Instant> firstSale) {}

  /** One program (or all) in one currency. */
  record Key(String program, Currency currency) {}

  /** Empty before the first time. */
  Optional<State> state() {
    return sql.row(
        row ->
            new State(
                row.hash("fingerprint"),
                row.instant("computed_at"),
                Optional.ofNullable(row.instant("first_sale"))),
        "SELECT * FROM program_sales_state WHERE computed_at IS NOT NULL");
  }

  /** Sums of all programs, or of one. */
  Map<Key, Map<Span, SpanSales>> spans(Optional<String> program) {
    Map<Key, Map<Span, SpanSales>> spans = new HashMap<>();
    sql.each(
        row -> {
          SpanSales sales = span(row);
          Key key = new Key(row.text("program"), Currency.of(row.text("currency")));
          spans.computeIfAbsent(key, k -> new TreeMap<>()).put(sales.span(), sales);
        },
        "SELECT * FROM program_sales" + (program.isPresent() ? " WHERE program = ?" : ""),
        program.stream().toArray());
    return spans;
  }

  private static SpanSales span(Sql.Row row) throws SQLException {
    return new SpanSales(
        row.constant("span", Span.class),
        row.day("from_day"),
        row.day("until_day"),
        row.number("line_count"),
        row.decimal("net"),
        row.decimal("goods"),
        row.decimal("units"),
        row.integer("partners"),
        row.integer("partners_during"),
        row.number("uncosted_lines"),
        row.decimal("uncosted_net"));
  }

  /** Weeks or months of a program, in order of time within each stretch. */
  Map<Currency, List<Step>> steps(String program) {
    Map<Currency, List<Step>> steps = new HashMap<>();
    sql.each(
        row ->
            steps
                .computeIfAbsent(
                    Currency.of(row.text("currency")), c -> new java.util.ArrayList<>())
                .add(
                    new Step(
                        row.constant("span", Span.class),
                        row.integer("number"),
                        row.day("from_day"),
                        row.day("until_day"),
                        row.decimal("net"),
                        row.decimal("units"))),
        "SELECT * FROM program_sales_step WHERE program = ? ORDER BY currency, span, number",
        program);
    return steps;
  }

  /** Puts new sums in the place of the old ones, in the running transaction. */
  void replace(State state, List<SalesPass.Totals> totals, long lines, long millis) {
    // Two nodes that add up at once write one after the other.
    sql.update(
        "UPDATE program_sales_state SET fingerprint = ?, computed_at = ?, first_sale = ?,"
            + " line_count = ?, millis = ? WHERE one = 1",
        state.fingerprint(),
        state.computedAt(),
        state.firstSale().orElse(null),
        lines,
        millis);
    sql.update("DELETE FROM program_sales");
    sql.update("DELETE FROM program_sales_step");
    sql.batch(
        "INSERT INTO program_sales (program, currency, span, from_day, until_day, line_count, net,"
            + " goods, units, partners, partners_during, uncosted_lines, uncosted_net)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        totals.stream()
            .flatMap(total -> total.spans().stream().map(span -> row(total, span)))
            .toList());
    sql.batch(
        "INSERT INTO program_sales_step (program, currency, span, number, from_day, until_day, net,"
            + " units) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        totals.stream()
            .flatMap(total -> total.steps().stream().map(step -> row(total, step)))
            .toList());
  }

  private static Object[] row(SalesPass.Totals total, SpanSales span) {
    return new Object[] {
      total.program(),
      total.currency().code(),
      span.span(),
      span.from(),
      span.until(),
      span.lines(),
      span.net(),
      span.goods(),
      span.units(),
      span.partners(),
      span.partnersAlsoDuring(),
      span.linesWithoutCost(),
      span.netWithoutCost()
    };
  }

  private static Object[] row(SalesPass.Totals total, Step step) {
    return new Object[] {
      total.program(),
      total.currency().code(),
      step.span(),
      step.number(),
      step.from(),
      step.until(),
      step.net(),
      step.units()
    };
  }
}
