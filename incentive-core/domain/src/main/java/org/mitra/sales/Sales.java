package org.mitra.sales;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.mitra.access.Actor;
import org.mitra.access.PartnerScope;
import org.mitra.access.Role;
import org.mitra.data.Batch;
import org.mitra.data.BusinessClock;
import org.mitra.data.DataException;
import org.mitra.data.ListQuery;
import org.mitra.data.Slice;
import org.mitra.data.Sql;
import org.mitra.engine.Flow;
import org.mitra.engine.Kind;
import org.mitra.event.DomainEvent;
import org.mitra.problem.Problem;

/** Sales lines: typed in one by one, taken from feeds in chunks, read by whoever may see them. */
@ApplicationScoped
public class Sales {
  /** Prefix of the source of what a partner typed in; his code follows. */
  public static final String PORTAL = "PORTAL:";

  @Inject private Sql sql;
  @Inject private Intake intake;
  @Inject private SalesReading reading;
  @Inject private BusinessClock clock;
  @Inject private Event<DomainEvent> events;

  /**
   * Records one sale that somebody typed in: a partner's people for their own partner, channel
   * managers and administrators for any.
   *
   * @return the line; the one that is there already when the same sale was reported before
   * @throws Problem 409 when this line of the invoice was reported with other content, 422 when the
   *     sale cannot be believed
   */
  @Transactional(rollbackOn = Exception.class)
  public SaleDetail report(Actor actor, ReportSale command) {
    actor.require(Role.PARTNER_USER, Role.PARTNER_OWNER, Role.CHANNEL_MANAGER, Role.ADMINISTRATOR);
    Seller seller = seller(actor, command);
    Instant now = clock.now();
    LineKey key =
        new LineKey(PORTAL + seller.code(), command.document(), command.line(), Kind.SALE);
    ReportedLine line = line(command, key, seller);
    Delivery delivery = new Delivery(null, actor.username(), now, now);
    Optional<UUID> earlier = intake.find(key);
    Taken judged =
        earlier.isEmpty() ? null : intake.judge(List.of(line), Set.of(), Set.of()).get(0);
    if (judged != null && judged.outcome() != Taken.Outcome.UNCHANGED) {
      throw alreadyReported(command);
    }
    Taken taken = taken(delivery, line, command);
    taken.refusal().ifPresent(Sales::refuse);
    if (taken.outcome() == Taken.Outcome.NEW) {
      events.fire(
          DomainEvent.of(
              actor,
              "sale.reported",
              taken.uid(),
              "seller",
              seller.code(),
              "document",
              command.document(),
              "product",
              command.product()));
    }
    return get(actor.scope(), taken.uid());
  }

  private Taken taken(Delivery delivery, ReportedLine line, ReportSale command) {
    try {
      return intake.take(delivery, List.of(line)).get(0);
    } catch (DataException e) {
      // The same line of the same invoice, typed in twice at the same moment.
      throw e.isDuplicateKey() ? alreadyReported(command) : e;
    }
  }

  private static Problem alreadyReported(ReportSale command) {
    return Problem.conflict("sale.already-reported")
        .with("document", command.document())
        .with("line", command.line())
        .at("/line");
  }

  private static void refuse(Problem problem) {
    throw problem;
  }

  private record Seller(String code, String currency) {}

  private Seller seller(Actor actor, ReportSale command) {
    String code = actor.partner().map(PartnerScope::code).orElse(command.seller());
    if (!command.seller().isEmpty() && !command.seller().equals(code)) {
      throw Problem.forbidden("sale.own-only").at("/seller");
    }
    if (code.isEmpty()) {
      throw Problem.invalid("field.missing").with("field", "seller").at("/seller");
    }
    return sql.row(
            row -> new Seller(row.text("code"), row.text("currency")),
            "SELECT code, currency FROM partner WHERE code = ?",
            code)
        .orElseThrow(
            () -> Problem.refused("sale.partner-unknown").with("code", code).at("/seller"));
  }

  private ReportedLine line(ReportSale command, LineKey key, Seller seller) {
    return new ReportedLine(
        key,
        command.document(),
        Flow.SELL_OUT,
        new LineParties(
            seller.code(),
            "",
            "",
            command.customer(),
            command.customerCode(),
            command.representative()),
        command.product(),
        new LineAmounts(
            command.quantity(),
            "",
            command.unitPrice(),
            null,
            BigDecimal.ZERO,
            null,
            BigDecimal.ZERO,
            command.currency().isEmpty() ? seller.currency() : command.currency(),
            null),
        command.soldOn(),
        command.soldOn().atStartOfDay(clock.zone()).toInstant(),
        ReportedLine.Reference.NONE,
        command.serials());
  }

  /**
   * Takes a chunk of lines in, inside the running transaction: stores what is new or supersedes,
   * leaves what is known, refuses the rest. Sales come before what undoes them: a return is matched
   * with the sales of earlier chunks and of none after it.
   *
   * @return what became of each line, in their order
   * @throws org.mitra.data.DataException transient or with a duplicate key, when another
   *     transaction was in the way: roll back and try the chunk again
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public List<Taken> take(Delivery delivery, List<ReportedLine> lines) {
    return intake.take(delivery, lines);
  }

  /**
   * What would become of the lines, apart from what returns undo: nothing is stored.
   *
   * @param partners codes of partners that would be created with them
   * @param products codes of products that would be created with them
   */
  @Transactional
  public List<Taken> judge(List<ReportedLine> lines, Set<String> partners, Set<String> products) {
    return intake.judge(lines, partners, products);
  }

  /** Lines in their newest version, newest first. */
  @Transactional
  public Slice<SaleSummary> list(PartnerScope scope, ListQuery query) {
    return reading.listing(scope).slice(sql, query);
  }

  @Transactional
  public Batch<SaleSummary> batch(
      PartnerScope scope, String cursor, int size, Map<String, String> filters) {
    return reading.listing(scope).batch(sql, cursor, size, filters);
  }

  /** Streams all lines of a list, newest first; the consumer may not use the database. */
  @Transactional
  public void each(
      PartnerScope scope, Map<String, String> filters, Consumer<SaleSummary> consumer) {
    reading.listing(scope).each(sql, filters, consumer);
  }

  /**
   * A line with its versions and what undoes it.
   *
   * @throws Problem 404 when there is no such line, or it is none of the reader's business
   */
  @Transactional
  public SaleDetail get(PartnerScope scope, UUID uid) {
    return reading.detail(scope, uid).orElseThrow(Problem::notFound);
  }
}
