package org.mitra.bench;

import java.time.LocalDate;
import java.util.List;

/**
 * A channel out of a seed: which partners, products and sales lines there are follows from its size
 * alone. Any line can be made anew from its number.
 *
 * @param partners how many there are: first distributors, then dealers, then representatives
 * @param lines over the two years from {@link #FIRST}
 */
record BenchChannel(int partners, long lines) {
  static final LocalDate FIRST = LocalDate.of(2024, 1, 1);
  static final LocalDate YEAR = LocalDate.of(2025, 1, 1);
  static final int DAYS = 731;
  static final int PRODUCTS = 500;
  static final int GROUPS = 20;
  static final List<String> REGIONS = List.of("JAWA", "BALI", "SUMATERA", "KALIMANTAN", "PAPUA");
  static final List<String> LEVELS = List.of("GOLD", "SILVER", "BRONZE");

  private static final int LINES_OF_DOCUMENT = 3;
  private static final int RETURN_EVERY = 20;
  private static final int BACK = 7;

  /**
   * A line of an invoice.
   *
   * @param id 1, 2, …
   * @param origin the sale that it undoes; 0 for a sale
   * @param seller row id; 0 for none, as for the other parties
   * @param day days since {@link #FIRST} on which it was made; {@code countsDay} that of its sale
   * @param customer number of the end customer; 0 for none
   */
  record Line(
      long id,
      long origin,
      long document,
      int number,
      String flow,
      int seller,
      int buyer,
      int representative,
      int customer,
      int product,
      int day,
      int countsDay,
      long quantity,
      long price) {

    long net() {
      return quantity * price;
    }
  }

  int distributors() {
    return Math.max(5, partners / 100);
  }

  int representatives() {
    return partners / 20;
  }

  int dealers() {
    return partners - distributors() - representatives();
  }

  int customers() {
    return (int) Math.max(50, lines / 40);
  }

  /** Row id of the distributor above a dealer. */
  int above(int dealer) {
    return 1 + dealer % distributors();
  }

  /** Row id of the dealer for whom a representative sells. */
  int employer(int representative) {
    return distributors() + 1 + representative % dealers();
  }

  /**
   * @param id from 1 to {@link #lines}
   */
  Line line(long id) {
    if (id % RETURN_EVERY == 0 && id > BACK) {
      Line sale = sale(id - BACK);
      return new Line(
          id,
          sale.id(),
          id,
          0,
          sale.flow(),
          sale.seller(),
          sale.buyer(),
          sale.representative(),
          sale.customer(),
          sale.product(),
          day(id),
          sale.countsDay(),
          -Math.min(sale.quantity(), 2),
          sale.price());
    }
    return sale(id);
  }

  private int day(long id) {
    return (int) ((id - 1) * DAYS / lines);
  }

  private Line sale(long id) {
    long document = (id - 1) / LINES_OF_DOCUMENT;
    long parties = mixed(document * 2 + 1);
    long goods = mixed(id * 2);
    int dealer = distributors() + 1 + pick(parties, 0, dealers());
    int distributor = above(dealer);
    int day = day(document * LINES_OF_DOCUMENT + 1);
    int product = 1 + pick(goods, 0, PRODUCTS);
    long quantity = 1L + pick(goods, 1, 12);
    long price = 10_000L + product % 97 * 7_919L;
    int number = (int) ((id - 1) % LINES_OF_DOCUMENT) + 1;
    return switch (pick(parties, 1, 10)) {
      case 0, 1, 2 ->
          line(
              id,
              document,
              number,
              "SELL_IN",
              0,
              distributor,
              0,
              0,
              product,
              day,
              quantity * 20,
              price);
      case 3, 4, 5, 6 ->
          line(
              id,
              document,
              number,
              "SELL_THROUGH",
              distributor,
              dealer,
              0,
              0,
              product,
              day,
              quantity * 5,
              price);
      default -> {
        int person =
            distributors() + dealers() + 1 + pick(parties, 2, Math.max(1, representatives()));
        int customer = 1 + pick(parties, 3, customers());
        boolean known = representatives() > 0 && pick(parties, 2, 3) == 0;
        yield line(
            id,
            document,
            number,
            "SELL_OUT",
            known ? employer(person) : dealer,
            0,
            known ? person : 0,
            customer,
            product,
            day,
            quantity,
            price);
      }
    };
  }

  private static Line line(
      long id,
      long document,
      int number,
      String flow,
      int seller,
      int buyer,
      int representative,
      int customer,
      int product,
      int day,
      long quantity,
      long price) {
    return new Line(
        id,
        0,
        document,
        number,
        flow,
        seller,
        buyer,
        representative,
        customer,
        product,
        day,
        day,
        quantity,
        price);
  }

  private static int pick(long bits, int turn, int size) {
    return (int) Long.remainderUnsigned(mixed(bits + turn), size);
  }

  /** SplitMix64: the same number for the same seed, on any machine. */
  private static long mixed(long seed) {
    long bits = seed * 0x9E3779B97F4A7C15L + 20261122L;
    bits = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
    bits = (bits ^ (bits >>> 27)) * 0x94D049BB133111EBL;
    return bits ^ (bits >>> 31);
  }
}
