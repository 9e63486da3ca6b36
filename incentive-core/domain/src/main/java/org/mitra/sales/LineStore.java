package org.mitra.sales;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.mitra.data.Sql;
import org.mitra.engine.Kind;

/** Versions of lines as rows. Chunks of lines take a handful of statements, not one each. */
@ApplicationScoped
class LineStore {
  private static final String COLUMNS =
      "uid, source, document, line, kind, revision, content_hash, flow, seller_id, buyer_id,"
          + " ship_to_id, customer, customer_code, represented_by, product_id, quantity, unit, gross,"
          + " discount, net, tax, currency, unit_cost, document_text, document_date, sold_at,"
          + " sold_on, counts_at, ordered_on, shipped_on, paid_on, settled_on, received_at,"
          + " submitted_at, origin_id, feed_id, recorded_by";

  @Inject private Sql sql;

  /** The newest versions of those lines that are known. */
  Map<LineKey, StoredLine> find(Collection<LineKey> keys) {
    Map<LineKey, StoredLine> found = new HashMap<>();
    if (keys.isEmpty()) {
      return found;
    }
    List<Object> parameters = new ArrayList<>(keys.size() * 4);
    for (LineKey key : keys) {
      parameters.addAll(List.of(key.source(), key.document(), key.line(), key.kind().name()));
    }
    sql.each(
        row -> {
          StoredLine line = stored(row);
          found.put(line.key(), line);
        },
        "SELECT id, uid, source, document, line, kind, revision, content_hash, seller_id, buyer_id,"
            + " ship_to_id, represented_by, customer, COALESCE(customer_code, '') AS customer_code,"
            + " product_id, currency, document_date, counts_at, ordered_on, shipped_on,"
            + " COALESCE(paid_on, settled_on) AS paid_on, origin_id"
            + " FROM sales_transaction WHERE superseded_by IS NULL"
            + " AND (source, document, line, kind) IN ("
            + "(?, ?, ?, ?), ".repeat(keys.size() - 1)
            + "(?, ?, ?, ?))",
        parameters.toArray());
    return found;
  }

  private static StoredLine stored(Sql.Row row) throws java.sql.SQLException {
    return new StoredLine(
        row.number("id"),
        row.uuid("uid"),
        new LineKey(
            row.text("source"),
            row.text("document"),
            row.text("line"),
            row.constant("kind", Kind.class)),
        row.integer("revision"),
        row.hash("content_hash"),
        id(row, "seller_id"),
        id(row, "buyer_id"),
        id(row, "ship_to_id"),
        id(row, "represented_by"),
        row.text("customer"),
        row.text("customer_code"),
        row.number("product_id"),
        row.text("currency"),
        row.day("document_date"),
        row.instant("counts_at"),
        days(row),
        id(row, "origin_id"));
  }

  static LineDays days(Sql.Row row) throws java.sql.SQLException {
    return new LineDays(row.day("ordered_on"), row.day("shipped_on"), row.day("paid_on"));
  }

  static Long id(Sql.Row row, String column) throws java.sql.SQLException {
    var number = row.optionalNumber(column);
    return number.isPresent() ? Long.valueOf(number.getAsLong()) : null;
  }

  /**
   * Adds the lines and marks what they supersede.
   *
   * @throws org.mitra.data.DataException with a duplicate key when another transaction stored one
   *     of them first: roll back and try again
   */
  void insert(Delivery delivery, List<NewLine> lines) {
    if (lines.isEmpty()) {
      return;
    }
    sql.batch(
        "INSERT INTO sales_transaction (" + COLUMNS + ") VALUES " + Sql.list(37),
        lines.stream().map(line -> row(delivery, line)).toList());
    List<NewLine> linked =
        lines.stream()
            .filter(line -> line.previous() != null || !line.line().serials().isEmpty())
            .toList();
    if (linked.isEmpty()) {
      return;
    }
    Map<UUID, Long> ids = ids(linked);
    List<Object[]> serials = new ArrayList<>();
    for (NewLine line : linked) {
      long id = ids.get(line.uid());
      line.line().serials().forEach(serial -> serials.add(new Object[] {id, serial}));
      if (line.previous() != null) {
        supersede(line, id);
      }
    }
    sql.batch("INSERT INTO sales_serial (transaction_id, serial) VALUES (?, ?)", serials);
  }

  private Map<UUID, Long> ids(List<NewLine> lines) {
    Map<UUID, Long> ids = new HashMap<>();
    sql.each(
        row -> ids.put(row.uuid("uid"), row.number("id")),
        "SELECT id, uid FROM sales_transaction WHERE uid IN " + Sql.list(lines.size()),
        lines.stream().map(NewLine::uid).toArray());
    return ids;
  }

  /** The old version points to the new one; what undid the old one now undoes the new one. */
  private void supersede(NewLine line, long id) {
    long old = line.previous().id();
    sql.update(
        "UPDATE sales_transaction SET superseded_by = ? WHERE id = ? AND superseded_by IS NULL",
        id,
        old);
    if (line.line().key().kind() == Kind.SALE) {
      follow(line, id);
    }
  }

  /** What undid the old version has everything from the new one; a payment what it had from it. */
  private void follow(NewLine line, long id) {
    StoredLine old = line.previous();
    String customer = line.customerCode().isEmpty() ? null : line.customerCode();
    sql.update(
        "UPDATE sales_transaction SET origin_id = ?,"
            + " counts_at = ?, ordered_on = ?, shipped_on = ?, paid_on = ?, represented_by = ?,"
            + " customer_code = ? WHERE origin_id = ? AND superseded_by IS NULL"
            + " AND kind <> 'PAYMENT_RECEIVED'",
        id,
        line.line().soldAt(),
        line.days().orderedOn(),
        line.days().shippedOn(),
        line.days().paidOn(),
        line.representativeId(),
        customer,
        old.id());
    sql.update(
        "UPDATE sales_transaction SET origin_id = ?,"
            + " represented_by = CASE WHEN represented_by <=> ? THEN ? ELSE represented_by END,"
            + " customer_code = CASE WHEN COALESCE(customer_code, '') = ? THEN ? ELSE customer_code END"
            + " WHERE origin_id = ? AND superseded_by IS NULL",
        id,
        old.representativeId(),
        line.representativeId(),
        old.customerCode(),
        customer,
        old.id());
  }

  /** The partners of a line and when it counts. */
  record Told(Instant countsAt, List<Long> partners) {}

  /** Who is touched by these lines, by row id of the line. */
  Map<Long, Told> told(Collection<Long> ids) {
    Map<Long, Told> told = new HashMap<>();
    if (!ids.isEmpty()) {
      sql.each(
          row ->
              told.put(
                  row.number("id"),
                  new Told(
                      row.instant("counts_at"),
                      Stream.of(
                              id(row, "seller_id"),
                              id(row, "buyer_id"),
                              id(row, "ship_to_id"),
                              id(row, "represented_by"))
                          .filter(partner -> partner != null)
                          .toList())),
          "SELECT id, counts_at, seller_id, buyer_id, ship_to_id, represented_by"
              + " FROM sales_transaction WHERE id IN "
              + Sql.list(ids.size()),
          ids.toArray());
    }
    return told;
  }

  private static Object[] row(Delivery delivery, NewLine line) {
    ReportedLine reported = line.line();
    LineAmounts amounts = reported.amounts();
    return new Object[] {
      line.uid(),
      reported.key().source(),
      reported.key().document(),
      reported.key().line(),
      reported.key().kind(),
      line.revision(),
      line.contentHash(),
      reported.flow(),
      line.sellerId(),
      line.buyerId(),
      line.shipToId(),
      reported.parties().customer(),
      line.customerCode().isEmpty() ? null : line.customerCode(),
      line.representativeId(),
      line.productId(),
      amounts.quantity(),
      line.unit(),
      amounts.gross(),
      amounts.discount(),
      amounts.net(),
      amounts.tax(),
      amounts.currency(),
      line.unitCost(),
      reported.documentText(),
      reported.documentDate(),
      reported.soldAt(),
      line.soldOn(),
      line.countsAt(),
      line.days().orderedOn(),
      line.days().shippedOn(),
      line.days().paidOn(),
      line.settledOn(),
      delivery.receivedAt(),
      delivery.submittedAt(),
      line.origin() == null ? null : line.origin().id(),
      delivery.feedId(),
      delivery.by()
    };
  }
}
