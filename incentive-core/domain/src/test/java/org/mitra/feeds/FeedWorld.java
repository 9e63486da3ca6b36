package org.mitra.feeds;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.mitra.access.Actor;
import org.mitra.access.PartnerScope;
import org.mitra.access.Role;
import org.mitra.catalog.Products;
import org.mitra.catalog.SaveProduct;
import org.mitra.data.ListQuery;
import org.mitra.data.Sql;
import org.mitra.mappings.Mappings;
import org.mitra.mappings.SaveMapping;
import org.mitra.partners.PartnerType;
import org.mitra.partners.Partners;
import org.mitra.partners.SavePartner;
import org.mitra.sales.SaleSummary;
import org.mitra.sales.Sales;

/** Mappings, partners, products and files that the tests of feeds are about. */
@ApplicationScoped
class FeedWorld {
  static final Actor MAYA =
      new Actor("maya", "Maya", EnumSet.of(Role.CHANNEL_MANAGER), Optional.empty());
  static final String HEADER = "Invoice;Line;Kind;Date;Buyer;Item;Qty;Price;Of\n";

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @Inject private Sql sql;
  @Inject private Mappings mappings;
  @Inject private Imports imports;
  @Inject private Quarantine quarantine;
  @Inject private Sales sales;
  @Inject private Partners partners;
  @Inject private Products products;

  /** A partner and a product of the same code, and a mapping of sales to him named after them. */
  @Transactional
  void set(String code) {
    partner(code, PartnerType.DISTRIBUTOR, "");
    product(code);
    mappings.save(MAYA, new SaveMapping(code, mapping(code, "CSV", "")));
  }

  @Transactional
  void partner(String code, PartnerType type, String parent) {
    partners.save(
        MAYA,
        new SavePartner(
            code,
            "Partner " + code,
            type,
            "IDR",
            "",
            "",
            LocalDate.of(2025, 1, 1),
            true,
            parent,
            "",
            "",
            "",
            null));
  }

  @Transactional
  void product(String code) {
    products.create(
        MAYA,
        new SaveProduct(
            code, "Product " + code, "", "", "", "PCS", false, true, null, null, "", null));
  }

  @Transactional
  void mapping(String name, String definition) {
    mappings.save(MAYA, new SaveMapping(name, definition));
  }

  /** Lines of invoices to distributors, as an Indonesian spreadsheet writes them. */
  static String mapping(String source, String type, String more) {
    return """
        {"kind": "SALES",
         "format": {"type": "%s", "separator": ";", "decimal": ",", "grouping": ".",
                    "dates": "dd/MM/yyyy", "zone": "Asia/Jakarta"},
         "fields": [
           {"field": "source", "default": "%s"},
           {"field": "document", "column": "Invoice"},
           {"field": "line", "column": "Line"},
           {"field": "kind", "column": "Kind", "default": "SALE", "values": {"R": "RETURN"}},
           {"field": "flow", "default": "SELL_IN"},
           {"field": "buyer", "column": "Buyer"},
           {"field": "product", "column": "Item"},
           {"field": "quantity", "column": "Qty"},
           {"field": "unitPrice", "column": "Price"},
           {"field": "currency", "default": "IDR"},
           {"field": "returnsDocument", "column": "Of"},
           {"field": "soldAt", "column": "Date"}]%s}
        """
        .formatted(type, source, more);
  }

  static byte[] csv(String... rows) {
    return (HEADER + String.join("\n", rows)).getBytes(StandardCharsets.UTF_8);
  }

  /** Uploads a file and waits until it was looked at. */
  ImportDetail previewed(String mapping, byte[] file) throws IOException {
    UUID uid =
        imports
            .upload(MAYA, mapping, mapping + ".csv", new ByteArrayInputStream(file))
            .summary()
            .uid();
    return settled(uid);
  }

  /** Uploads a file, commits it, and waits until its rows are in. */
  ImportDetail committed(String mapping, byte[] file) throws IOException {
    return commit(previewed(mapping, file).summary().uid());
  }

  ImportDetail commit(UUID uid) {
    imports.commit(MAYA, uid);
    return settled(uid);
  }

  private ImportDetail settled(UUID uid) {
    Instant end = Instant.now().plus(PATIENCE);
    ImportDetail detail = imports.get(MAYA, uid);
    while (detail.isBusy()) {
      if (Instant.now().isAfter(end)) {
        throw new AssertionError("still busy: " + detail);
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
      detail = imports.get(MAYA, uid);
    }
    return detail;
  }

  /** The rows of an import that are in quarantine. */
  List<QuarantineDetail> quarantined(UUID importUid) {
    ListQuery query =
        ListQuery.firstRows(100)
            .filtered("import", importUid.toString())
            .filtered("state", "QUARANTINED");
    List<QuarantineDetail> rows = new ArrayList<>();
    quarantine.list(MAYA, query).rows().forEach(row -> rows.add(quarantine.get(MAYA, row.uid())));
    rows.sort(java.util.Comparator.comparingLong(row -> row.summary().number()));
    return rows;
  }

  /** The lines of a source in their newest version. */
  List<SaleSummary> lines(String source) {
    List<SaleSummary> lines = new ArrayList<>();
    sales.each(MAYA.scope(), Map.of("source", source), lines::add);
    return lines;
  }

  BigDecimal net(String source) {
    return lines(source).stream()
        .map(SaleSummary::net)
        .reduce(BigDecimal.ZERO, BigDecimal::add)
        .stripTrailingZeros();
  }

  /** All versions of the lines of a source, superseded ones too. */
  @Transactional
  long versions(String source) {
    return sql.row(
            row -> row.number("n"),
            "SELECT COUNT(*) AS n FROM sales_transaction WHERE source = ?",
            source)
        .orElseThrow();
  }

  /** An import that somebody committed, without the job that would take its rows in. */
  @Transactional
  long committing(UUID importUid) {
    sql.update(
        "UPDATE feed_import SET state = 'COMMITTING', committed_by = 'maya' WHERE uid = ?",
        importUid);
    return sql.row(row -> row.number("id"), "SELECT id FROM feed_import WHERE uid = ?", importUid)
        .orElseThrow();
  }

  /** Somebody of a partner. */
  @Transactional
  Actor user(String partner) {
    PartnerScope scope =
        sql.row(
                row -> PartnerScope.of(row.number("id"), row.uuid("uid"), partner),
                "SELECT id, uid FROM partner WHERE code = ?",
                partner)
            .orElseThrow();
    return new Actor(
        "user-of-" + partner, partner, EnumSet.of(Role.PARTNER_USER), Optional.of(scope));
  }
}
