package org.mitra.engine;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.mitra.money.Currency;

/**
 * One line of a sales document, with everything a rule may ask about it. Immutable: a correction is
 * a new version of the line, and the engine sees only the newest one.
 *
 * @param id the line, the same in all its versions; names it in an explanation
 * @param origin id of the sale that this line returns, corrects or cancels; its own id for a sale
 * @param document the normalised document number
 * @param line the line within the document
 * @param kind what the line reports
 * @param flow where in the channel it happened
 * @param dates when it happened
 * @param parties who took part
 * @param customer to whom it was sold in the end
 * @param item the product
 * @param quantity in the product's unit, negative for returns
 * @param gross before discount, in {@code currency}
 * @param net after discount, without tax and freight, in {@code currency}
 * @param unitCost the vendor's cost of one unit when it was sold, in {@code currency}; empty when
 *     unknown
 * @param currency of all amounts of the line
 * @param admitted units for which a claim was approved and that were not returned since, by
 *     program; programs that pay on claims count these, and let returns count with their sale
 */
public record SalesLine(
    long id,
    long origin,
    String document,
    String line,
    Kind kind,
    Flow flow,
    Dates dates,
    Parties parties,
    Customer customer,
    Item item,
    BigDecimal quantity,
    BigDecimal gross,
    BigDecimal net,
    Optional<BigDecimal> unitCost,
    Currency currency,
    Map<String, Admitted> admitted) {

  /**
   * The order in which lines fill tiers: economic date, document, line, and then whatever else a
   * line says, so that it does not depend on the order of arrival.
   */
  public static final Comparator<SalesLine> IN_ORDER =
      Comparator.comparing(SalesLine::countsAt)
          .thenComparing(SalesLine::document)
          .thenComparing(SalesLine::line)
          .thenComparing(SalesLine::soldAt)
          .thenComparing(SalesLine::kind)
          .thenComparing(line -> line.item().code())
          .thenComparing(SalesLine::quantity)
          .thenComparing(SalesLine::net)
          .thenComparing(SalesLine::gross)
          .thenComparing(SalesLine::id);

  public SalesLine {
    Objects.requireNonNull(document, "document");
    Objects.requireNonNull(line, "line");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(flow, "flow");
    Objects.requireNonNull(dates, "dates");
    Objects.requireNonNull(parties, "parties");
    Objects.requireNonNull(customer, "customer");
    Objects.requireNonNull(item, "item");
    Objects.requireNonNull(quantity, "quantity");
    Objects.requireNonNull(gross, "gross");
    Objects.requireNonNull(net, "net");
    Objects.requireNonNull(currency, "currency");
    admitted = Map.copyOf(admitted);
  }

  public Instant soldAt() {
    return dates.soldAt();
  }

  public Instant countsAt() {
    return dates.countsAt();
  }

  public Instant receivedAt() {
    return dates.receivedAt();
  }

  public Optional<Party> seller() {
    return parties.seller();
  }

  public Optional<Party> buyer() {
    return parties.buyer();
  }

  public Optional<Party> shipTo() {
    return parties.shipTo();
  }

  /** The same line, sold to another customer. */
  public SalesLine soldTo(Customer other) {
    return new SalesLine(
        id, origin, document, line, kind, flow, dates, parties, other, item, quantity, gross, net,
        unitCost, currency, admitted);
  }

  /** Units of this line that count in a program that pays on claims. */
  public Admitted admittedBy(String program) {
    return admitted.getOrDefault(program, Admitted.NONE);
  }
}
