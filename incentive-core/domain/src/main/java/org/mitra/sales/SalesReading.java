package org.mitra.sales;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.mitra.access.PartnerScope;
import org.mitra.data.Listing;
import org.mitra.data.Sql;
import org.mitra.engine.Flow;
import org.mitra.engine.Kind;

/**
 * Lines as people see them. A partner sees what he or those below him sold, what he bought, and
 * what those below him bought from the vendor or from him: not what another distributor charges
 * them. A representative sees what he sold.
 */
@ApplicationScoped
class SalesReading {
  private static final String COLUMNS =
      "t.uid, t.source, t.document_text, t.line, t.kind, t.flow, COALESCE(s.code, '') AS seller,"
          + " COALESCE(s.name, '') AS seller_name, COALESCE(b.code, '') AS buyer,"
          + " COALESCE(b.name, '') AS buyer_name, t.customer,"
          + " COALESCE(t.customer_code, '') AS customer_code, p.code AS product,"
          + " p.name AS product_name, t.quantity, t.unit, t.gross, t.discount, t.net, t.currency,"
          + " t.sold_on, t.received_at, t.revision";
  private static final String JOINS =
      " JOIN product p ON p.id = t.product_id LEFT JOIN partner s ON s.id = t.seller_id"
          + " LEFT JOIN partner b ON b.id = t.buyer_id";

  @Inject private Sql sql;

  Listing<SaleSummary> listing(PartnerScope scope) {
    Listing<SaleSummary> listing =
        Listing.of(SalesReading::summary, COLUMNS, "sales_transaction t" + JOINS)
            .where("t.superseded_by IS NULL")
            .filter("document", Listing.Match.CODE, "t.document")
            .filter("source", Listing.Match.CODE, "t.source")
            .filter("kind", Listing.Match.EQUALS, "t.kind")
            .filter("flow", Listing.Match.EQUALS, "t.flow")
            .filter("seller", Listing.Match.CODE, "s.code")
            .filter("buyer", Listing.Match.CODE, "b.code")
            .filter("customer", Listing.Match.CONTAINS, "t.customer")
            .filter("customerCode", Listing.Match.CODE, "t.customer_code")
            .filter(
                "representative",
                Listing.Match.CODE,
                "(SELECT r.code FROM partner r WHERE r.id = t.represented_by)")
            .filter("product", Listing.Match.CODE, "p.code")
            .filter("currency", Listing.Match.EQUALS, "t.currency")
            .filter("from", Listing.Match.FROM, "t.sold_on")
            .filter("until", Listing.Match.UNTIL, "t.sold_on")
            .filter(
                "import",
                Listing.Match.UID,
                "t.feed_id = (SELECT f.id FROM feed_import f WHERE f.uid = ?)")
            .sort("document", "t.document")
            .sort("soldOn", "t.sold_on")
            .sort("product", "p.code")
            .sort("quantity", "t.quantity")
            .sort("net", "t.net")
            .newestFirst("t.id");
    if (!scope.isEveryone()) {
      Object viewer = scope.partnerId().getAsLong();
      listing.where(VISIBLE, viewer, viewer, viewer, viewer, viewer);
    }
    return listing;
  }

  private static final String BELOW =
      "EXISTS (SELECT 1 FROM partner_scope seen WHERE seen.viewer_id = ? AND seen.partner_id = %s"
          + " AND seen.valid_from <= t.sold_on AND seen.valid_to > t.sold_on)";
  private static final String VISIBLE =
      "("
          + BELOW.formatted("t.seller_id")
          + " OR t.buyer_id = ? OR t.represented_by = ? OR ((t.seller_id IS NULL OR t.seller_id = ?) AND "
          + BELOW.formatted("t.buyer_id")
          + "))";

  private static SaleSummary summary(Sql.Row row) throws SQLException {
    return new SaleSummary(
        row.uuid("uid"),
        row.text("source"),
        row.text("document_text"),
        row.text("line"),
        row.constant("kind", Kind.class),
        row.constant("flow", Flow.class),
        row.text("seller"),
        row.text("seller_name"),
        row.text("buyer"),
        row.text("buyer_name"),
        row.text("customer"),
        row.text("customer_code"),
        row.text("product"),
        row.text("product_name"),
        row.decimal("quantity"),
        row.text("unit"),
        row.decimal("gross"),
        row.decimal("discount"),
        row.decimal("net"),
        row.text("currency"),
        row.day("sold_on"),
        row.instant("received_at"),
        row.integer("revision"));
  }

  private record Found(
      long id,
      LineKey key,
      SaleSummary line,
      boolean superseded,
      String shipTo,
      String representative,
      java.math.BigDecimal tax,
      java.math.BigDecimal unitCost,
      LocalDate documentDate,
      Instant soldAt,
      Instant countsAt,
      LineDays days,
      Instant submittedAt,
      String recordedBy,
      UUID importUid,
      Long originId) {}

  Optional<SaleDetail> detail(PartnerScope scope, UUID uid) {
    return sql.row(
            SalesReading::found,
            "SELECT "
                + COLUMNS
                + ", t.id, t.document, t.superseded_by, COALESCE(st.code, '') AS ship_to,"
                + " COALESCE(r.code, '') AS representative, t.tax, t.unit_cost, t.document_date,"
                + " t.sold_at, t.counts_at, t.ordered_on, t.shipped_on,"
                + " COALESCE(t.paid_on, t.settled_on) AS paid_on, t.submitted_at, t.recorded_by, t.origin_id,"
                + " f.uid AS import_uid FROM sales_transaction t"
                + JOINS
                + " LEFT JOIN partner st ON st.id = t.ship_to_id"
                + " LEFT JOIN partner r ON r.id = t.represented_by"
                + " LEFT JOIN feed_import f ON f.id = t.feed_id"
                + " WHERE t.uid = ?"
                + visible(scope),
            parameters(scope, uid))
        .map(found -> detail(found, scope));
  }

  private static String visible(PartnerScope scope) {
    return scope.isEveryone() ? "" : " AND " + VISIBLE;
  }

  private static Object[] parameters(PartnerScope scope, Object... first) {
    List<Object> parameters = new ArrayList<>(Arrays.asList(first));
    if (!scope.isEveryone()) {
      parameters.addAll(Collections.nCopies(5, scope.partnerId().getAsLong()));
    }
    return parameters.toArray();
  }

  private static Found found(Sql.Row row) throws SQLException {
    return new Found(
        row.number("id"),
        new LineKey(
            row.text("source"),
            row.text("document"),
            row.text("line"),
            row.constant("kind", Kind.class)),
        summary(row),
        row.optionalNumber("superseded_by").isPresent(),
        row.text("ship_to"),
        row.text("representative"),
        row.decimal("tax"),
        row.decimal("unit_cost"),
        row.day("document_date"),
        row.instant("sold_at"),
        row.instant("counts_at"),
        new LineDays(row.day("ordered_on"), row.day("shipped_on"), row.day("paid_on")),
        row.instant("submitted_at"),
        row.text("recorded_by"),
        row.uuid("import_uid"),
        LineStore.id(row, "origin_id"));
  }

  private SaleDetail detail(Found found, PartnerScope scope) {
    LineKey key = found.key();
    boolean insider = scope.isEveryone();
    return new SaleDetail(
        found.line(),
        found.superseded(),
        found.shipTo(),
        found.representative(),
        found.tax(),
        insider ? found.unitCost() : null,
        found.documentDate(),
        found.soldAt(),
        found.countsAt(),
        found.days(),
        found.submittedAt(),
        insider ? found.recordedBy() : "",
        insider ? found.importUid() : null,
        sql.rows(
            row -> row.text("serial"),
            "SELECT serial FROM sales_serial WHERE transaction_id = ? ORDER BY serial",
            found.id()),
        found.originId() == null
            ? null
            : related(scope, "t.id = ?", found.originId()).stream().findFirst().orElse(null),
        related(scope, "t.origin_id = ? AND t.superseded_by IS NULL", found.id()),
        sql.rows(
            row ->
                new SaleDetail.Revision(
                    row.uuid("uid"),
                    row.integer("revision"),
                    row.instant("received_at"),
                    row.decimal("quantity"),
                    row.decimal("net"),
                    row.text("currency"),
                    row.day("sold_on")),
            "SELECT t.uid, t.revision, t.received_at, t.quantity, t.net, t.currency, t.sold_on"
                + " FROM sales_transaction t WHERE t.source = ? AND t.document = ? AND t.line = ?"
                + " AND t.kind = ?"
                + visible(scope)
                + " ORDER BY t.revision",
            parameters(scope, key.source(), key.document(), key.line(), key.kind())));
  }

  private List<SaleDetail.Related> related(PartnerScope scope, String condition, long id) {
    return sql.rows(
        row ->
            new SaleDetail.Related(
                row.uuid("uid"),
                row.constant("kind", Kind.class),
                row.text("document_text"),
                row.text("line"),
                row.decimal("quantity"),
                row.decimal("net"),
                row.day("sold_on")),
        "SELECT t.uid, t.kind, t.document_text, t.line, t.quantity, t.net, t.sold_on"
            + " FROM sales_transaction t WHERE "
            + condition
            + visible(scope)
            + " ORDER BY t.sold_on, t.id",
        parameters(scope, id));
  }
}
