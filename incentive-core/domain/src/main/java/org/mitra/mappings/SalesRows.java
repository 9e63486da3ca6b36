package org.mitra.mappings;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.mitra.data.BusinessKey;
import org.mitra.data.Sha256;
import org.mitra.engine.Flow;
import org.mitra.engine.Kind;
import org.mitra.money.Decimals;
import org.mitra.problem.Problem;
import org.mitra.sales.LineAmounts;
import org.mitra.sales.LineDays;
import org.mitra.sales.LineKey;
import org.mitra.sales.LineParties;
import org.mitra.sales.ReportedLine;
import org.mitra.tables.Dates;
import org.mitra.tables.Numbers;
import org.mitra.tables.Row;

/** Rows that report sales. */
public final class SalesRows implements RowMapper<SalesRow> {
  private static final int DIGITS_OF_CONTENT = 24;
  private static final int LONGEST_AMOUNT = 24;

  private final Mapping mapping;
  private final Columns columns;
  private final Numbers numbers;
  private final Dates dates;

  public SalesRows(Mapping mapping, Columns columns) {
    this.mapping = mapping;
    this.columns = columns;
    this.numbers = new Numbers(mapping.format());
    this.dates = new Dates(mapping.format());
  }

  @Override
  public MappedRow<SalesRow> map(Row row) {
    Values values = new Values(mapping, columns, numbers, dates, row);
    Parts parts = new Parts(values);
    MappedRow.RowMoney money = parts.money();
    String ignored = values.ignoredBecause();
    SalesRow command = null;
    if (values.problems().isEmpty() && ignored.isEmpty()) {
      try {
        command = parts.command(values);
      } catch (Problem problem) {
        values.problems().add(values.problem(problem));
      }
    }
    return new MappedRow<>(
        row,
        command,
        command == null ? "" : identity(command.line().key()),
        ignored,
        List.copyOf(values.problems()),
        money,
        values::problem);
  }

  static String identity(LineKey key) {
    return key.source() + '\n' + key.document() + '\n' + key.line() + '\n' + key.kind();
  }

  /** The fields of a row, read once, in the order in which problems are told. */
  private final class Parts {
    private final String source;
    private final String document;
    private final String line;
    private final Kind kind;
    private final Flow flow;
    private final String product;
    private final BigDecimal quantity;
    private final BigDecimal unitPrice;
    private final BigDecimal gross;
    private final BigDecimal discount;
    private final BigDecimal net;
    private final BigDecimal tax;
    private final String currency;
    private final BigDecimal unitCost;
    private final Instant soldAt;
    private final LocalDate documentDate;

    Parts(Values values) {
      source = values.code("source");
      document = values.code("document");
      line = values.code("line");
      Kind reported = values.choice("kind", Kind.class);
      flow = values.choice("flow", Flow.class);
      product = values.code("product");
      BigDecimal number = values.number("quantity");
      kind = kind(reported, number);
      boolean turn =
          mapping.sales().positiveReturns()
              && (kind == Kind.RETURN || kind == Kind.CANCELLATION)
              && number != null
              && number.signum() > 0;
      quantity = turn ? number.negate() : number;
      unitPrice = values.number("unitPrice");
      gross = turned(values.number("gross"), turn);
      discount = turned(values.number("discount"), turn);
      net = turned(values.number("net"), turn);
      tax = turned(values.number("tax"), turn);
      currency = values.code("currency");
      unitCost = values.number("unitCost");
      soldAt = values.time("soldAt");
      LocalDate day = values.day("documentDate");
      documentDate = day != null || soldAt == null ? day : values.dayOf("soldAt");
    }

    private BigDecimal turned(BigDecimal amount, boolean turn) {
      return amount != null && turn ? amount.negate() : amount;
    }

    private Kind kind(Kind reported, BigDecimal number) {
      String key = document.toUpperCase(Locale.ROOT);
      for (Map.Entry<String, Kind> rule : mapping.sales().kindByPrefix().entrySet()) {
        if (key.startsWith(rule.getKey())) {
          return rule.getValue();
        }
      }
      Kind kind = reported == null ? Kind.SALE : reported;
      return kind == Kind.SALE && number != null && number.signum() < 0
          ? mapping.sales().kindWhenNegative().orElse(kind)
          : kind;
    }

    MappedRow.RowMoney money() {
      BigDecimal amount = net;
      if (amount == null && gross != null) {
        amount = discount == null ? gross : gross.subtract(discount);
      } else if (amount == null && quantity != null && unitPrice != null) {
        amount = quantity.multiply(unitPrice);
        amount = discount == null ? amount : amount.subtract(discount);
      }
      if (amount != null && amount.precision() - amount.scale() > LONGEST_AMOUNT) {
        amount = null;
      }
      return new MappedRow.RowMoney(amount, currency, soldAt, document);
    }

    SalesRow command(Values values) {
      LineParties parties =
          new LineParties(
              values.code("seller"),
              values.code("buyer"),
              values.code("shipTo"),
              values.text("customer", 200),
              values.code("customerCode"),
              values.code("representative"));
      LineAmounts amounts =
          new LineAmounts(
              quantity,
              values.code("unit"),
              unitPrice,
              gross,
              discount,
              net,
              tax,
              currency,
              unitCost);
      String number = mapping.sales().lineFromContent() ? content(parties, amounts) : line;
      ReportedLine reported =
          new ReportedLine(
              new LineKey(source, document, number, kind),
              document,
              flow,
              parties,
              product,
              amounts,
              documentDate,
              soldAt,
              new LineDays(values.day("orderedOn"), values.day("shippedOn"), values.day("paidOn")),
              new ReportedLine.Reference(
                  values.code("returnsDocument"), values.code("returnsLine")),
              values.codes("serials"));
      SalesRow row =
          new SalesRow(
              reported,
              values.text("productName", 200),
              values.text("buyerName", 200),
              values.text("buyerRegion", 64));
      return values.problems().isEmpty() ? row : null;
    }

    /**
     * A line number made of what the line says: product, quantity, gross amount, time and parties.
     * Discount, tax and names are not part of it, so that a later file may correct them.
     */
    private String content(LineParties parties, LineAmounts amounts) {
      return Sha256.ofParts(
              BusinessKey.normalise(product),
              Decimals.plain(amounts.quantity()),
              Decimals.plain(amounts.gross()),
              soldAt.toString(),
              parties.seller(),
              parties.buyer())
          .hex()
          .substring(0, DIGITS_OF_CONTENT);
    }
  }
}
