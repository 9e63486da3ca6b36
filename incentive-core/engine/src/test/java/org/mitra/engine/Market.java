package org.mitra.engine;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** What dealers and their representatives sell, below a distributor and without one. */
final class Market {
  private static final Instant BEGIN = Instant.parse("2024-12-01T05:00:00Z");
  private static final Party DIST = Party.of("DIST", "DISTRIBUTOR", "GOLD", "JAVA");
  private static final List<Party> SELLERS =
      List.of(dealer("A", true), dealer("B", true), dealer("C", false), DIST);
  private static final List<Party> PEOPLE =
      List.of(
          Party.of("ADI", "REPRESENTATIVE", "", ""), Party.of("BIMA", "REPRESENTATIVE", "", ""));

  /** Everybody whom a program may pay. */
  static final Set<String> PAYEES = Set.of("A", "B", "C", "DIST", "ADI", "BIMA");

  private Market() {}

  private static Party dealer(String id, boolean below) {
    return new Party(
        id, "DEALER", "", "", "", Set.of(), below ? Optional.of(DIST) : Optional.empty());
  }

  /** Sales of two years, some of them returned in part, not all of them paid or with people. */
  static List<SalesLine> sales(Random random, int many) {
    List<SalesLine> lines = new ArrayList<>();
    for (int i = 0; i < many; i++) {
      Instant soldAt = BEGIN.plus(random.nextInt(760), ChronoUnit.DAYS);
      long cents = 100L + random.nextInt(60_000);
      Line line =
          Line.sale(lines.size() + 1L)
              .flow(Flow.SELL_OUT)
              .at(soldAt)
              .document("S-" + random.nextInt(500))
              .seller(SELLERS.get(random.nextInt(SELLERS.size())))
              .net(BigDecimal.valueOf(cents, 2).toPlainString());
      if (random.nextInt(3) > 0) {
        line.representative(PEOPLE.get(random.nextInt(PEOPLE.size())));
      }
      if (random.nextInt(4) > 0) {
        line.paid(soldAt.plus(random.nextInt(90), ChronoUnit.DAYS));
      }
      SalesLine sale = line.line();
      lines.add(sale);
      if (random.nextInt(5) == 0) {
        BigDecimal back = BigDecimal.valueOf(1 + random.nextInt((int) cents), 2).negate();
        lines.add(takenBack(lines.size() + 1L, sale, back, random.nextInt(120)));
      }
    }
    return lines;
  }

  /** The same, and whatever is left of each sale comes back. */
  static List<SalesLine> undone(List<SalesLine> lines) {
    List<SalesLine> all = new ArrayList<>(lines);
    for (SalesLine sale : lines) {
      if (sale.id() == sale.origin()) {
        BigDecimal left =
            lines.stream()
                .filter(line -> line.origin() == sale.id())
                .map(SalesLine::net)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        all.add(takenBack(all.size() + 1L, sale, left.negate(), 30));
      }
    }
    return all;
  }

  private static SalesLine takenBack(long id, SalesLine sale, BigDecimal net, int days) {
    return Line.undoing(id, Kind.RETURN, sale)
        .document("CN-" + id % 7)
        .at(sale.soldAt().plus(days, ChronoUnit.DAYS))
        .units("-1")
        .net(net.toPlainString())
        .line();
  }
}
