package org.mitra.settlements;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.mitra.access.Actor;
import org.mitra.accruals.ClosedPeriods;
import org.mitra.accruals.SettledAccrual;
import org.mitra.data.BusinessClock;
import org.mitra.data.Sha256;
import org.mitra.data.Sql;
import org.mitra.payouts.Payables;
import org.mitra.payouts.PayoutForming;
import org.mitra.problem.Problem;
import org.mitra.remittance.RemittanceFormat;

/** What is written about a settlement while it is worked on, each time in a short transaction. */
@ApplicationScoped
class SettlementRows {
  @Inject private Sql sql;
  @Inject private ClosedPeriods closedPeriods;
  @Inject private Payables payables;
  @Inject private PayoutForming forming;
  @Inject private BusinessClock clock;

  /** A settlement while it is worked on. */
  record Work(long id, LocalDate lastDay, String state, String preparedBy, Set<String> chosen) {}

  /** A second person's yes, while it is carried out. */
  record Release(
      long id, long settlementId, String releasedBy, Instant releasedAt, RemittanceFormat format) {}

  @Transactional(Transactional.TxType.MANDATORY)
  long insert(UUID uid, PrepareSettlement command, Actor actor) {
    for (String program : command.chosen()) {
      if (sql.row(r -> r.text("code"), "SELECT code FROM program WHERE code = ?", program)
          .isEmpty()) {
        throw Problem.refused("settlement.program-unknown").with("code", program).at("/programs");
      }
    }
    sql.update(
        "INSERT INTO settlement (uid, last_day, programs, state, prepared_by, prepared_at)"
            + " VALUES (?, ?, ?, 'PREPARING', ?, ?)",
        uid,
        command.lastDay(),
        String.join(" ", command.chosen()),
        actor.username(),
        clock.now());
    return id(uid);
  }

  private long id(UUID uid) {
    return sql.row(row -> row.number("id"), "SELECT id FROM settlement WHERE uid = ?", uid)
        .orElseThrow(Problem::notFound);
  }

  @Transactional(Transactional.TxType.MANDATORY)
  void worksOn(long id, UUID job) {
    sql.update(
        "UPDATE settlement SET job_id = (SELECT j.id FROM job j WHERE j.uid = ?) WHERE id = ?",
        job,
        id);
  }

  @Transactional
  Work work(UUID uid) {
    return sql.row(
            row ->
                new Work(
                    row.number("id"),
                    row.day("last_day"),
                    row.text("state"),
                    row.text("prepared_by"),
                    new TreeSet<>(codes(row.text("programs")))),
            "SELECT * FROM settlement WHERE uid = ?",
            uid)
        .orElseThrow();
  }

  /** Codes as they stand in the row. */
  static List<String> codes(String programs) {
    return programs.isEmpty() ? List.of() : List.of(programs.split(" "));
  }

  @Transactional
  Release release(UUID uid) {
    return sql.row(
            row ->
                new Release(
                    row.number("id"),
                    row.number("settlement_id"),
                    row.text("released_by"),
                    row.instant("released_at"),
                    row.constant("format", RemittanceFormat.class)),
            "SELECT * FROM settlement_release WHERE uid = ?",
            uid)
        .orElseThrow();
  }

  /** Takes up everything of one partner: his accruals become payables, his payables payouts. */
  @Transactional(value = Transactional.TxType.REQUIRES_NEW, rollbackOn = Exception.class)
  void settle(Actor actor, Work settlement, long partnerId) {
    for (SettledAccrual settled :
        closedPeriods.settle(actor, partnerId, settlement.id(), settlement.chosen())) {
      payables.addSettled(actor, settlement.id(), partnerId, settled);
    }
    forming.form(settlement.id(), partnerId, settlement.lastDay(), settlement.chosen());
  }

  /** The work on it is done; what happens next is up to people. */
  @Transactional(value = Transactional.TxType.REQUIRES_NEW, rollbackOn = Exception.class)
  void ready(long id) {
    sql.update("UPDATE settlement SET state = 'READY' WHERE id = ?", id);
  }

  /** Writes the decision down, in its transaction. */
  @Transactional(Transactional.TxType.MANDATORY)
  long insertRelease(UUID uid, long settlementId, ReleaseSettlement command, Actor by) {
    sql.update(
        "INSERT INTO settlement_release (uid, settlement_id, digest, format, released_by, released_at)"
            + " VALUES (?, ?, ?, ?, ?, ?)",
        uid,
        settlementId,
        new Sha256(command.digest()),
        command.format(),
        by.username(),
        clock.now());
    sql.update("UPDATE settlement SET state = 'RELEASING' WHERE id = ?", settlementId);
    return sql.row(row -> row.number("id"), "SELECT id FROM settlement_release WHERE uid = ?", uid)
        .orElseThrow();
  }
}
