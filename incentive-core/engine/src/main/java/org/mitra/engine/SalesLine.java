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
 * @param id unique among lines; names the line in an explanation
 * @param origin id of the sale that this line returns, corrects or cancels; its own id for a sale
 * @param document the normalised document number
 * @param line the line within the document
 * @param kind what the line reports
 * @param flow where in the channel it happened
 * @param soldAt the economic date: when the sale, or the return itself, happened
 * @param countsAt when the line counts: for a return the economic date of the sale that it undoes
 * @param receivedAt when the vendor got to know of it
 * @param seller empty when the vendor itself sold
 * @param buyer empty when the buyer is no partner, such as an end customer
 * @param shipTo the partner to whom goods went, if that was not the buyer
 * @param representative id of the seller's representative; empty when unknown
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
    Instant soldAt,
    Instant countsAt,
    Instant receivedAt,
    Optional<Party> seller,
    Optional<Party> buyer,
    Optional<Party> shipTo,
    String representative,
    Item item,
    BigDecimal quantity,
    BigDecimal gross,
    BigDecimal net,
    Optional<BigDecimal> unitCost,
    Currency currency,
    Map<String, BigDecimal> admitted) {

  /**
   * Economic date, document, line, id: the order in which lines fill tiers. It does not depend on
   * the order of arrival as long as the first three differ.
   */
  public static final Comparator<SalesLine> IN_ORDER =
      Comparator.comparing(SalesLine::countsAt)
          .thenComparing(SalesLine::document)
          .thenComparing(SalesLine::line)
          .thenComparing(SalesLine::soldAt)
          .thenComparing(SalesLine::kind)
          .thenComparing(SalesLine::id);

  public SalesLine {
    Objects.requireNonNull(document, "document");
    Objects.requireNonNull(line, "line");
    Objects.requireNonNull(countsAt, "countsAt");
    Objects.requireNonNull(currency, "currency");
    admitted = Map.copyOf(admitted);
  }

  /** Units of this line that count in a program that pays on claims. */
  public BigDecimal admittedBy(String program) {
    return admitted.getOrDefault(program, BigDecimal.ZERO);
  }
}
