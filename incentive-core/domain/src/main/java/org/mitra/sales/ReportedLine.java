package org.mitra.sales;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.mitra.data.BusinessKey;
import org.mitra.data.Fields;
import org.mitra.data.Sha256;
import org.mitra.engine.Flow;
import org.mitra.money.Decimals;

/**
 * A line of a sales document as somebody reported it, with codes for partners and products. Whether
 * it can be believed is judged when it is taken.
 *
 * @param key what makes it the same line as another
 * @param documentText the document's number as reported
 * @param flow where in the channel it happened
 * @param parties who took part
 * @param product code of the product
 * @param amounts quantity and money
 * @param documentDate date of the document
 * @param soldAt economic date: when the sale, or the return itself, happened
 * @param days when it was ordered, shipped and paid
 * @param undoes the sale that it returns, corrects, cancels or pays, as reported
 * @param serials of the units, normalised and in order
 */
public record ReportedLine(
    LineKey key,
    String documentText,
    Flow flow,
    LineParties parties,
    String product,
    LineAmounts amounts,
    LocalDate documentDate,
    Instant soldAt,
    LineDays days,
    Reference undoes,
    List<String> serials) {

  /**
   * A sale named by another line.
   *
   * @param document number of its document in the same source; empty when none was named
   * @param line which line of it; empty when only the document was named
   */
  public record Reference(String document, String line) {
    public static final Reference NONE = new Reference("", "");

    public Reference {
      document = BusinessKey.normalise(document);
      line = BusinessKey.normalise(line);
    }

    public boolean isGiven() {
      return !document.isEmpty();
    }
  }

  public ReportedLine {
    documentText = Fields.text(documentText, 64, "document");
    Fields.present(flow, "flow");
    product = BusinessKey.require(product, "product");
    Fields.present(soldAt, "soldAt");
    Fields.present(documentDate, "documentDate");
    Fields.present(days, "days");
    serials =
        serials.stream().map(serial -> BusinessKey.require(serial, "serials")).sorted().toList();
  }

  /** A line of which is not known when it was ordered, shipped and paid. */
  public ReportedLine(
      LineKey key,
      String documentText,
      Flow flow,
      LineParties parties,
      String product,
      LineAmounts amounts,
      LocalDate documentDate,
      Instant soldAt,
      Reference undoes,
      List<String> serials) {
    this(
        key,
        documentText,
        flow,
        parties,
        product,
        amounts,
        documentDate,
        soldAt,
        LineDays.UNKNOWN,
        undoes,
        serials);
  }

  /** The same line with another number within its document. */
  public ReportedLine numbered(String line) {
    return new ReportedLine(
        new LineKey(key.source(), key.document(), line, key.kind()),
        documentText,
        flow,
        parties,
        product,
        amounts,
        documentDate,
        soldAt,
        days,
        undoes,
        serials);
  }

  /**
   * Of everything reported: equal hashes, equal content. How the document's number was spelt is not
   * part of it, nor is what was looked up; what came to be reported later is part of it only where
   * it is, so that files of old still say the same.
   */
  public Sha256 contentHash() {
    List<String> parts = new ArrayList<>();
    Collections.addAll(
        parts,
        flow.name(),
        parties.seller(),
        parties.buyer(),
        parties.shipTo(),
        parties.customer(),
        parties.representative(),
        product,
        Decimals.plain(amounts.quantity()),
        amounts.unit(),
        Decimals.plain(amounts.gross()),
        Decimals.plain(amounts.discount()),
        Decimals.plain(amounts.net()),
        Decimals.plain(amounts.tax()),
        amounts.currency(),
        amounts.unitCost() == null ? "" : Decimals.plain(amounts.unitCost()),
        documentDate.toString(),
        soldAt.toString(),
        undoes.document(),
        undoes.line(),
        String.join("\n", serials));
    if (!parties.customerCode().isEmpty() || !days.equals(LineDays.UNKNOWN)) {
      Collections.addAll(
          parts,
          parties.customerCode(),
          text(days.orderedOn()),
          text(days.shippedOn()),
          text(days.paidOn()));
    }
    return Sha256.ofParts(parts.toArray(String[]::new));
  }

  private static String text(LocalDate day) {
    return day == null ? "" : day.toString();
  }
}
