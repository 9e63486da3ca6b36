package org.mitra.roi;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.mitra.accruals.SalesLines;
import org.mitra.data.BusinessClock;
import org.mitra.data.Sha256;
import org.mitra.data.Sql;
import org.mitra.engine.CompiledProgram;
import org.mitra.programs.Programs;

/** Adds up the sales around programs anew, and knows whether that is needed. */
@ApplicationScoped
class SalesRenewal {
  private static final int NANOS_PER_MILLI = 1_000_000;

  @Inject private Sql sql;
  @Inject private Programs programs;
  @Inject private SalesLines salesLines;
  @Inject private SalesStore store;
  @Inject private BusinessClock clock;

  /**
   * Of everything that the sums are made from, without reading the lines. New lines have higher
   * ids; a transaction with lower ids that commits later still raises the versions of its partners'
   * accruals.
   */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  Sha256 fingerprint() {
    String parts =
        sql.row(
                row -> row.text("parts"),
                "SELECT CONCAT_WS('|',"
                    + " (SELECT COALESCE(MAX(id), 0) FROM sales_transaction),"
                    + " (SELECT COALESCE(SUM(version), 0) FROM accrual_state),"
                    + summary("program_version", "id, state, effective_from, HEX(digest)")
                    + summary("enrollment", "id, partner_id, valid_from, valid_to")
                    + summary("partner", "id, code, type")
                    + summary("partner_standing", "partner_id, valid_from, valid_to, level, region")
                    + " (SELECT COALESCE(BIT_XOR(CRC32(CONCAT_WS('|', id, code, group_id))), 0)"
                    + " FROM product)) AS parts")
            .orElseThrow();
    return Sha256.ofParts(parts, clock.today().toString());
  }

  private static String summary(String table, String columns) {
    return " (SELECT CONCAT(COUNT(*), ' ', COALESCE(BIT_XOR(CRC32(CONCAT_WS('|', %s))), 0)) FROM %s),"
        .formatted(columns, table);
  }

  /** As it was last added up; empty before the first time. */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  Optional<SalesStore.State> state() {
    return store.state();
  }

  /**
   * Reads the lines and writes new sums.
   *
   * @param fingerprint taken before: what changes meanwhile is noticed next time
   */
  @Transactional(value = Transactional.TxType.REQUIRES_NEW, rollbackOn = Exception.class)
  void renew(Sha256 fingerprint) {
    long started = System.nanoTime();
    Instant now = clock.now();
    List<CompiledProgram> compiled = programs.compiled();
    SalesPass pass = new SalesPass(compiled, clock::today);
    long[] lines = {0};
    if (!pass.isEmpty()) {
      salesLines.each(
          pass.from(),
          pass.until(),
          line -> {
            pass.see(line);
            lines[0]++;
          });
    }
    Optional<Instant> first =
        sql.row(
            row -> row.instant("first_sale"),
            "SELECT MIN(counts_at) AS first_sale FROM sales_transaction"
                + " HAVING MIN(counts_at) IS NOT NULL");
    long millis = (System.nanoTime() - started) / NANOS_PER_MILLI;
    store.replace(new SalesStore.State(fingerprint, now, first), pass.totals(), lines[0], millis);
  }
}
