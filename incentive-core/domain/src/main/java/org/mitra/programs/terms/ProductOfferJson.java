package org.mitra.programs.terms;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.mitra.data.BusinessKey;
import org.mitra.engine.Offer;
import org.mitra.engine.ProductOffer;
import org.mitra.money.Rate;

/**
 * The field {@code except}: products and groups with a {@code rate} or {@code amount} of theirs.
 */
final class ProductOfferJson {
  private ProductOfferJson() {}

  /**
   * Writes the exceptions.
   *
   * @param offer the name of the field that says what is offered, {@code rate} or {@code amount}
   */
  static JsonArrayBuilder write(List<ProductOffer> except, String offer) {
    JsonArrayBuilder rows = TermsJson.BUILDERS.createArrayBuilder();
    for (ProductOffer exception : except) {
      JsonObjectBuilder row = TermsJson.BUILDERS.createObjectBuilder();
      add(row, "items", exception.items());
      add(row, "groups", exception.groups());
      rows.add(row.add(offer, exception.offer().text()));
    }
    return rows;
  }

  private static void add(JsonObjectBuilder row, String name, Set<String> codes) {
    if (!codes.isEmpty()) {
      row.add(name, TermsJson.sorted(codes));
    }
  }

  /** The exceptions that can be read; what is wrong with others is remembered. */
  static List<ProductOffer> read(JsonFields fields, String offer) {
    List<ProductOffer> except = new ArrayList<>();
    List<JsonFields> rows = fields.has("except") ? fields.objects("except") : List.of();
    if (rows != null) {
      for (JsonFields row : rows) {
        ProductOffer exception = exception(row, offer);
        if (exception != null) {
          except.add(exception);
        }
      }
    }
    return except;
  }

  private static ProductOffer exception(JsonFields row, String name) {
    Set<String> items = row.texts("items", text -> BusinessKey.require(text, "items"));
    Set<String> groups = row.texts("groups", text -> BusinessKey.require(text, "groups"));
    Offer offer = name.equals("rate") ? percentage(row, name) : each(row, name);
    return offer == null ? null : row.make(() -> new ProductOffer(items, groups, offer));
  }

  private static Offer percentage(JsonFields row, String name) {
    Rate rate = row.rate(name);
    return row.make(() -> rate == null ? null : new Offer.Percentage(rate));
  }

  private static Offer each(JsonFields row, String name) {
    BigDecimal amount = row.decimal(name);
    return row.make(() -> amount == null ? null : new Offer.Each(amount));
  }
}
