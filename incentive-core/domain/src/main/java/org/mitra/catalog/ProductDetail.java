package org.mitra.catalog;

import java.util.List;

/**
 * A product in full.
 *
 * @param product as in lists
 * @param costs what a unit cost the vendor over time, newest first; empty for readers outside the
 *     house
 */
public record ProductDetail(ProductSummary product, List<ProductCost> costs) {
  public ProductDetail {
    costs = List.copyOf(costs);
  }
}
