package org.mitra.mappings;

import org.mitra.catalog.SaveProduct;
import org.mitra.partners.SavePartner;
import org.mitra.sales.ReportedLine;

/**
 * A reported line, and what its row says about a partner or product that may be new.
 *
 * @param line the line
 * @param productName empty when the row does not say
 * @param buyerName empty when the row does not say
 * @param buyerRegion empty when the row does not say
 */
public record SalesRow(
    ReportedLine line, String productName, String buyerName, String buyerRegion) {

  /** The same row, its line numbered among those that say the same. */
  public SalesRow numbered(int occurrence) {
    return new SalesRow(
        line.numbered(line.key().line() + "-" + occurrence), productName, buyerName, buyerRegion);
  }

  /** The partner with that code, who is the buyer or the seller of this line. */
  public SavePartner newPartner(String code, SalesRules.NewPartners rules) {
    boolean buyer = line.parties().buyer().equals(code);
    return new SavePartner(
        code,
        buyer && !buyerName.isEmpty() ? buyerName : code,
        rules.type(),
        rules.currency(),
        "",
        "",
        rules.joinedOn(),
        true,
        "",
        "",
        buyer ? buyerRegion : "",
        "",
        null);
  }

  /** The product of this line. */
  public SaveProduct newProduct(String unit) {
    return new SaveProduct(
        line.product(),
        productName.isEmpty() ? line.product() : productName,
        "",
        "",
        "",
        line.amounts().unit().isEmpty() ? unit : line.amounts().unit(),
        false,
        true,
        null,
        null,
        null,
        null);
  }
}
