package org.mitra.engine;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.mitra.money.Currency;

/** Builds sales lines for tests: {@code Line.sale(1).units("14").net("14.00").line()}. */
final class Line {
  private final long id;
  private final SalesLine origin;
  private final Kind kind;
  private String document;
  private Flow flow = Flow.SELL_IN;
  private Instant soldAt = Instant.parse("2026-05-10T05:00:00Z");
  private Instant receivedAt;
  private Party buyer = Party.of("PARTNER", "DEALER", "GOLD", "JAVA");
  private Optional<Party> seller = Optional.empty();
  private Optional<Party> representative = Optional.empty();
  private Optional<Instant> paidAt = Optional.empty();
  private Item item = Item.of("ITEM", "GROUP");
  private String units = "1";
  private String net = "1.00";
  private String gross;
  private Currency currency = Currency.EUR;
  private Map<String, Admitted> admitted = Map.of();

  private Line(long id, Kind kind, SalesLine origin) {
    this.id = id;
    this.kind = kind;
    this.origin = origin;
    this.document = "DOC-" + id;
  }

  static Line sale(long id) {
    return new Line(id, Kind.SALE, null);
  }

  /** A return, correction or cancellation of the sale, by the same parties. */
  static Line undoing(long id, Kind kind, SalesLine sale) {
    Line line = new Line(id, kind, sale);
    line.flow = sale.flow();
    line.buyer = sale.buyer().orElse(null);
    line.seller = sale.seller();
    line.representative = sale.parties().representative();
    line.paidAt = sale.dates().paidAt();
    line.item = sale.item();
    line.currency = sale.currency();
    line.soldAt = sale.soldAt();
    return line;
  }

  Line document(String number) {
    document = number;
    return this;
  }

  Line on(String day) {
    return at(LocalDate.parse(day).atTime(5, 0).toInstant(ZoneOffset.UTC));
  }

  Line at(Instant instant) {
    soldAt = instant;
    return this;
  }

  Line received(Instant instant) {
    receivedAt = instant;
    return this;
  }

  Line buyer(Party party) {
    buyer = party;
    return this;
  }

  Line seller(Party party) {
    seller = Optional.of(party);
    return this;
  }

  Line representative(Party party) {
    representative = Optional.of(party);
    return this;
  }

  Line paid(Instant instant) {
    paidAt = Optional.of(instant);
    return this;
  }

  Line flow(Flow where) {
    flow = where;
    return this;
  }

  Line item(String code, String group) {
    item = Item.of(code, group);
    return this;
  }

  Line units(String quantity) {
    units = quantity;
    return this;
  }

  Line net(String amount) {
    net = amount;
    return this;
  }

  Line gross(String amount) {
    gross = amount;
    return this;
  }

  Line currency(Currency paidIn) {
    currency = paidIn;
    return this;
  }

  Line admitted(String program, String quantity) {
    return admitted(program, quantity, soldAt);
  }

  Line admitted(String program, String quantity, Instant submittedAt) {
    admitted = Map.of(program, Admitted.of(new BigDecimal(quantity), submittedAt));
    return this;
  }

  SalesLine line() {
    Instant received = receivedAt == null ? soldAt : receivedAt;
    return new SalesLine(
        id,
        origin == null ? id : origin.id(),
        document,
        "1",
        kind,
        flow,
        new Dates(
            soldAt,
            origin == null ? soldAt : origin.countsAt(),
            origin == null ? received : origin.receivedAt(),
            Optional.empty(),
            Optional.empty(),
            paidAt),
        new Parties(seller, Optional.ofNullable(buyer), Optional.empty(), representative),
        Customer.UNKNOWN,
        item,
        new BigDecimal(units),
        new BigDecimal(gross == null ? net : gross),
        new BigDecimal(net),
        Optional.empty(),
        currency,
        admitted);
  }
}
