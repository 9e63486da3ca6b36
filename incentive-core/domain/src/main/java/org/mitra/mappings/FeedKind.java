package org.mitra.mappings;

import static org.mitra.mappings.FeedField.Type.CHOICE;
import static org.mitra.mappings.FeedField.Type.CODE;
import static org.mitra.mappings.FeedField.Type.DAY;
import static org.mitra.mappings.FeedField.Type.FLAG;
import static org.mitra.mappings.FeedField.Type.LIST;
import static org.mitra.mappings.FeedField.Type.NUMBER;
import static org.mitra.mappings.FeedField.Type.TEXT;
import static org.mitra.mappings.FeedField.Type.TIME;
import static org.mitra.mappings.FeedField.needed;
import static org.mitra.mappings.FeedField.optional;

import java.util.List;
import java.util.Optional;

/** What a file is about, and the fields that it may bring. */
public enum FeedKind {
  PARTNERS(
      needed("code", CODE),
      needed("name", TEXT),
      needed("type", CHOICE),
      needed("currency", CODE),
      optional("email", TEXT),
      optional("taxNumber", TEXT),
      needed("joinedOn", DAY),
      optional("active", FLAG),
      optional("parent", CODE),
      optional("level", TEXT),
      optional("region", TEXT),
      optional("territory", CODE),
      optional("standingFrom", DAY)),
  REPRESENTATIVES(needed("partner", CODE), needed("code", CODE), needed("name", TEXT)),
  CERTIFICATES(
      needed("partner", CODE),
      needed("code", CODE),
      needed("earnedOn", DAY),
      optional("expiresOn", DAY)),
  EXCHANGE_RATES(
      needed("from", CODE),
      needed("to", CODE),
      needed("day", DAY),
      needed("rate", NUMBER),
      needed("source", TEXT)),
  AGREED_FIGURES(
      needed("program", CODE),
      needed("partner", CODE),
      needed("periodStart", DAY),
      needed("kind", CHOICE),
      needed("amount", NUMBER),
      optional("reason", TEXT)),
  PRODUCTS(
      needed("code", CODE),
      needed("name", TEXT),
      optional("group", CODE),
      optional("groupNameId", TEXT),
      optional("groupNameEn", TEXT),
      needed("unit", CODE),
      optional("serialTracked", FLAG),
      optional("active", FLAG),
      optional("launchedOn", DAY),
      optional("cost", NUMBER),
      optional("currency", CODE),
      optional("costFrom", DAY)),
  SALES(
      needed("source", CODE),
      needed("document", CODE),
      optional("line", CODE),
      optional("kind", CHOICE),
      needed("flow", CHOICE),
      optional("seller", CODE),
      optional("buyer", CODE),
      optional("shipTo", CODE),
      optional("customer", TEXT),
      optional("customerCode", CODE),
      optional("representative", CODE),
      needed("product", CODE),
      optional("productName", TEXT),
      needed("quantity", NUMBER),
      optional("unit", CODE),
      optional("unitPrice", NUMBER),
      optional("gross", NUMBER),
      optional("discount", NUMBER),
      optional("net", NUMBER),
      optional("tax", NUMBER),
      needed("currency", CODE),
      optional("unitCost", NUMBER),
      optional("documentDate", DAY),
      needed("soldAt", TIME),
      optional("orderedOn", DAY),
      optional("shippedOn", DAY),
      optional("paidOn", DAY),
      optional("returnsDocument", CODE),
      optional("returnsLine", CODE),
      optional("serials", LIST),
      optional("buyerName", TEXT),
      optional("buyerRegion", TEXT));

  // An unmodifiable list; the checker knows no such thing.
  @SuppressWarnings("ImmutableEnumChecker")
  private final List<FeedField> fields;

  FeedKind(FeedField... fields) {
    this.fields = List.of(fields);
  }

  public List<FeedField> fields() {
    return fields;
  }

  public Optional<FeedField> field(String name) {
    return fields.stream().filter(field -> field.name().equals(name)).findFirst();
  }
}
