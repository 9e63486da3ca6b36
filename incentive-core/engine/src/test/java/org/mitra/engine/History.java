package org.mitra.engine;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.mitra.money.Currency;

/** What may happen in a channel: sales, partial and full returns, corrections, cancellations. */
final class History {
  private static final Instant BEGIN = Instant.parse("2025-12-20T00:00:00Z");

  private static final List<Party> PARTNERS =
      List.of(
          Party.of("A", "DISTRIBUTOR", "GOLD", "JAVA"),
          Party.of("B", "DEALER", "GOLD", "BALI"),
          Party.of("C", "DEALER", "SILVER", "JAVA"));

  private final Random random;
  private final List<SalesLine> lines = new ArrayList<>();
  private final Currency[] currencies;

  private History(Random random, Currency... currencies) {
    this.random = random;
    this.currencies = currencies;
  }

  static List<SalesLine> of(Random random, int sales, Currency... currencies) {
    History history = new History(random, currencies);
    for (int i = 0; i < sales; i++) {
      history.sale();
    }
    return history.lines;
  }

  /** The history and, for every sale, a line that takes back whatever is left of it. */
  static List<SalesLine> undone(List<SalesLine> history) {
    List<SalesLine> all = new ArrayList<>(history);
    for (SalesLine sale : history) {
      if (sale.kind() == Kind.SALE) {
        BigDecimal units = BigDecimal.ZERO;
        BigDecimal net = BigDecimal.ZERO;
        BigDecimal gross = BigDecimal.ZERO;
        for (SalesLine line : history) {
          if (line.origin() == sale.id()) {
            units = units.add(line.quantity());
            net = net.add(line.net());
            gross = gross.add(line.gross());
          }
        }
        all.add(
            Line.undoing(all.size() + 1, Kind.CANCELLATION, sale)
                .units(units.negate().toPlainString())
                .net(net.negate().toPlainString())
                .gross(gross.negate().toPlainString())
                .at(sale.soldAt().plus(40, ChronoUnit.DAYS))
                .line());
      }
    }
    return all;
  }

  private void sale() {
    int units = 1 + random.nextInt(30);
    long cents = 50L + random.nextInt(5_000);
    BigDecimal net = BigDecimal.valueOf(cents * units, 2);
    // Many documents of the same time, and numbers that sort unlike they arrive.
    Instant soldAt =
        random.nextBoolean()
            ? BEGIN.plus(random.nextInt(420 * 24 * 60), ChronoUnit.MINUTES)
            : BEGIN.plus(random.nextInt(12) * 35L, ChronoUnit.DAYS);
    SalesLine sale =
        Line.sale(lines.size() + 1L)
            .at(soldAt)
            .document("INV-" + random.nextInt(1_000))
            .received(soldAt.plus(random.nextInt(60), ChronoUnit.DAYS))
            .buyer(PARTNERS.get(random.nextInt(PARTNERS.size())))
            .flow(Seeded.any(random, Flow.SELL_IN, Flow.SELL_THROUGH))
            .item("P" + random.nextInt(4), "G" + random.nextInt(2))
            .units(Integer.toString(units))
            .net(net.toPlainString())
            .gross(net.multiply(new BigDecimal("1.1")).toPlainString())
            .currency(currencies[random.nextInt(currencies.length)])
            .admitted("program", Integer.toString(random.nextInt(units + 1)))
            .line();
    lines.add(sale);
    if (random.nextInt(4) == 0) {
      undo(sale, units, net);
    }
  }

  private void undo(SalesLine sale, int units, BigDecimal net) {
    boolean price = random.nextInt(4) == 0;
    int back = price ? 0 : 1 + random.nextInt(units);
    // Not always at the price of the sale.
    BigDecimal each = BigDecimal.valueOf(random.nextInt(net.unscaledValue().intValue()) + 1L, 2);
    BigDecimal money = back == units ? net : each;
    lines.add(
        Line.undoing(lines.size() + 1L, price ? Kind.PRICE_CORRECTION : Kind.RETURN, sale)
            .document((random.nextBoolean() ? "AA-" : "ZZ-") + random.nextInt(1_000))
            .at(sale.soldAt().plus(random.nextInt(100), ChronoUnit.DAYS))
            .units(Integer.toString(-back))
            .net(money.negate().toPlainString())
            .gross(money.negate().toPlainString())
            .line());
  }
}
