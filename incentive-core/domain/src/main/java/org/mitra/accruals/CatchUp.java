package org.mitra.accruals;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.mitra.access.Actor;
import org.mitra.jobs.Chore;
import org.mitra.time.Period;

/**
 * Renews accruals that a large import left behind: one by one when they are few, and in one pass
 * over all lines when they are many.
 */
@ApplicationScoped
class CatchUp implements Chore {
  private static final int FEW = 200;
  private static final int BATCH = 50;

  @Inject private AccrualStates states;
  @Inject private PayeeRefresh payeeRefresh;
  @Inject private ChannelPass pass;

  @Override
  public void carryOut() {
    List<Long> partners = states.stalePartners(FEW + 1);
    if (partners.size() > FEW) {
      states.staleDays().ifPresent(this::passOver);
      partners = states.stalePartners(FEW);
    }
    partners.forEach(payeeRefresh::catchUp);
  }

  private void passOver(Period days) {
    ChannelPass.Read read = pass.read(days, lines -> {});
    List<Long> partners = read.partners();
    for (int start = 0; start < partners.size(); start += BATCH) {
      List<Long> batch = partners.subList(start, Math.min(partners.size(), start + BATCH));
      pass.write(Actor.system(), read, batch, Optional.empty(), false);
    }
  }
}
