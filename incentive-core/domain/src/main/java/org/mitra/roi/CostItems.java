package org.mitra.roi;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.mitra.access.Actor;
import org.mitra.access.Role;
import org.mitra.data.BusinessClock;
import org.mitra.data.Sql;
import org.mitra.data.Uids;
import org.mitra.event.DomainEvent;
import org.mitra.problem.Problem;
import org.mitra.programs.Programs;

/** Costs of programs that people type in: administration, training, marketing. */
@ApplicationScoped
public class CostItems {
  private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);

  @Inject private Sql sql;
  @Inject private Programs programs;
  @Inject private BusinessClock clock;
  @Inject private Event<DomainEvent> events;

  /**
   * @throws Problem 404 for an unknown program, 422 for a day in the future or another currency
   *     than the program's
   */
  @Transactional(rollbackOn = Exception.class)
  public CostItem add(Actor actor, AddCostItem command) {
    actor.require(Role.CHANNEL_MANAGER, Role.FINANCE);
    LocalDate day = command.incurredOn();
    if (day.isAfter(clock.today()) || day.isBefore(EARLIEST)) {
      throw Problem.refused("cost.day").with("earliest", EARLIEST).at("/incurredOn");
    }
    String code =
        sql.row(
                row -> row.text("code"),
                "SELECT code FROM program WHERE uid = ?",
                command.program())
            .orElseThrow(Problem::notFound);
    refuseOtherCurrency(code, command.currency());
    Instant now = clock.now();
    UUID uid = Uids.next(now);
    sql.update(
        "INSERT INTO program_cost (uid, program_id, kind, incurred_on, currency, amount, remark,"
            + " recorded_by, recorded_at) SELECT ?, id, ?, ?, ?, ?, ?, ?, ? FROM program"
            + " WHERE code = ?",
        uid,
        command.kind(),
        day,
        command.currency(),
        command.amount(),
        command.remark(),
        actor.username(),
        now,
        code);
    events.fire(
        DomainEvent.of(
            actor,
            "cost.added",
            uid,
            "program",
            code,
            "kind",
            command.kind().name(),
            "amount",
            command.currency() + " " + command.amount().toPlainString(),
            "incurredOn",
            day.toString()));
    return get(uid);
  }

  /** Amounts in different currencies are never added, so a cost in another one would be lost. */
  private void refuseOtherCurrency(String program, String wanted) {
    programs.compiled().stream()
        .filter(compiled -> compiled.id().equals(program))
        .findFirst()
        .flatMap(compiled -> compiled.termsOn(compiled.term().start()).currency())
        .filter(currency -> !currency.code().equals(wanted))
        .ifPresent(
            currency -> {
              throw Problem.refused("cost.currency")
                  .with("value", wanted)
                  .with("currency", currency)
                  .at("/currency");
            });
  }

  /**
   * Takes a cost back; it stays listed.
   *
   * @throws Problem 404 when there is none, 409 when it was withdrawn before
   */
  @Transactional(rollbackOn = Exception.class)
  public CostItem withdraw(Actor actor, UUID uid) {
    actor.require(Role.CHANNEL_MANAGER, Role.FINANCE);
    int won =
        sql.update(
            "UPDATE program_cost SET withdrawn_by = ?, withdrawn_at = ?"
                + " WHERE uid = ? AND withdrawn_at IS NULL",
            actor.username(),
            clock.now(),
            uid);
    CostItem item = get(uid);
    if (won == 0) {
      throw Problem.conflict("cost.withdrawn").with("who", item.withdrawnBy());
    }
    events.fire(
        DomainEvent.of(
            actor,
            "cost.withdrawn",
            uid,
            "kind",
            item.kind().name(),
            "amount",
            item.currency() + " " + item.amount().toPlainString(),
            "remark",
            item.remark()));
    return item;
  }

  /**
   * All of a program, the latest first, with those that were withdrawn.
   *
   * @throws Problem 404 for an unknown program
   */
  @Transactional
  public List<CostItem> of(Actor actor, UUID program) {
    ProgramReturns.requireReader(actor);
    List<CostItem> items = rows("p.uid = ?", program);
    boolean unknown =
        items.isEmpty()
            && sql.row(row -> row.text("code"), "SELECT code FROM program WHERE uid = ?", program)
                .isEmpty();
    if (unknown) {
      throw Problem.notFound();
    }
    return items;
  }

  private CostItem get(UUID uid) {
    return rows("c.uid = ?", uid).stream().findFirst().orElseThrow(Problem::notFound);
  }

  private List<CostItem> rows(String condition, Object parameter) {
    return sql.rows(
        CostItems::item,
        "SELECT c.* FROM program_cost c JOIN program p ON p.id = c.program_id WHERE "
            + condition
            + " ORDER BY c.incurred_on DESC, c.id DESC",
        parameter);
  }

  private static CostItem item(Sql.Row row) throws SQLException {
    return new CostItem(
        row.uuid("uid"),
        row.constant("kind", CostKind.class),
        row.day("incurred_on"),
        row.decimal("amount"),
        row.text("currency"),
        row.text("remark"),
        row.text("recorded_by"),
        row.instant("recorded_at"),
        row.text("withdrawn_by"),
        row.instant("withdrawn_at"));
  }
}
