package org.mitra.funds;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.mitra.data.BusinessClock;
import org.mitra.data.Sql;
import org.mitra.jobs.Chore;

/** Lets lots expire soon after their last day, on whichever node looks first. */
@ApplicationScoped
class FundExpiry implements Chore {
  private static final Logger LOG = Logger.getLogger(FundExpiry.class.getName());

  @Inject private Step step;

  @Override
  public void carryOut() {
    for (long fund : step.due()) {
      try {
        step.expire(fund);
      } catch (RuntimeException e) {
        // One fund that cannot be brought up to date must not keep the others waiting.
        LOG.log(Level.SEVERE, "expiry of fund " + fund + " failed; it is tried again", e);
      }
    }
  }

  /** One fund in one transaction. */
  @ApplicationScoped
  static class Step {
    private static final int BATCH = 500;

    @Inject private Sql sql;
    @Inject private FundAccount account;
    @Inject private FundLots fundLots;
    @Inject private BusinessClock clock;

    @Transactional(TxType.REQUIRES_NEW)
    List<Long> due() {
      return sql.rows(
          row -> row.number("fund_id"),
          "SELECT DISTINCT fund_id FROM fund_allocation WHERE lapsed = FALSE AND expires_at <= ?"
              + " ORDER BY fund_id LIMIT ?",
          clock.now(),
          BATCH);
    }

    @Transactional(value = TxType.REQUIRES_NEW, rollbackOn = Exception.class)
    void expire(long fundId) {
      fundLots.expireDue(account.lock(fundId));
    }
  }
}
