package org.mitra.sales;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.mitra.data.Sql;
import org.mitra.engine.Kind;
import org.mitra.problem.Problem;

/**
 * Finds the sale that a line undoes: the one that it names, else the latest of the same product
 * between the same two sides that has enough left. The sales are locked meanwhile, so that two
 * returns at once cannot both take the last piece.
 */
@ApplicationScoped
class Origins {
  private static final Comparator<Sale> LATEST_FIRST =
      Comparator.comparing(Sale::soldAt)
          .thenComparing(Sale::document)
          .thenComparing(Sale::line)
          .reversed();

  @Inject private Sql sql;

  /** A sale and how much of it is not undone yet. */
  static final class Sale {
    private final long id;
    private final LineKey key;
    private final long productId;
    private final Long sellerId;
    private final Long buyerId;
    private final String customer;
    private final String currency;
    private final Instant soldAt;
    private final LocalDate soldOn;
    private final BigDecimal unitCost;
    private final Long representativeId;
    private final String customerCode;
    private final LineDays days;
    private final LocalDate settledOn;
    private BigDecimal quantityLeft;
    private BigDecimal netLeft;

    private Sale(Sql.Row row) throws java.sql.SQLException {
      id = row.number("id");
      key = new LineKey(row.text("source"), row.text("document"), row.text("line"), Kind.SALE);
      productId = row.number("product_id");
      sellerId = LineStore.id(row, "seller_id");
      buyerId = LineStore.id(row, "buyer_id");
      customer = row.text("customer");
      currency = row.text("currency");
      soldAt = row.instant("sold_at");
      soldOn = row.day("sold_on");
      unitCost = row.decimal("unit_cost");
      representativeId = LineStore.id(row, "represented_by");
      customerCode = row.text("customer_code");
      days = LineStore.days(row);
      settledOn = row.day("settled_on");
      quantityLeft = row.decimal("quantity");
      netLeft = row.decimal("net");
    }

    long id() {
      return id;
    }

    Instant soldAt() {
      return soldAt;
    }

    BigDecimal unitCost() {
      return unitCost;
    }

    Long representativeId() {
      return representativeId;
    }

    /** Empty when unknown. */
    String customerCode() {
      return customerCode;
    }

    LineDays days() {
      return days;
    }

    LocalDate settledOn() {
      return settledOn;
    }

    private String document() {
      return key.document();
    }

    private String line() {
      return key.line();
    }

    private void undo(BigDecimal quantity, BigDecimal net) {
      quantityLeft = quantityLeft.add(quantity);
      netLeft = netLeft.add(net);
    }

    private boolean isSameDeal(NewLine line) {
      return productId == line.productId()
          && Objects.equals(sellerId, line.sellerId())
          && Objects.equals(buyerId, line.buyerId())
          && customer.equalsIgnoreCase(line.line().parties().customer())
          && currency.equals(line.line().amounts().currency());
    }

    private boolean hasLeft(NewLine line) {
      LineAmounts amounts = line.line().amounts();
      BigDecimal quantity = quantityLeft.add(amounts.quantity());
      BigDecimal net = netLeft.add(amounts.net());
      return line.line().key().kind() == Kind.CANCELLATION
          ? quantity.signum() == 0 && net.signum() == 0
          : quantity.signum() >= 0 && net.signum() >= 0;
    }
  }

  /** The sales that lines of one chunk may undo. */
  static final class Candidates {
    private final List<Sale> sales = new ArrayList<>();

    /**
     * The sale that the line undoes; what is left of it is less from then on.
     *
     * @throws Problem when there is none that fits
     */
    Sale take(NewLine line) {
      Sale sale = line.line().undoes().isGiven() ? named(line) : latest(line);
      if (line.line().key().undoes()) {
        sale.undo(line.line().amounts().quantity(), line.line().amounts().net());
      }
      return sale;
    }

    private Sale latest(NewLine line) {
      return sales.stream()
          .filter(sale -> sale.isSameDeal(line) && !sale.soldOn.isAfter(line.soldOn()))
          .filter(sale -> sale.hasLeft(line))
          .findFirst()
          .orElseThrow(() -> refused("sale.return-unmatched", "document"));
    }

    private Sale named(NewLine line) {
      ReportedLine.Reference reference = line.line().undoes();
      List<Sale> named =
          sales.stream()
              .filter(sale -> sale.key.source().equals(line.line().key().source()))
              .filter(sale -> sale.document().equals(reference.document()))
              .filter(s -> reference.line().isEmpty() || s.line().equals(reference.line()))
              .toList();
      if (named.isEmpty()) {
        throw refused("sale.origin-unknown", "returnsDocument")
            .with("document", reference.document());
      }
      List<Sale> same = named.stream().filter(sale -> sale.isSameDeal(line)).toList();
      if (same.isEmpty()) {
        throw refused("sale.return-mismatch", "returnsDocument")
            .with("document", reference.document());
      }
      if (same.stream().allMatch(sale -> sale.soldOn.isAfter(line.soldOn()))) {
        throw refused("sale.return-before-sale", "soldAt").with("soldOn", same.get(0).soldOn);
      }
      if (!line.line().key().undoes()) {
        return same.get(0);
      }
      Optional<Sale> fitting = same.stream().filter(sale -> sale.hasLeft(line)).findFirst();
      return fitting.orElseThrow(() -> tooLarge(line, same.get(0)));
    }

    private static Problem tooLarge(NewLine line, Sale sale) {
      String code =
          line.line().key().kind() == Kind.CANCELLATION
              ? "sale.cancellation-partial"
              : "sale.return-too-large";
      return refused(code, "quantity")
          .with("units", sale.quantityLeft.stripTrailingZeros().toPlainString())
          .with("net", sale.netLeft.stripTrailingZeros().toPlainString())
          .with("currency", sale.currency);
    }

    private static Problem refused(String code, String field) {
      return Problem.refused(code).at("/" + field);
    }
  }

  /**
   * The sales that these lines may undo, locked until the transaction ends.
   *
   * @param replaced row ids of versions that the lines supersede: they no longer undo anything
   */
  Candidates candidates(List<NewLine> lines, List<Long> replaced) {
    Candidates candidates = new Candidates();
    Set<List<Object>> wanted = new LinkedHashSet<>();
    List<String> conditions = new ArrayList<>();
    for (NewLine line : lines) {
      ReportedLine reported = line.line();
      if (reported.undoes().isGiven()) {
        if (wanted.add(List.of(reported.key().source(), reported.undoes().document()))) {
          conditions.add("(source = ? AND document = ?)");
        }
      } else if (line.sellerId() != null || line.buyerId() != null) {
        // Two unknown customers are not the same customer: without a partner nothing is matched.
        Object seller = line.sellerId() == null ? 0L : line.sellerId();
        Object buyer = line.buyerId() == null ? 0L : line.buyerId();
        if (wanted.add(List.of(line.productId(), buyer, seller))) {
          conditions.add(
              "(product_id = ? AND "
                  + (line.buyerId() == null ? "buyer_id IS NULL AND 0 = ?" : "buyer_id = ?")
                  + " AND "
                  + (line.sellerId() == null ? "seller_id IS NULL AND 0 = ?" : "seller_id = ?")
                  + ")");
        }
      }
    }
    if (wanted.isEmpty()) {
      return candidates;
    }
    Map<Long, Sale> sales = new HashMap<>();
    sql.each(
        row -> sales.put(row.number("id"), new Sale(row)),
        "SELECT id, source, document, line, product_id, seller_id, buyer_id, customer, currency,"
            + " sold_at, sold_on, unit_cost, represented_by, COALESCE(customer_code, '') AS customer_code,"
            + " ordered_on, shipped_on, paid_on, settled_on, quantity, net FROM sales_transaction"
            + " WHERE kind = 'SALE' AND superseded_by IS NULL AND ("
            + String.join(" OR ", conditions)
            + ") ORDER BY id FOR UPDATE",
        wanted.stream().flatMap(List::stream).toArray());
    if (!sales.isEmpty()) {
      subtractWhatIsUndone(sales, replaced);
    }
    candidates.sales.addAll(sales.values());
    candidates.sales.sort(LATEST_FIRST);
    return candidates;
  }

  /** In a statement after the lock: it sees what those have committed who held it before. */
  private void subtractWhatIsUndone(Map<Long, Sale> sales, List<Long> replaced) {
    List<Object> parameters = new ArrayList<>(sales.keySet());
    parameters.addAll(replaced);
    sql.each(
        row -> sales.get(row.number("origin_id")).undo(row.decimal("quantity"), row.decimal("net")),
        "SELECT origin_id, SUM(quantity) AS quantity, SUM(net) AS net FROM sales_transaction"
            + " WHERE origin_id IN "
            + Sql.list(sales.size())
            + " AND superseded_by IS NULL AND kind <> 'PAYMENT_RECEIVED'"
            + (replaced.isEmpty() ? "" : " AND id NOT IN " + Sql.list(replaced.size()))
            + " GROUP BY origin_id",
        parameters.toArray());
  }
}
