package org.mitra.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.mitra.access.Actor;
import org.mitra.access.Role;
import org.mitra.data.Batch;
import org.mitra.data.BusinessClock;
import org.mitra.data.ListQuery;
import org.mitra.data.Listing;
import org.mitra.data.Saved;
import org.mitra.data.Slice;
import org.mitra.data.Sql;
import org.mitra.event.DomainEvent;
import org.mitra.money.Currency;
import org.mitra.problem.Problem;

/**
 * Exchange rates by day. A rate may be corrected; whatever was computed with it follows, and the
 * audit trail has the old one.
 */
@ApplicationScoped
public class ExchangeRates {
  @Inject private Sql sql;
  @Inject private BusinessClock clock;
  @Inject private Event<DomainEvent> events;

  /** For how many days a rate holds when no newer one is known. */
  @Inject
  @ConfigProperty(name = "mitra.exchange.max-age-days", defaultValue = "7")
  private int maxAgeDays;

  public int maxAgeDays() {
    return maxAgeDays;
  }

  /**
   * Enters or corrects many at once: all or none.
   *
   * @return what each command did, in their order
   * @throws Problem 422 for a day that has not come
   */
  @Transactional(rollbackOn = Exception.class)
  public List<Saved> saveAll(Actor actor, List<SaveRate> commands) {
    actor.require(Role.FINANCE, Role.CHANNEL_MANAGER, Role.ADMINISTRATOR);
    List<Saved> saved = new ArrayList<>();
    for (SaveRate command : commands) {
      if (command.day().isAfter(clock.today())) {
        throw Problem.refused("rate.future").with("day", command.day()).at("/day");
      }
      saved.add(save(actor, command));
    }
    return saved;
  }

  private Saved save(Actor actor, SaveRate command) {
    boolean fresh =
        sql.insertOnce(
            "INSERT INTO exchange_rate (from_currency, to_currency, valid_on, rate, source,"
                + " changed_by, changed_at) VALUES (?, ?, ?, ?, ?, ?, ?)",
            command.from(),
            command.to(),
            command.day(),
            command.rate(),
            command.source(),
            actor.username(),
            clock.now());
    String before = "";
    if (!fresh) {
      ExchangeRate known = locked(command);
      if (known.rate().compareTo(command.rate()) == 0 && known.source().equals(command.source())) {
        return Saved.UNCHANGED;
      }
      before = known.rate().stripTrailingZeros().toPlainString();
      sql.update(
          "UPDATE exchange_rate SET rate = ?, source = ?, changed_by = ?, changed_at = ?"
              + " WHERE from_currency = ? AND to_currency = ? AND valid_on = ?",
          command.rate(),
          command.source(),
          actor.username(),
          clock.now(),
          command.from(),
          command.to(),
          command.day());
    }
    events.fire(
        DomainEvent.of(
            actor,
            "rate.saved",
            command.from() + "/" + command.to(),
            "from",
            command.from(),
            "day",
            command.day().toString(),
            "holdsUntil",
            command.day().plusDays(maxAgeDays + 1L).toString(),
            "rate",
            command.rate().stripTrailingZeros().toPlainString(),
            "before",
            before,
            "source",
            command.source()));
    return fresh ? Saved.NEW : Saved.CHANGED;
  }

  private ExchangeRate locked(SaveRate command) {
    return sql.row(
            ExchangeRates::rate,
            "SELECT * FROM exchange_rate"
                + " WHERE from_currency = ? AND to_currency = ? AND valid_on = ? FOR UPDATE",
            command.from(),
            command.to(),
            command.day())
        .orElseThrow();
  }

  /** All rates, for work that needs many. */
  @Transactional
  public KnownRates known() {
    KnownRates known = new KnownRates(maxAgeDays);
    sql.each(
        row ->
            known.add(
                row.text("from_currency"),
                row.text("to_currency"),
                row.day("valid_on"),
                row.decimal("rate")),
        "SELECT from_currency, to_currency, valid_on, rate FROM exchange_rate");
    return known;
  }

  /**
   * What one unit was worth on the day: the newest rate on or before it. Empty when there is none,
   * or the newest is older than the installation accepts.
   */
  @Transactional
  public Optional<BigDecimal> on(Currency from, Currency to, LocalDate day) {
    KnownRates known = new KnownRates(maxAgeDays);
    sql.each(
        row -> known.add(from.code(), to.code(), row.day("valid_on"), row.decimal("rate")),
        "SELECT valid_on, rate FROM exchange_rate WHERE from_currency = ? AND to_currency = ?"
            + " AND valid_on BETWEEN ? AND ?",
        from.code(),
        to.code(),
        day.minusDays(maxAgeDays),
        day);
    return known.on(from, to, day);
  }

  /** Newest days first. */
  @Transactional
  public Slice<ExchangeRate> list(Actor actor, ListQuery query) {
    requireReader(actor);
    return listing().slice(sql, query);
  }

  @Transactional
  public Batch<ExchangeRate> batch(
      Actor actor, String cursor, int size, Map<String, String> filters) {
    requireReader(actor);
    return listing().batch(sql, cursor, size, filters);
  }

  private static void requireReader(Actor actor) {
    actor.require(
        Role.FINANCE, Role.CHANNEL_MANAGER, Role.EXECUTIVE, Role.AUDITOR, Role.ADMINISTRATOR);
  }

  private static Listing<ExchangeRate> listing() {
    return Listing.of(ExchangeRates::rate, "r.*", "exchange_rate r")
        .filter("from", Listing.Match.CODE, "r.from_currency")
        .filter("to", Listing.Match.CODE, "r.to_currency")
        .filter("since", Listing.Match.FROM, "r.valid_on")
        .filter("until", Listing.Match.UNTIL, "r.valid_on")
        .sort("day", "r.valid_on")
        .sort("from", "r.from_currency")
        .newestFirst("r.id");
  }

  private static ExchangeRate rate(Sql.Row row) throws SQLException {
    return new ExchangeRate(
        row.text("from_currency"),
        row.text("to_currency"),
        row.day("valid_on"),
        row.decimal("rate"),
        row.text("source"),
        row.text("changed_by"),
        row.instant("changed_at"));
  }
}
