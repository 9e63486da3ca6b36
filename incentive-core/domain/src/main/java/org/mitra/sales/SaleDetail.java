package org.mitra.sales;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.mitra.engine.Kind;

/**
 * A sales line in full.
 *
 * @param line what lists show of it
 * @param superseded whether there is a newer version
 * @param shipTo code of the partner to whom goods went; empty when that was the buyer
 * @param representative code; empty when unknown
 * @param tax on top of net
 * @param unitCost the vendor's cost of one unit; null when unknown, and for readers outside the
 *     house
 * @param soldAt economic date
 * @param countsAt when it counts: for a return the economic date of its sale
 * @param days when it was ordered, shipped, and paid in full: as the line says, else when payments
 *     and returns left nothing owed
 * @param submittedAt when a partner typed it in; null otherwise
 * @param recordedBy username; empty for readers outside the house
 * @param importUid the import that brought it; null when typed in, and for readers outside the
 *     house
 * @param serials of the units
 * @param origin the sale that it undoes or pays; null for a sale
 * @param undoneBy what returns, corrects, cancels or pays it
 * @param revisions all versions, oldest first
 */
public record SaleDetail(
    SaleSummary line,
    boolean superseded,
    String shipTo,
    String representative,
    BigDecimal tax,
    BigDecimal unitCost,
    LocalDate documentDate,
    Instant soldAt,
    Instant countsAt,
    LineDays days,
    Instant submittedAt,
    String recordedBy,
    UUID importUid,
    List<String> serials,
    Related origin,
    List<Related> undoneBy,
    List<Revision> revisions) {

  /** Another line that belongs to this one. */
  public record Related(
      UUID uid,
      Kind kind,
      String document,
      String line,
      BigDecimal quantity,
      BigDecimal net,
      LocalDate soldOn) {}

  /** A version of the line. */
  public record Revision(
      UUID uid,
      int number,
      Instant receivedAt,
      BigDecimal quantity,
      BigDecimal net,
      String currency,
      LocalDate soldOn) {}

  /** What is left of the quantity after everything that undoes it. */
  public BigDecimal quantityLeft() {
    return undoneBy.stream()
        .filter(related -> related.kind() != Kind.PAYMENT_RECEIVED)
        .map(Related::quantity)
        .reduce(line.quantity(), BigDecimal::add);
  }
}
