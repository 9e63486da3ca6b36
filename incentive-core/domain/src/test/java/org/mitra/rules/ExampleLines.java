package org.mitra.rules;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.mitra.engine.Admitted;
import org.mitra.engine.CompiledProgram;
import org.mitra.engine.Customer;
import org.mitra.engine.Dates;
import org.mitra.engine.Flow;
import org.mitra.engine.Item;
import org.mitra.engine.Kind;
import org.mitra.engine.Parties;
import org.mitra.engine.Party;
import org.mitra.engine.Payee;
import org.mitra.engine.SalesLine;
import org.mitra.engine.Terms;
import org.mitra.money.Currency;

/**
 * Reads the rows of an example as sales lines. What a row leaves out, a return has from its sale.
 */
final class ExampleLines {
  private final RulePage.Example example;
  private final Iterable<CompiledProgram> programs;
  private final Terms terms;
  private final Map<String, Long> ids = new HashMap<>();
  private final Map<String, SalesLine> sales = new HashMap<>();

  ExampleLines(RulePage.Example example, Iterable<CompiledProgram> programs) {
    this.example = example;
    this.programs = programs;
    this.terms = programs.iterator().next().termsOn(LocalDate.MIN);
  }

  /** The row's line; empty for a row that only asks. */
  Optional<SalesLine> read(Map<String, String> row, int number) {
    return "–".equals(row.get("document")) ? Optional.empty() : Optional.of(line(row, number));
  }

  private SalesLine line(Map<String, String> row, int number) {
    String document = row.getOrDefault("document", String.format(Locale.ROOT, "DOC-%02d", number));
    String line = row.getOrDefault("line", "1");
    Kind kind =
        Kind.valueOf(row.getOrDefault("kind", "sale").toUpperCase(Locale.ROOT).replace(' ', '_'));
    long id = ids.computeIfAbsent(document + "/" + line + "/" + kind, key -> ids.size() + 1L);
    Optional<SalesLine> sale = Optional.ofNullable(row.get("of")).map(this::sale);
    BigDecimal units = decimal(row, "units", usualUnits(kind));
    BigDecimal net = decimal(row, "net", units);
    SalesLine read =
        new SalesLine(
            id,
            sale.map(SalesLine::id).orElse(id),
            document,
            line,
            kind,
            flow(row, sale),
            dates(row, sale),
            new Parties(
                party(row, "seller", Payee.SELLER, sale.flatMap(SalesLine::seller)),
                party(row, "buyer", Payee.BUYER, sale.flatMap(SalesLine::buyer)),
                party(row, "ship to", Payee.SHIP_TO, sale.flatMap(SalesLine::shipTo)),
                party(
                    row,
                    "representative",
                    Payee.REPRESENTATIVE,
                    sale.flatMap(it -> it.parties().representative()))),
            text(row, "customer", sale, it -> it.customer().code())
                .map(code -> new Customer(code, 0))
                .orElse(Customer.UNKNOWN),
            item(row, sale),
            units,
            decimal(row, "gross", net),
            net,
            Optional.ofNullable(row.get("cost"))
                .map(SalesExample::number)
                .or(() -> sale.flatMap(SalesLine::unitCost)),
            currency(row, sale),
            admitted(row));
    if (kind == Kind.SALE) {
      sales.put(document + "/" + line, read);
    }
    return read;
  }

  private static BigDecimal usualUnits(Kind kind) {
    return switch (kind) {
      case SALE -> BigDecimal.ONE;
      case RETURN, CANCELLATION -> BigDecimal.ONE.negate();
      case PRICE_CORRECTION, PAYMENT_RECEIVED -> BigDecimal.ZERO;
    };
  }

  private SalesLine sale(String name) {
    SalesLine sale = sales.get(name.contains("/") ? name : name + "/1");
    if (sale == null) {
      throw new IllegalArgumentException("no sale " + name + " above");
    }
    return sale;
  }

  private Flow flow(Map<String, String> row, Optional<SalesLine> sale) {
    return Optional.ofNullable(row.get("flow"))
        .map(text -> Flow.valueOf(text.toUpperCase(Locale.ROOT).replace('-', '_')))
        .or(() -> sale.map(SalesLine::flow))
        .orElseGet(
            () -> terms.scope().flows().stream().min(Comparator.naturalOrder()).orElseThrow());
  }

  private Dates dates(Map<String, String> row, Optional<SalesLine> sale) {
    Instant soldAt = time(row.getOrDefault("date", first()));
    Instant receivedAt = row.containsKey("received") ? time(row.get("received")) : soldAt;
    return new Dates(
        soldAt,
        sale.map(SalesLine::soldAt).orElse(soldAt),
        sale.map(SalesLine::receivedAt).orElse(receivedAt),
        moment(row, "ordered").or(() -> sale.flatMap(it -> it.dates().orderedAt())),
        moment(row, "shipped").or(() -> sale.flatMap(it -> it.dates().shippedAt())),
        moment(row, "paid").or(() -> sale.flatMap(it -> it.dates().paidAt())));
  }

  private Optional<Instant> moment(Map<String, String> row, String column) {
    return Optional.ofNullable(row.get(column)).map(this::time);
  }

  /** A day is its noon in the program's zone. */
  private Instant time(String text) {
    ZoneId zone = terms.zone();
    return text.contains("T")
        ? Instant.parse(text)
        : LocalDate.parse(text).atTime(12, 0).atZone(zone).toInstant();
  }

  private Optional<Party> party(
      Map<String, String> row, String column, Payee role, Optional<Party> ofSale) {
    boolean paid = terms.payee() == role && !example.table().has(column);
    return Optional.ofNullable(row.get(column))
        .or(() -> ofSale.map(Party::id))
        .or(() -> paid ? Optional.of("PARTNER") : Optional.empty())
        .map(this::party);
  }

  private Party party(String code) {
    Map<String, String> known = example.known().partner(code);
    return new Party(
        code,
        known.getOrDefault("type", "DEALER"),
        known.getOrDefault("level", ""),
        known.getOrDefault("region", ""),
        known.getOrDefault("territory", ""),
        Set.of(known.getOrDefault("certificates", "").split(" ")).stream()
            .filter(certificate -> !certificate.isEmpty())
            .collect(Collectors.toSet()),
        Optional.ofNullable(known.get("parent")).map(this::party));
  }

  private static Item item(Map<String, String> row, Optional<SalesLine> sale) {
    return new Item(
        text(row, "item", sale, it -> it.item().code()).orElse("ITEM"),
        text(row, "group", sale, it -> it.item().group()).orElse(""),
        Optional.ofNullable(row.get("launched"))
            .map(LocalDate::parse)
            .or(() -> sale.flatMap(it -> it.item().launchedOn())));
  }

  private static Optional<String> text(
      Map<String, String> row,
      String column,
      Optional<SalesLine> sale,
      Function<SalesLine, String> ofSale) {
    return Optional.ofNullable(row.get(column)).or(() -> sale.map(ofSale));
  }

  private Currency currency(Map<String, String> row, Optional<SalesLine> sale) {
    return Optional.ofNullable(row.get("currency"))
        .map(Currency::of)
        .or(() -> sale.map(SalesLine::currency))
        .or(terms::currency)
        .orElse(Currency.EUR);
  }

  private Map<String, Admitted> admitted(Map<String, String> row) {
    Map<String, Admitted> admitted = new HashMap<>();
    if (row.containsKey("admitted")) {
      BigDecimal units = SalesExample.number(row.get("admitted"));
      Instant claimed = time(row.getOrDefault("claimed", row.getOrDefault("date", first())));
      programs.forEach(program -> admitted.put(program.id(), Admitted.of(units, claimed)));
    }
    return admitted;
  }

  private String first() {
    return terms.from().toString();
  }

  private static BigDecimal decimal(Map<String, String> row, String column, BigDecimal usual) {
    return row.containsKey(column) ? SalesExample.number(row.get(column)) : usual;
  }
}
