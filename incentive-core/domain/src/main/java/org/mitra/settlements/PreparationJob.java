package org.mitra.settlements;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.TreeSet;
import org.mitra.access.Actor;
import org.mitra.accruals.ClosedPeriods;
import org.mitra.accruals.EndedPeriod;
import org.mitra.data.Uids;
import org.mitra.identity.SignedIn;
import org.mitra.identity.Users;
import org.mitra.jobs.JobHandler;
import org.mitra.jobs.RunningJob;
import org.mitra.payouts.Payables;

/**
 * Prepares a settlement: brings the books of the ended periods up to date, closes them, and takes
 * up partner by partner. Killed anywhere and started again, it goes on and does nothing twice: what
 * is posted shows no difference, what is closed stays closed, what is taken up is marked.
 */
@ApplicationScoped
class PreparationJob implements JobHandler {
  static final String KIND = "settlement";

  /** Progress in thousandths: the books take about a third of the time. */
  private static final int WHOLE = 1000;

  private static final int BOOKS = 350;

  @Inject private SettlementRows rows;
  @Inject private ClosedPeriods closedPeriods;
  @Inject private Payables payables;
  @Inject private Users users;

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public void carryOut(RunningJob job) {
    SettlementRows.Work settlement = rows.work(Uids.parse(job.argument()));
    if (!settlement.state().equals("PREPARING")) {
      return;
    }
    Actor preparer =
        users.find(settlement.preparedBy()).map(SignedIn::actor).orElse(Actor.system());
    List<EndedPeriod> ended = closedPeriods.ended(settlement.lastDay(), settlement.chosen());
    job.progress(0, WHOLE);
    closedPeriods.bringUpToDate(
        preparer, ended, (done, total) -> job.progress(BOOKS * done / total, WHOLE));
    closedPeriods.close(settlement.id(), ended);
    job.progress(BOOKS, WHOLE);
    TreeSet<Long> partners = new TreeSet<>(closedPeriods.partnersToSettle(settlement.chosen()));
    partners.addAll(payables.partnersWaiting(settlement.lastDay(), settlement.chosen()));
    int done = 0;
    for (long partner : partners) {
      rows.settle(preparer, settlement, partner);
      job.progress(BOOKS + (WHOLE - BOOKS - 1L) * ++done / partners.size(), WHOLE);
    }
    rows.ready(settlement.id());
  }
}
