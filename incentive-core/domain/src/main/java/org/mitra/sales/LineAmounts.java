package org.mitra.sales;

import java.math.BigDecimal;
import org.mitra.data.BusinessKey;
import org.mitra.data.Fields;
import org.mitra.problem.Problem;

/**
 * Quantity and money of a line. What was not reported follows from the rest: gross is quantity ×
 * unit price, net is gross − discount. Nothing is rounded.
 *
 * @param quantity in {@code unit}; negative for returns
 * @param unit empty for the product's own
 * @param unitPrice before discount; null when not reported
 * @param gross before discount
 * @param discount what was taken off
 * @param net after discount, without tax and freight
 * @param tax on top of net
 * @param currency of all amounts, ISO 4217
 * @param unitCost the vendor's cost of one unit; null when not reported
 */
public record LineAmounts(
    BigDecimal quantity,
    String unit,
    BigDecimal unitPrice,
    BigDecimal gross,
    BigDecimal discount,
    BigDecimal net,
    BigDecimal tax,
    String currency,
    BigDecimal unitCost) {
  public LineAmounts {
    Fields.present(quantity, "quantity");
    unit = BusinessKey.normalise(unit);
    discount = discount == null ? BigDecimal.ZERO : discount;
    tax = tax == null ? BigDecimal.ZERO : tax;
    currency = currency == null ? "" : currency;
    if (gross == null && unitPrice != null) {
      gross = quantity.multiply(unitPrice);
    } else if (gross == null && net != null) {
      gross = net.add(discount);
    } else if (gross == null) {
      throw Problem.invalid("field.missing").with("field", "net").at("/net");
    }
    if (net == null) {
      net = gross.subtract(discount);
    }
  }
}
