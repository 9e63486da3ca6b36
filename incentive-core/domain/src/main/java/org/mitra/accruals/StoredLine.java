package org.mitra.accruals;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.mitra.data.Sql;
import org.mitra.engine.Admitted;
import org.mitra.engine.Customer;
import org.mitra.engine.Dates;
import org.mitra.engine.Flow;
import org.mitra.engine.Kind;
import org.mitra.engine.Parties;
import org.mitra.engine.SalesLine;
import org.mitra.money.Currency;

/**
 * A sales transaction as its row has it, with row ids for partners and product.
 *
 * @param id row of the line's newest version; what undoes it points there
 * @param feed the import that brought it, 0 when it was typed in
 */
record StoredLine(
    long id,
    long feed,
    OptionalLong origin,
    String document,
    String line,
    Kind kind,
    Flow flow,
    Instant soldAt,
    Instant countsAt,
    Instant receivedAt,
    OptionalLong seller,
    OptionalLong buyer,
    OptionalLong shipTo,
    OptionalLong representative,
    Customer customer,
    Optional<LocalDate> orderedOn,
    Optional<LocalDate> shippedOn,
    Optional<LocalDate> paidOn,
    long product,
    BigDecimal quantity,
    BigDecimal gross,
    BigDecimal net,
    Optional<BigDecimal> unitCost,
    Currency currency) {

  private static final String LINE =
      "t.id, t.feed_id, t.origin_id, t.document, t.line, t.kind,"
          + " t.flow, t.sold_at, t.counts_at, t.received_at, t.seller_id, t.buyer_id, t.ship_to_id,"
          + " t.represented_by, COALESCE(t.customer_code, '') AS customer, t.ordered_on,"
          + " t.shipped_on, COALESCE(t.paid_on, t.settled_on) AS paid_on,"
          + " t.product_id, t.quantity, t.gross, t.net, t.unit_cost, t.currency, ";

  /** What {@link #of} reads, of {@code sales_transaction t}. */
  static final String COLUMNS =
      LINE
          + "(SELECT c.first_sale_id FROM customer c WHERE c.code = t.customer_code) AS first_sale";

  /** The same without looking up the first sale to the customer of each line. */
  static final String SCANNED = LINE + "NULL AS first_sale";

  static StoredLine of(Sql.Row row) throws SQLException {
    return new StoredLine(
        row.number("id"),
        row.optionalNumber("feed_id").orElse(0),
        row.optionalNumber("origin_id"),
        row.text("document"),
        row.text("line"),
        row.constant("kind", Kind.class),
        row.constant("flow", Flow.class),
        row.instant("sold_at"),
        row.instant("counts_at"),
        row.instant("received_at"),
        row.optionalNumber("seller_id"),
        row.optionalNumber("buyer_id"),
        row.optionalNumber("ship_to_id"),
        row.optionalNumber("represented_by"),
        new Customer(row.text("customer"), row.optionalNumber("first_sale").orElse(0)),
        Optional.ofNullable(row.day("ordered_on")),
        Optional.ofNullable(row.day("shipped_on")),
        Optional.ofNullable(row.day("paid_on")),
        row.number("product_id"),
        row.decimal("quantity"),
        row.decimal("gross"),
        row.decimal("net"),
        Optional.ofNullable(row.decimal("unit_cost")),
        Currency.of(row.text("currency")));
  }

  /** The same line, which is the first sale ever to its customer. */
  StoredLine asFirstSale() {
    return new StoredLine(
        id,
        feed,
        origin,
        document,
        line,
        kind,
        flow,
        soldAt,
        countsAt,
        receivedAt,
        seller,
        buyer,
        shipTo,
        representative,
        new Customer(customer.code(), id),
        orderedOn,
        shippedOn,
        paidOn,
        product,
        quantity,
        gross,
        net,
        unitCost,
        currency);
  }

  /** The partners in it. */
  Stream<Long> partners() {
    return Stream.of(seller, buyer, shipTo, representative)
        .filter(OptionalLong::isPresent)
        .map(OptionalLong::getAsLong);
  }

  /**
   * The line as the engine judges it, with partners as they stood when it counts: a return is
   * judged like its sale.
   *
   * @param zone in which days of standings begin
   */
  SalesLine in(Channel channel, ZoneId zone, Map<Long, Map<String, Admitted>> admitted) {
    LocalDate day = LocalDate.ofInstant(countsAt, zone);
    return new SalesLine(
        id,
        origin.orElse(id),
        document,
        line,
        kind,
        flow,
        new Dates(
            soldAt,
            // Lines that a rule keeps are many: what is the same is there once.
            countsAt.equals(soldAt) ? soldAt : countsAt,
            receivedAt,
            orderedOn.map(known -> begin(known, zone)),
            shippedOn.map(known -> begin(known, zone)),
            paidOn.map(known -> begin(known, zone))),
        new Parties(
            channel.party(seller, day),
            channel.party(buyer, day),
            channel.party(shipTo, day),
            channel.party(representative, day)),
        customer,
        channel.item(product),
        quantity,
        gross.compareTo(net) == 0 ? net : gross,
        net,
        unitCost,
        currency,
        admitted.getOrDefault(id, Map.of()));
  }

  private static Instant begin(LocalDate day, ZoneId zone) {
    return day.atStartOfDay(zone).toInstant();
  }
}
