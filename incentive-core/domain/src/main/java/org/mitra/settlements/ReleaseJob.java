package org.mitra.settlements;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.mitra.access.Actor;
import org.mitra.data.Uids;
import org.mitra.identity.SignedIn;
import org.mitra.identity.Users;
import org.mitra.jobs.JobHandler;
import org.mitra.jobs.RunningJob;
import org.mitra.money.Currency;
import org.mitra.payouts.PayoutRelease;

/**
 * Carries out a release: entry and statement of each payout, then one file for each currency.
 * Killed anywhere and started again, it goes on and does nothing twice.
 */
@ApplicationScoped
class ReleaseJob implements JobHandler {
  static final String KIND = "release";

  @Inject private SettlementRows rows;
  @Inject private PayoutRelease payoutRelease;
  @Inject private Users users;

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public void carryOut(RunningJob job) {
    SettlementRows.Release release = rows.release(Uids.parse(job.argument()));
    Actor releaser = users.find(release.releasedBy()).map(SignedIn::actor).orElse(Actor.system());
    List<Long> pending = payoutRelease.pending(release.id());
    int total = pending.size() + 1;
    int done = 0;
    job.progress(0, total);
    for (long payout : pending) {
      payoutRelease.release(releaser, payout, release.releasedAt());
      job.progress(++done, total);
    }
    for (Currency currency : payoutRelease.withoutFile(release.id())) {
      payoutRelease.makeFile(
          releaser, release.id(), currency, release.format(), release.releasedAt());
      job.progress(done, total);
    }
    rows.ready(release.settlementId());
  }
}
