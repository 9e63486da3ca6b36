package org.mitra.settlements;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.mitra.access.Actor;
import org.mitra.data.Sql;
import org.mitra.remittance.RemittanceFormat;

/** Begins work and keeps it from the worker, in one transaction, so that a test carries it out. */
@ApplicationScoped
class HeldBack {
  @Inject private Sql sql;
  @Inject private Settlements settlements;

  @Transactional
  SettlementSummary begun(Actor actor, String program, LocalDate lastDay) {
    SettlementSummary begun =
        settlements.prepare(actor, new PrepareSettlement(lastDay, List.of(program)));
    sql.update("UPDATE job SET state = 'DONE' WHERE uid = ?", begun.job());
    return begun;
  }

  /** Decides to release what is seen now. */
  @Transactional
  UUID decided(Actor actor, UUID settlement, RemittanceFormat format) {
    SettlementDetail seen = settlements.get(actor, settlement);
    SettlementSummary released =
        settlements.release(actor, settlement, new ReleaseSettlement(seen.digest(), format));
    sql.update("UPDATE job SET state = 'DONE' WHERE uid = ?", released.job());
    return sql.row(
            row -> row.uuid("uid"),
            "SELECT r.uid FROM settlement_release r JOIN settlement s ON s.id = r.settlement_id"
                + " WHERE s.uid = ? ORDER BY r.id DESC LIMIT 1",
            settlement)
        .orElseThrow();
  }
}
