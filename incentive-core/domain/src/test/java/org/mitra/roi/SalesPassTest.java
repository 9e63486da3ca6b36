package org.mitra.roi;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.mitra.engine.CompiledProgram;
import org.mitra.engine.CreditFrom;
import org.mitra.engine.Customer;
import org.mitra.engine.Dates;
import org.mitra.engine.EnrollmentMode;
import org.mitra.engine.Flat;
import org.mitra.engine.Flow;
import org.mitra.engine.Item;
import org.mitra.engine.Kind;
import org.mitra.engine.Label;
import org.mitra.engine.Limits;
import org.mitra.engine.Measure;
import org.mitra.engine.Parties;
import org.mitra.engine.Party;
import org.mitra.engine.Payee;
import org.mitra.engine.ReturnsCount;
import org.mitra.engine.SalesLine;
import org.mitra.engine.Scope;
import org.mitra.engine.Terms;
import org.mitra.money.Currency;
import org.mitra.money.Rate;
import org.mitra.time.Period;

/** A program from 1 to 10 January 2026, seen on 20 January; figures by hand. */
class SalesPassTest {
  private static final ZoneId JAKARTA = ZoneId.of("Asia/Jakarta");
  private static final LocalDate START = LocalDate.of(2026, 1, 1);
  private static final LocalDate END = LocalDate.of(2026, 1, 11);
  private static final LocalDate TODAY = LocalDate.of(2026, 1, 20);

  private long lines;

  @Test
  void salesAreAddedUpBeforeDuringAfterAndAYearAgo() {
    SalesPass pass = pass(program("ALL-DEALERS", "", Map.of()));
    see(
        pass,
        sale("A", "2025-12-21T17:00:00Z", "SOUTH", 2, "100", "30")); // 22 Dec in Jakarta: before
    see(pass, sale("A", "2025-12-21T16:59:59Z", "SOUTH", 2, "999", "30")); // one second too early
    see(pass, sale("A", "2026-01-05T03:00:00Z", "SOUTH", 5, "250", "30"));
    see(pass, sale("B", "2026-01-10T16:59:59Z", "NORTH", 4, "200", "31")); // its last second
    see(pass, sale("B", "2026-01-10T17:00:00Z", "NORTH", 1, "50", "31")); // after
    see(pass, sale("C", "2025-01-02T03:00:00Z", "NORTH", 3, "120", "20")); // a year ago
    Map<Span, SpanSales> spans = spans(pass, "ALL-DEALERS");

    assertThat(spans.get(Span.BEFORE).net()).isEqualByComparingTo("100");
    assertThat(spans.get(Span.BEFORE).goods()).isEqualByComparingTo("60");
    assertThat(spans.get(Span.BEFORE).partnersAlsoDuring()).isEqualTo(1);
    assertThat(spans.get(Span.DURING).net()).isEqualByComparingTo("450");
    assertThat(spans.get(Span.DURING).goods()).isEqualByComparingTo("274");
    assertThat(spans.get(Span.DURING).units()).isEqualByComparingTo("9");
    assertThat(spans.get(Span.DURING).partners()).isEqualTo(2);
    assertThat(spans.get(Span.AFTER).net()).isEqualByComparingTo("50");
    assertThat(spans.get(Span.AFTER).partnersAlsoDuring()).isEqualTo(1);
    assertThat(spans.get(Span.LAST_YEAR).net()).isEqualByComparingTo("120");
    assertThat(spans.get(Span.LAST_YEAR).partnersAlsoDuring()).isZero();
  }

  @Test
  void aReturnCountsWithItsSaleAndAPaymentNot() {
    SalesPass pass = pass(program("P", "", Map.of()));
    see(pass, sale("A", "2026-01-05T03:00:00Z", "SOUTH", 5, "250", "30"));
    see(
        pass,
        line(
            Kind.RETURN,
            "A",
            "2026-01-18T03:00:00Z",
            "2026-01-05T03:00:00Z",
            "SOUTH",
            "-2",
            "-100",
            "30"));
    see(
        pass,
        line(
            Kind.PAYMENT_RECEIVED,
            "A",
            "2026-01-06T03:00:00Z",
            "2026-01-06T03:00:00Z",
            "SOUTH",
            "0",
            "250",
            ""));
    SpanSales during = spans(pass, "P").get(Span.DURING);
    assertThat(during.net()).isEqualByComparingTo("150");
    assertThat(during.goods()).isEqualByComparingTo("90");
    assertThat(during.lines()).isEqualTo(2);
    assertThat(spans(pass, "P").get(Span.AFTER).net()).isEqualByComparingTo("0");
  }

  @Test
  void linesWithoutCostAreCountedAndAPriceCorrectionNeedsNone() {
    SalesPass pass = pass(program("P", "", Map.of()));
    see(pass, sale("A", "2026-01-05T03:00:00Z", "SOUTH", 5, "250", ""));
    see(
        pass,
        line(
            Kind.PRICE_CORRECTION,
            "A",
            "2026-01-06T03:00:00Z",
            "2026-01-05T03:00:00Z",
            "SOUTH",
            "0",
            "-10",
            ""));
    SpanSales during = spans(pass, "P").get(Span.DURING);
    assertThat(during.net()).isEqualByComparingTo("240");
    assertThat(during.linesWithoutCost()).isEqualTo(1);
    assertThat(during.netWithoutCost()).isEqualByComparingTo("250");
  }

  @Test
  void onlyWhatAProgramIsAboutCountsAndAllTogetherCountALineOnce() {
    SalesPass pass =
        pass(
            program("EVERYWHERE", "", Map.of()),
            program("SOUTH-ONLY", "SOUTH", Map.of()),
            program("ENROLLED", "", Map.of("B", List.of(new Period(START, END)))));
    see(pass, sale("A", "2026-01-05T03:00:00Z", "SOUTH", 1, "100", "1"));
    see(pass, sale("B", "2026-01-05T03:00:00Z", "NORTH", 1, "40", "1"));
    see(pass, sale("B", "2025-12-25T03:00:00Z", "NORTH", 1, "7", "1"));
    assertThat(spans(pass, "EVERYWHERE").get(Span.DURING).net()).isEqualByComparingTo("140");
    assertThat(spans(pass, "SOUTH-ONLY").get(Span.DURING).net()).isEqualByComparingTo("100");
    assertThat(spans(pass, "ENROLLED").get(Span.DURING).net()).isEqualByComparingTo("40");
    assertThat(spans(pass, "ENROLLED").get(Span.BEFORE).net())
        .as("before he joined as well")
        .isEqualByComparingTo("7");
    assertThat(spans(pass, SalesPass.ALL).get(Span.DURING).net()).isEqualByComparingTo("140");
    assertThat(spans(pass, SalesPass.ALL).get(Span.BEFORE).net()).isEqualByComparingTo("7");
  }

  @Test
  void stepsAddUpToTheirStretch() {
    SalesPass pass = pass(program("P", "", Map.of()));
    for (int day = 1; day <= 10; day++) {
      see(pass, sale("A", START.withDayOfMonth(day) + "T05:00:00Z", "SOUTH", day, "" + day, "1"));
    }
    SalesPass.Totals totals = totals(pass, "P");
    List<Step> during = totals.steps().stream().filter(step -> step.span() == Span.DURING).toList();
    assertThat(during).hasSize(2);
    assertThat(during.get(0).net()).isEqualByComparingTo("28");
    assertThat(during.get(1).net()).isEqualByComparingTo("27");
    assertThat(during.get(1).lastDay()).isEqualTo(LocalDate.of(2026, 1, 10));
  }

  @Test
  void aProgramWithoutASaleStillHasItsTime() {
    SalesPass pass = pass(program("QUIET", "", Map.of()));
    SpanSales during = spans(pass, "QUIET").get(Span.DURING);
    assertThat(during.from()).isEqualTo(START);
    assertThat(during.until()).isEqualTo(END);
    assertThat(during.net()).isEqualByComparingTo("0");
  }

  @Test
  void togetherTheyCompareASaleWithTheTimeBeforeTheFirstOfThemOnly() {
    LocalDate later = START.plusDays(5);
    SalesPass pass = pass(program("FIRST", "", Map.of()), program("SECOND", later, "", Map.of()));
    see(pass, sale("A", "2025-12-29T03:00:00Z", "SOUTH", 1, "30", "1"));
    see(pass, sale("A", "2026-01-03T03:00:00Z", "SOUTH", 1, "100", "1"));
    see(pass, sale("A", "2026-01-08T03:00:00Z", "SOUTH", 1, "200", "1"));
    assertThat(spans(pass, "SECOND").get(Span.BEFORE).net()).isEqualByComparingTo("100");
    assertThat(spans(pass, SalesPass.ALL).get(Span.DURING).net()).isEqualByComparingTo("300");
    assertThat(spans(pass, SalesPass.ALL).get(Span.BEFORE).net())
        .as("what was sold during the first is not what it is compared with")
        .isEqualByComparingTo("30");
  }

  private SalesPass pass(CompiledProgram... programs) {
    return new SalesPass(List.of(programs), zone -> TODAY);
  }

  private static void see(SalesPass pass, SalesLine line) {
    if (!line.countsAt().isBefore(pass.from()) && line.countsAt().isBefore(pass.until())) {
      pass.see(line);
    }
  }

  private static SalesPass.Totals totals(SalesPass pass, String program) {
    return pass.totals().stream()
        .filter(t -> t.program().equals(program))
        .findFirst()
        .orElseThrow();
  }

  private static Map<Span, SpanSales> spans(SalesPass pass, String program) {
    return totals(pass, program).spans().stream()
        .collect(java.util.stream.Collectors.toMap(SpanSales::span, sales -> sales));
  }

  private static CompiledProgram program(
      String id, String region, Map<String, List<Period>> enrolled) {
    return program(id, START, region, enrolled);
  }

  private static CompiledProgram program(
      String id, LocalDate from, String region, Map<String, List<Period>> enrolled) {
    Terms terms =
        new Terms(
            new Label(id, id),
            Optional.of(Currency.IDR),
            JAKARTA,
            from,
            END,
            1,
            0,
            Optional.empty(),
            Payee.SELLER,
            new Scope(
                Set.of(Flow.SELL_OUT),
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                region.isEmpty() ? Set.of() : Set.of(region)),
            enrolled.isEmpty() ? EnrollmentMode.EVERYONE : EnrollmentMode.ENROLLED,
            CreditFrom.ENROLLMENT,
            ReturnsCount.IN_PERIOD_OF_SALE,
            Optional.empty(),
            new Flat(Measure.NET, Rate.of("5%")),
            Limits.NONE);
    return new CompiledProgram(id, Map.of(from, terms), enrolled);
  }

  private SalesLine sale(
      String seller, String at, String region, int units, String net, String cost) {
    return line(Kind.SALE, seller, at, at, region, Integer.toString(units), net, cost);
  }

  private SalesLine line(
      Kind kind,
      String seller,
      String soldAt,
      String countsAt,
      String region,
      String units,
      String net,
      String cost) {
    lines++;
    return new SalesLine(
        lines,
        lines,
        "INV-" + lines,
        "1",
        kind,
        Flow.SELL_OUT,
        Dates.of(Instant.parse(soldAt), Instant.parse(countsAt), Instant.parse(soldAt)),
        new Parties(
            Optional.of(Party.of(seller, "DEALER", "GOLD", region)),
            Optional.empty(),
            Optional.empty(),
            Optional.empty()),
        Customer.UNKNOWN,
        Item.of("DRILL", "TOOLS"),
        new BigDecimal(units),
        new BigDecimal(net),
        new BigDecimal(net),
        cost.isEmpty() ? Optional.empty() : Optional.of(new BigDecimal(cost)),
        Currency.IDR,
        Map.of());
  }
}
