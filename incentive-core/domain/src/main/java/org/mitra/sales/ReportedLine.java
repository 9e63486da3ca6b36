package org.mitra.sales;

import java.time.Instant;
import java.time.LocalDate;
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
    serials =
        serials.stream().map(serial -> BusinessKey.require(serial, "serials")).sorted().toList();
  }

  /**
   * Of everything reported: equal hashes, equal content. How the document's number was spelt is not
   * part of it, nor is what was looked up.
   */
  Sha256 contentHash() {
    return Sha256.ofParts(
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
  }
}
