package org.mitra.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DemoSalesTest {
  private static final long SEED = 2026;
  private static final YearMonth FIRST = YearMonth.of(2024, 12);

  private final DemoChannel channel = new DemoChannel(SEED, FIRST.atDay(1));
  private final DemoSales sales = new DemoSales(SEED, channel, FIRST, List.of());

  @Test
  void isTheSameEveryTime() {
    DemoChannel again = new DemoChannel(SEED, FIRST.atDay(1));
    assertThat(again.partners()).isEqualTo(channel.partners());
    YearMonth month = FIRST.plusMonths(7);
    assertThat(new DemoSales(SEED, again, FIRST, List.of()).month(month, month.atEndOfMonth()))
        .isEqualTo(sales.month(month, month.atEndOfMonth()));
  }

  @Test
  void codesDocumentsAndSerialsAreUnique() {
    Set<String> codes = new HashSet<>();
    channel.partners().forEach(partner -> assertThat(codes.add(partner.code())).isTrue());
    Set<String> lines = new HashSet<>();
    Set<String> sold = new HashSet<>();
    for (DemoSales.Line line : all()) {
      assertThat(lines.add(line.document() + "/" + line.line())).as(line.toString()).isTrue();
      if (line.of().isEmpty()) {
        line.serials().forEach(serial -> assertThat(sold.add(serial)).as(serial).isTrue());
        assertThat(line.serials()).hasSizeLessThanOrEqualTo(line.quantity());
      } else {
        assertThat(sold).containsAll(line.serials());
      }
    }
    assertThat(sold).hasSizeGreaterThan(2_000);
  }

  @Test
  void returnsTakeBackWhatWasSold() {
    List<DemoSales.Line> all = all();
    List<DemoSales.Line> returns = all.stream().filter(line -> !line.of().isEmpty()).toList();
    assertThat(returns).hasSizeGreaterThan(50);
    for (DemoSales.Line back : returns) {
      DemoSales.Line sale =
          all.stream()
              .filter(l -> l.document().equals(back.of()) && l.line() == back.ofLine())
              .findFirst()
              .orElseThrow();
      assertThat(-back.quantity()).isBetween(1, sale.quantity());
      assertThat(back.day()).isAfter(sale.day());
      assertThat(back.product()).isEqualTo(sale.product());
    }
  }

  @Test
  void aMonthThatIsNotOverEndsToday() {
    YearMonth month = FIRST.plusMonths(3);
    LocalDate today = month.atDay(10);
    assertThat(sales.month(month, today)).isNotEmpty().allMatch(line -> !line.day().isAfter(today));
  }

  private List<DemoSales.Line> all() {
    List<DemoSales.Line> all = new ArrayList<>();
    for (int i = 0; i < 24; i++) {
      YearMonth month = FIRST.plusMonths(i);
      all.addAll(sales.month(month, month.atEndOfMonth()));
    }
    return all;
  }
}
