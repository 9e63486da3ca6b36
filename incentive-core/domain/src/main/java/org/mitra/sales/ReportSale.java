package org.mitra.sales;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.mitra.data.BusinessKey;
import org.mitra.data.Fields;
import org.mitra.problem.Problem;

/**
 * Reports one sale to an end customer, typed in where there is no feed.
 *
 * @param seller code of the selling partner; empty for one's own
 * @param document invoice number
 * @param line which line of the invoice; empty for the first
 * @param soldOn day of the sale, in the zone of the house
 * @param customer who bought
 * @param customerCode what tells him from others; may be empty
 * @param representative code of who sold it for the seller; may be empty
 * @param product code of the product
 * @param quantity more than zero, in the product's unit
 * @param unitPrice before tax
 * @param currency empty for the seller's own
 * @param serials of the units; may be empty
 */
public record ReportSale(
    String seller,
    String document,
    String line,
    LocalDate soldOn,
    String customer,
    String customerCode,
    String representative,
    String product,
    BigDecimal quantity,
    BigDecimal unitPrice,
    String currency,
    List<String> serials) {
  private static final int MOST_SERIALS = 1000;

  public ReportSale {
    seller = BusinessKey.normalise(seller);
    document = Fields.text(document, 64, "document");
    line = BusinessKey.normalise(line).isEmpty() ? "1" : BusinessKey.require(line, "line");
    Fields.present(soldOn, "soldOn");
    customer = Fields.text(customer, 200, "customer");
    customerCode = BusinessKey.normalise(customerCode);
    representative = BusinessKey.normalise(representative);
    product = BusinessKey.require(product, "product");
    Fields.present(quantity, "quantity");
    Fields.present(unitPrice, "unitPrice");
    currency = currency == null ? "" : currency.strip();
    serials =
        serials == null
            ? List.of()
            : serials.stream().filter(serial -> !BusinessKey.normalise(serial).isEmpty()).toList();
    if (serials.size() > MOST_SERIALS) {
      throw Problem.invalid("sale.serials-many").with("most", MOST_SERIALS).at("/serials");
    }
  }
}
