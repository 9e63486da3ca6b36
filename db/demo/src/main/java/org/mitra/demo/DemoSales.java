package org.mitra.demo;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * What the channel sold in a month: the vendor to distributors, distributors to dealers, dealers to
 * their customers. More in the dry season, more each year, a little of it returned. The same for
 * the same seed and month, whichever months are asked for.
 */
final class DemoSales {
  /**
   * A line of an invoice, or of the credit note that takes it back.
   *
   * @param of document that it returns; empty for a sale
   * @param ofLine line of that document
   */
  record Line(
      String document,
      int line,
      String of,
      int ofLine,
      String flow,
      LocalDate day,
      String seller,
      String buyer,
      String customer,
      String representative,
      DemoCatalog.Product product,
      int quantity,
      long price,
      List<String> serials) {

    long net() {
      return quantity * price;
    }
  }

  /**
   * What moved the demand for a group of products, beside season and growth.
   *
   * @param group code of the product group
   * @param from first month
   * @param until the month after the last
   * @param factor above 1 for more
   */
  record Swing(String group, YearMonth from, YearMonth until, double factor) {
    private boolean moves(DemoCatalog.Product product, YearMonth month) {
      return product.group().equals(group) && !month.isBefore(from) && month.isBefore(until);
    }
  }

  private static final List<String> CUSTOMERS =
      List.of(
          "CV Bangun Sejahtera",
          "PT Konstruksi Andalan",
          "Bengkel Pak Darto",
          "PT Graha Interior",
          "CV Baja Ringan Mandiri",
          "Bengkel Las Sumber Rejeki",
          "PT Karya Cipta Sipil",
          "Pelanggan tunai");

  /** Number of the invoice of a month that a dealer writes to somebody new. */
  private static final int NEWCOMER = 2;

  private final long seed;
  private final DemoChannel channel;
  private final YearMonth first;
  private final List<Swing> swings;

  DemoSales(long seed, DemoChannel channel, YearMonth first, List<Swing> swings) {
    this.seed = seed;
    this.channel = channel;
    this.first = first;
    this.swings = List.copyOf(swings);
  }

  /** All lines of the month, up to and including the day, in the order in which they happened. */
  List<Line> month(YearMonth month, LocalDate lastDay) {
    List<Line> lines = new ArrayList<>();
    double mood = season(month) * growth(month);
    for (DemoChannel.Distributor distributor : DemoChannel.DISTRIBUTORS) {
      Random random = random(month, distributor.code());
      invoices(
          lines,
          random,
          month,
          "SI",
          "SELL_IN",
          "",
          distributor.code(),
          3,
          mood * distributor.weight());
    }
    for (DemoChannel.Dealer dealer : channel.dealers()) {
      Random random = random(month, dealer.code());
      double weight = mood * dealer.weight();
      invoices(
          lines,
          random,
          month,
          "ST",
          "SELL_THROUGH",
          dealer.distributor(),
          dealer.code(),
          2,
          weight);
      // A large dealer has more customers, not only larger ones.
      int customers = dealer.weight() > 2 ? 12 : 4;
      invoices(lines, random, month, "SO", "SELL_OUT", dealer.code(), "", customers, weight);
    }
    List<Line> returns = returns(lines, random(month, "returns"), month);
    lines.addAll(returns);
    return lines.stream()
        .filter(line -> !line.day().isAfter(lastDay))
        .sorted(
            Comparator.comparing(Line::day).thenComparing(Line::document).thenComparing(Line::line))
        .toList();
  }

  private void invoices(
      List<Line> lines,
      Random random,
      YearMonth month,
      String prefix,
      String flow,
      String seller,
      String buyer,
      int invoices,
      double weight) {
    String party = buyer.isEmpty() ? seller : buyer;
    for (int i = 1; i <= invoices; i++) {
      String document = prefix + "-" + party + "-" + month.toString().replace("-", "") + "-" + i;
      LocalDate day = month.atDay(1 + random.nextInt(month.lengthOfMonth()));
      String known = buyer.isEmpty() ? CUSTOMERS.get(random.nextInt(CUSTOMERS.size())) : "";
      String customer = buyer.isEmpty() && i == NEWCOMER ? newcomer(seller, month) : known;
      String representative =
          flow.equals("SELL_OUT") && hasRepresentatives(seller) && random.nextInt(3) > 0
              ? seller + "-R" + (1 + random.nextInt(2))
              : "";
      int count = flow.equals("SELL_IN") ? 8 : flow.equals("SELL_THROUGH") ? 4 : 2;
      for (int number = 1; number <= count; number++) {
        DemoCatalog.Product product = draw(random);
        int quantity = quantity(random, flow, product, weight * swing(product, month));
        long price =
            switch (flow) {
              case "SELL_IN" -> product.sellIn();
              case "SELL_THROUGH" -> product.sellThrough();
              default -> product.price();
            };
        lines.add(
            new Line(
                document,
                number,
                "",
                0,
                flow,
                day,
                seller,
                buyer,
                customer,
                representative,
                product,
                quantity,
                price,
                serials(flow, product, document, number, quantity)));
      }
    }
  }

  /** A building site that nobody has sold to before. */
  private static String newcomer(String dealer, YearMonth month) {
    return "Proyek Ruko " + dealer + " " + month;
  }

  private double swing(DemoCatalog.Product product, YearMonth month) {
    double factor = 1;
    for (Swing swing : swings) {
      factor *= swing.moves(product, month) ? swing.factor() : 1;
    }
    return factor;
  }

  private boolean hasRepresentatives(String dealer) {
    return channel.representatives().stream().anyMatch(r -> r.dealer().equals(dealer));
  }

  private static int quantity(
      Random random, String flow, DemoCatalog.Product product, double weight) {
    double base =
        switch (flow) {
          case "SELL_IN" -> 26;
          case "SELL_THROUGH" -> 7;
          default -> 1.6;
        };
    double cheap = product.serials() ? 1 : 2.2;
    return Math.max(1, (int) Math.round(base * cheap * weight * (0.5 + random.nextDouble())));
  }

  /** Only what leaves a dealer is told by serial. */
  private static List<String> serials(
      String flow, DemoCatalog.Product product, String document, int line, int quantity) {
    if (!flow.equals("SELL_OUT") || !product.serials()) {
      return List.of();
    }
    List<String> serials = new ArrayList<>();
    for (int i = 1; i <= quantity; i++) {
      // Model, then what the document is called without its prefix, line and unit: unique, and easy
      // to find again.
      serials.add(
          String.format(
              Locale.ROOT,
              "%s%s%d%02d",
              product.code().replace("-", ""),
              document.substring("SO-".length()).replace("-", ""),
              line,
              i));
    }
    return serials;
  }

  /** One line in sixty comes back within the month. */
  private static List<Line> returns(List<Line> sales, Random random, YearMonth month) {
    List<Line> returns = new ArrayList<>();
    for (Line sale : sales) {
      if (random.nextInt(60) == 0) {
        LocalDate day = sale.day().plusDays(3 + random.nextInt(10));
        int quantity = sale.serials().isEmpty() ? Math.max(1, sale.quantity() / 3) : 1;
        if (YearMonth.from(day).equals(month)) {
          returns.add(
              new Line(
                  "CN-" + sale.document(),
                  sale.line(),
                  sale.document(),
                  sale.line(),
                  sale.flow(),
                  day,
                  sale.seller(),
                  sale.buyer(),
                  sale.customer(),
                  sale.representative(),
                  sale.product(),
                  -quantity,
                  sale.price(),
                  sale.serials().stream().limit(quantity).toList()));
        }
      }
    }
    return returns;
  }

  private static DemoCatalog.Product draw(Random random) {
    int total = DemoCatalog.PRODUCTS.stream().mapToInt(DemoCatalog.Product::share).sum();
    int point = random.nextInt(total);
    for (DemoCatalog.Product product : DemoCatalog.PRODUCTS) {
      point -= product.share();
      if (point < 0) {
        return product;
      }
    }
    throw new IllegalStateException("shares do not add up");
  }

  /** The dry months are for building; the fasting month and the new year are quiet. */
  private static double season(YearMonth month) {
    return switch (month.getMonthValue()) {
      case 1, 2 -> 0.85;
      case 3, 4 -> 0.9;
      case 6, 7, 8, 9 -> 1.15;
      case 12 -> 0.95;
      default -> 1.0;
    };
  }

  private double growth(YearMonth month) {
    long months = first.until(month, java.time.temporal.ChronoUnit.MONTHS);
    return 1 + 0.009 * months;
  }

  private Random random(YearMonth month, String what) {
    return new Random(seed * 31 + month.hashCode() * 7919L + what.hashCode());
  }
}
