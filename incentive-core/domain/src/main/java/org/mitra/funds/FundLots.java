package org.mitra.funds;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.mitra.access.Actor;
import org.mitra.data.BusinessClock;
import org.mitra.data.Sql;
import org.mitra.data.Uids;
import org.mitra.funds.FundAccount.Effect;
import org.mitra.funds.Lots.Part;
import org.mitra.money.Currency;
import org.mitra.money.Money;

/** Opens lots and lets them expire. */
@ApplicationScoped
class FundLots {
  @Inject private Sql sql;
  @Inject private FundAccount account;
  @Inject private FundPrograms programs;
  @Inject private FundBudget budget;
  @Inject private BusinessClock clock;

  /**
   * A lot to be opened.
   *
   * @param accrued whether it is a share of purchases
   * @param carryOver what becomes of the rest; null when it is lost
   * @param carriedFrom row id of the lot whose rest it is; null for a new one
   */
  record NewLot(
      Money amount,
      LocalDate expiresOn,
      boolean accrued,
      CarryOver carryOver,
      Long carriedFrom,
      String note) {}

  /** Row id of the partner's fund in the program, which is made when there is none. */
  long fundOf(long programId, long partnerId, Currency currency) {
    Instant now = clock.now();
    sql.update(
        "INSERT INTO fund (uid, program_id, partner_id, currency, lots, created_at)"
            + " VALUES (?, ?, ?, ?, 0, ?) ON DUPLICATE KEY UPDATE lots = lots",
        Uids.next(now),
        programId,
        partnerId,
        currency.code(),
        now);
    return sql.row(
            row -> row.number("id"),
            "SELECT id FROM fund WHERE program_id = ? AND partner_id = ?",
            programId,
            partnerId)
        .orElseThrow();
  }

  /** Gives the fund a new lot; its public id. */
  UUID allocate(Actor actor, Fund fund, Instant expiresAt, NewLot lot) {
    UUID uid = Uids.next(clock.now());
    long id = insert(actor, fund, uid, expiresAt, lot);
    account.move(
        actor,
        fund,
        MovementKind.ALLOCATE,
        List.of(new Part(id, lot.amount())),
        new Effect(
            "fund allocate " + uid,
            clock.today(),
            lot.accrued() ? "fund-accrued" : "fund-allocated",
            null,
            "",
            lot.note()),
        fund.expense(),
        fund.available());
    return uid;
  }

  /** Opens a lot with nothing in it; its row id. */
  long open(Actor actor, Fund fund, Instant expiresAt, NewLot lot) {
    return insert(actor, fund, Uids.next(clock.now()), expiresAt, lot);
  }

  private long insert(Actor actor, Fund fund, UUID uid, Instant expiresAt, NewLot lot) {
    sql.update("UPDATE fund SET lots = lots + 1 WHERE id = ?", fund.id());
    Optional<CarryOver> carry = Optional.ofNullable(lot.carryOver());
    return sql.insert(
        "INSERT INTO fund_allocation (uid, fund_id, number, origin, carried_from, expires_on,"
            + " expires_at, lapsed, carry_percent, carry_limit, carry_until, allocated, committed,"
            + " paid, expired, note, created_by, created_at, version) SELECT ?, id, lots, ?, ?, ?,"
            + " ?, FALSE, ?, ?, ?, 0, 0, 0, 0, ?, ?, ?, 0 FROM fund WHERE id = ?",
        uid,
        lot.accrued() ? "ACCRUED" : "ALLOCATED",
        lot.carriedFrom(),
        lot.expiresOn(),
        expiresAt,
        carry.map(CarryOver::percent).orElse(null),
        carry.map(CarryOver::limit).orElse(null),
        carry.map(CarryOver::until).orElse(null),
        lot.note(),
        actor.username(),
        clock.now(),
        fund.id());
  }

  /** A lot whose last day is over. */
  private record Due(Lot lot, boolean accrued, CarryOver carryOver, String note) {}

  /**
   * Carries out the expiry of every lot whose last day is over. Expiry takes what is neither
   * promised nor gone; an agreed part of it goes into a new lot.
   */
  void expireDue(Fund fund) {
    // A new lot may be over as well, when nobody looked for a long time.
    for (List<Due> due = due(fund); !due.isEmpty(); due = due(fund)) {
      due.forEach(lot -> expire(fund, lot));
    }
  }

  private List<Due> due(Fund fund) {
    return sql.rows(
        row -> due(row, fund.currency()),
        "SELECT * FROM fund_allocation WHERE fund_id = ? AND lapsed = FALSE AND expires_at <= ?"
            + " ORDER BY expires_on, number",
        fund.id(),
        clock.now());
  }

  private static Due due(Sql.Row row, Currency currency) throws SQLException {
    BigDecimal percent = row.decimal("carry_percent");
    return new Due(
        FundAccount.lot(row, currency),
        row.text("origin").equals("ACCRUED"),
        percent == null
            ? null
            : new CarryOver(percent, row.decimal("carry_limit"), row.day("carry_until")),
        row.text("note"));
  }

  private void expire(Fund fund, Due due) {
    Lot lot = due.lot();
    int won =
        sql.update(
            "UPDATE fund_allocation SET lapsed = TRUE WHERE id = ? AND lapsed = FALSE", lot.id());
    Money rest = lot.available();
    if (won != 1 || rest.isZero()) {
      return;
    }
    Money carried =
        due.carryOver() == null ? Money.zero(fund.currency()) : due.carryOver().of(rest);
    if (!carried.isZero()) {
      carryOver(fund, due, carried);
    }
    if (!carried.equals(rest)) {
      lose(fund, lot, rest.minus(carried), "fund expire " + lot.uid(), null, "");
    }
  }

  private void carryOver(Fund fund, Due due, Money carried) {
    Lot old = due.lot();
    Actor actor = Actor.system();
    LocalDate until = due.carryOver().until();
    UUID uid = Uids.next(clock.now());
    Instant expiresAt = programs.on(fund.programId(), until).endOf(until);
    NewLot lot = new NewLot(carried, until, due.accrued(), null, old.id(), due.note());
    long id = insert(actor, fund, uid, expiresAt, lot);
    LocalDate day = old.expiresOn().plusDays(1);
    account.move(
        actor,
        fund,
        MovementKind.CARRY,
        List.of(new Part(old.id(), carried.negated())),
        new Effect("fund carry " + old.uid(), day, "fund-carried", null, "", ""),
        fund.expense(),
        fund.available());
    account.move(
        actor,
        fund,
        MovementKind.CARRY,
        List.of(new Part(id, carried)),
        new Effect("fund carry " + old.uid() + " " + uid, day, "fund-carried", null, "", ""),
        fund.expense(),
        fund.available());
  }

  /** What comes back to a lot that is over is lost at once. */
  void expireAtOnce(Fund fund, List<Part> released, String key, long activity, String title) {
    List<Lot> lots = account.lots(fund);
    for (Part part : released) {
      Lot lot = lots.stream().filter(l -> l.id() == part.lot()).findFirst().orElseThrow();
      if (lot.lapsed()) {
        lose(fund, lot, part.amount(), "fund expire " + lot.uid() + " " + key, activity, title);
      }
    }
  }

  /** What is given to a lot that is over is lost at once. */
  void expireAtOnce(Fund fund, List<Part> given, String key) {
    List<Lot> lots = account.lots(fund);
    for (Part part : given) {
      Lot lot = lots.stream().filter(l -> l.id() == part.lot()).findFirst().orElseThrow();
      if (lot.lapsed()) {
        lose(fund, lot, part.amount(), "fund expire " + lot.uid() + " " + key, null, "");
      }
    }
  }

  private void lose(Fund fund, Lot lot, Money amount, String key, Long activity, String title) {
    LocalDate day = activity == null ? lot.expiresOn().plusDays(1) : clock.today();
    account.move(
        Actor.system(),
        fund,
        MovementKind.EXPIRE,
        List.of(new Part(lot.id(), amount)),
        new Effect(key, day, "fund-expired", activity, title, ""),
        fund.available(),
        fund.expense());
    budget.giveBack(fund.programId(), amount);
  }
}
