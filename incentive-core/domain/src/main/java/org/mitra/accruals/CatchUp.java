package org.mitra.accruals;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.mitra.access.Actor;
import org.mitra.jobs.Chore;
import org.mitra.time.Period;

/**
 * Renews accruals that other transactions left behind: partner by partner when they are few, in one
 * pass over all lines when they are many, and joint programs always so.
 */
@ApplicationScoped
class CatchUp implements Chore {
  private static final int FEW = 200;
  private static final int BATCH = 50;

  @Inject private AccrualStates states;
  @Inject private JointMarks jointMarks;
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
    JointMarks.Taken behind = jointMarks.take();
    if (!behind.marks().isEmpty()) {
      passOverJoint(behind);
    }
  }

  private void passOver(Period days) {
    pass.markJoint(days);
    write(pass.read(days, (done, total) -> {}));
  }

  private void passOverJoint(JointMarks.Taken behind) {
    Optional<ChannelPass.Read> read = pass.readJoint(behind);
    read.ifPresent(this::write);
    if (read.isEmpty() || pass.isNewest(read.get())) {
      jointMarks.done(behind.marks());
    }
  }

  private void write(ChannelPass.Read read) {
    List<Long> partners = read.partners();
    for (int start = 0; start < partners.size(); start += BATCH) {
      List<Long> batch = partners.subList(start, Math.min(partners.size(), start + BATCH));
      pass.write(Actor.system(), read, batch, Optional.empty(), false);
    }
  }
}
