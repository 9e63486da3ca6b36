package org.mitra.funds.activities;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.mitra.access.Actor;
import org.mitra.data.BusinessClock;
import org.mitra.data.Sql;
import org.mitra.funds.Commitments;
import org.mitra.jobs.Chore;
import org.mitra.money.Money;

/** Ends the promise for activities that were not claimed in time. */
@ApplicationScoped
class ActivityDeadlines implements Chore {
  private static final Logger LOG = Logger.getLogger(ActivityDeadlines.class.getName());

  @Inject private Step step;

  @Override
  public void carryOut() {
    for (long activity : step.due()) {
      try {
        step.expire(activity);
      } catch (RuntimeException e) {
        // A claim that arrived at the last moment was faster, or it is tried again.
        LOG.log(Level.WARNING, "activity " + activity + " did not expire", e);
      }
    }
  }

  /** One activity in one transaction. */
  @ApplicationScoped
  static class Step {
    private static final int BATCH = 500;

    @Inject private Sql sql;
    @Inject private ActivityFile file;
    @Inject private Commitments commitments;
    @Inject private BusinessClock clock;

    @Transactional(TxType.REQUIRES_NEW)
    List<Long> due() {
      return sql.rows(
          row -> row.number("id"),
          "SELECT id FROM fund_activity WHERE state IN ('APPROVED', 'EXECUTED')"
              + " AND claim_until <= ? ORDER BY id LIMIT ?",
          clock.now(),
          BATCH);
    }

    @Transactional(value = TxType.REQUIRES_NEW, rollbackOn = Exception.class)
    void expire(long id) {
      FundActivity activity = file.find(id);
      if (!activity.isLate(clock.now())) {
        return;
      }
      activity.expire(clock.now());
      file.store(activity);
      Actor actor = Actor.system();
      Money released = commitments.release(actor, ActivityFile.promised(activity), "");
      file.told(actor, activity, "EXPIRED", released.amount(), activity.claimBy(), "");
    }
  }
}
