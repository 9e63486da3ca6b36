package org.mitra.accruals;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.mitra.data.Sha256;
import org.mitra.data.Sql;
import org.mitra.time.Period;

/** What is written about a run, each time in a transaction of its own. */
@ApplicationScoped
class RunRows {
  @Inject private Sql sql;

  record Run(long id, Period days) {}

  @Transactional(Transactional.TxType.REQUIRES_NEW)
  Run ofJob(long job) {
    return sql.row(
            row -> new Run(row.number("id"), new Period(row.day("from_day"), row.day("until_day"))),
            "SELECT id, from_day, until_day FROM calculation_run WHERE job_id = ?",
            job)
        .orElseThrow();
  }

  @Transactional(value = Transactional.TxType.REQUIRES_NEW, rollbackOn = Exception.class)
  void read(long id, long lines, int partners) {
    sql.update(
        "UPDATE calculation_run SET lines_seen = ?, accruals = ? WHERE id = ?",
        lines,
        partners,
        id);
  }

  @Transactional(value = Transactional.TxType.REQUIRES_NEW, rollbackOn = Exception.class)
  void finish(long id, Sha256 resultHash) {
    // Counted from what was posted, so that a run that was interrupted counts all of it.
    sql.update(
        "UPDATE calculation_run SET result_hash = ?,"
            + " postings = (SELECT COUNT(*) FROM true_up WHERE run_id = ?) WHERE id = ?",
        resultHash,
        id,
        id);
  }
}
